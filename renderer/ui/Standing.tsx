import { Icon, type IconName } from './Icon.tsx';

/** A word for where something stands: icon shape differs, colour is extra. */
export function Standing({
  icon,
  children,
  done = false,
}: {
  readonly icon: IconName;
  readonly children: string;
  readonly done?: boolean;
}) {
  return (
    <span className={done ? 'standing done' : 'standing'}>
      <Icon name={icon} filled={done} />
      {children}
    </span>
  );
}

/** Late is about a date, never about a person. */
export function Late({ children }: { readonly children: string }) {
  return (
    <span className="late">
      <Icon name="clock" filled />
      {children}
    </span>
  );
}
