import { useEffect, useRef, type ReactNode } from 'react';

/** The question of a step. Takes focus when nothing in the step did, so that a screen reader hears where we are. */
export function StepHead({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const active = document.activeElement;
    if (!active || active === document.body) heading.current?.focus();
  }, []);
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      <p className="setup-lead">{children}</p>
    </>
  );
}
