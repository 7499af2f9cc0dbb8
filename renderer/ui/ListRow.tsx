import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon.tsx';

interface ListRowProps {
  /** Checkbox, icon tile or avatar. */
  readonly lead?: ReactNode;
  readonly title: ReactNode;
  /** One quiet line under the title. */
  readonly meta?: ReactNode;
  /** Perspective, then date, then at most one button. */
  readonly trail?: ReactNode;
}

/** One line and one meta line. Use inside a `ul`. */
export function ListRow({ lead, title, meta, trail }: ListRowProps) {
  return (
    <li className="list-row">
      {lead}
      <span className="list-row-text">
        {title}
        {meta ? <span className="meta">{meta}</span> : null}
      </span>
      {trail ? <span className="list-row-trail">{trail}</span> : null}
    </li>
  );
}

/** A small neutral tile with an icon, in front of a row. */
export function IconTile({ name }: { readonly name: IconName }) {
  return (
    <span className="icon-tile">
      <Icon name={name} />
    </span>
  );
}

/** Initials in a circle. */
export function Avatar({ name }: { readonly name: string }) {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const initials = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? '')][0] ?? '');
  return (
    <span className="avatar" aria-hidden="true">
      {initials.join('').toUpperCase()}
    </span>
  );
}
