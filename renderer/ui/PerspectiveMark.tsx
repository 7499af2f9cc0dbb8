import { Icon } from './Icon.tsx';
import { perspectiveMarks, type PerspectiveCode } from './perspectives.ts';

interface PerspectiveMarkProps {
  readonly code: PerspectiveCode;
  /** The word, from the gemeenteprofiel. */
  readonly label: string;
  /** Only where all five names stand on the same screen: a tile without the word, which stays its accessible name. */
  readonly tile?: boolean;
  /** Outline icon: not yet talked about. */
  readonly open?: boolean;
}

/** Colour + icon + word of a perspective. Never colour alone, never red or green as a judgement. */
export function PerspectiveMark({ code, label, tile = false, open = false }: PerspectiveMarkProps) {
  const mark = perspectiveMarks[code];
  return tile ? (
    <span className="perspective-tile" data-p={mark.hue} title={label}>
      <Icon name={mark.icon} filled={!open} />
      <span className="visually-hidden">{label}</span>
    </span>
  ) : (
    <span className="perspective" data-p={mark.hue}>
      <Icon name={mark.icon} filled={!open} />
      {label}
    </span>
  );
}
