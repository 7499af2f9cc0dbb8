import { useId, type ReactNode } from 'react';

interface SectionProps {
  readonly title: string;
  readonly count?: number;
  /** One quiet link or remark at the right. */
  readonly aside?: ReactNode;
  readonly children?: ReactNode;
}

/** A heading of 17 px, a muted count and a hairline. */
export function SectionHead({ title, count, aside, id }: SectionProps & { readonly id?: string }) {
  return (
    <div className="section-head">
      <h2 {...(id ? { id } : {})}>
        {title}
        {count === undefined ? null : <span className="count">{count}</span>}
      </h2>
      {aside ? <span className="end">{aside}</span> : null}
    </div>
  );
}

/** A part of a screen with its heading. */
export function Section({ children, ...head }: SectionProps) {
  const id = useId();
  return (
    <section className="section" aria-labelledby={id}>
      <SectionHead {...head} id={id} />
      {children}
    </section>
  );
}
