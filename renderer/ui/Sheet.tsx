import { useEffect, useRef, type ReactNode } from 'react';
import { InHead } from './headActions.ts';
import { Icon } from './Icon.tsx';
import { TextLink } from './TextLink.tsx';

interface SheetProps {
  readonly title: ReactNode;
  readonly sub?: ReactNode;
  /** Where this belongs: "Fam. El Amrani · Gesprekken". */
  readonly crumb?: { readonly label: string; readonly onPress: () => void };
  /** At most one primary. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/**
 * One screen on the sheet: title row, then a body that scrolls; the title stays. The heading takes focus when the
 * screen opens, unless something on it already has it.
 */
export function Sheet({ title, sub, crumb, actions, children }: SheetProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const active = document.activeElement;
    if (!active || active === document.body) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <>
      <header className="head">
        <div>
          {crumb ? (
            <TextLink className="crumb" onPress={crumb.onPress}>
              <Icon name="arrow-left" />
              {crumb.label}
            </TextLink>
          ) : null}
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {sub ? <p className="sub">{sub}</p> : null}
        </div>
        {actions ? (
          <InHead value={true}>
            <div className="acts">{actions}</div>
          </InHead>
        ) : null}
      </header>
      <div className="body">{children}</div>
    </>
  );
}
