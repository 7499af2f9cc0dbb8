import { filledIcons, regularIcons, type IconName } from './icons.ts';

export type { IconName };

interface IconProps {
  readonly name: IconName;
  /** Filled when chosen or when it marks meaning; falls back to the quiet form where no filled one exists. */
  readonly filled?: boolean;
}

const filled: Readonly<Record<string, string>> = filledIcons;

/** A Phosphor icon. Always beside a word, so it is hidden from assistive technology. */
export function Icon({ name, filled: isFilled = false }: IconProps) {
  return (
    <svg className="icon" viewBox="0 0 256 256" aria-hidden="true">
      <path d={(isFilled ? filled[name] : undefined) ?? regularIcons[name]} />
    </svg>
  );
}
