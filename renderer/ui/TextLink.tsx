import type { ReactNode } from 'react';
import { Link, type PressEvent } from 'react-aria-components';

interface TextLinkProps {
  readonly children: ReactNode;
  readonly onPress: (event: PressEvent) => void;
  /** The strong name of a row: no underline at rest. */
  readonly title?: boolean;
  readonly current?: boolean;
  readonly className?: string;
  readonly field?: string;
}

/** Goes somewhere inside the app. No address, so that no name can end up in a URL or a history. */
export function TextLink({ children, onPress, title = false, current = false, className, field }: TextLinkProps) {
  return (
    <Link
      className={['link', title ? 'title' : '', className ?? ''].filter(Boolean).join(' ')}
      onPress={onPress}
      {...(current ? { 'aria-current': 'page' as const } : {})}
      {...(field ? { 'data-field': field } : {})}
    >
      {children}
    </Link>
  );
}
