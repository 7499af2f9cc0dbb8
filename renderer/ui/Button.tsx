import { useRef, type ReactNode, type RefObject } from 'react';
import { Button as AriaButton, type PressEvent } from 'react-aria-components';
import { useHeadAction } from './headActions.ts';
import { Icon, type IconName } from './Icon.tsx';
import { KeyHint } from './KeyHint.tsx';

export interface ButtonProps {
  readonly children: ReactNode;
  /** One `primary` per view. */
  readonly variant?: 'primary' | 'secondary' | 'quiet';
  readonly onPress?: (event: PressEvent) => void;
  readonly icon?: IconName;
  readonly iconFilled?: boolean;
  /** Shown inside on a desk, for example `Ctrl Enter`. */
  readonly keys?: string;
  /** While set the button cannot be pressed and says this instead; it keeps its width. */
  readonly busy?: string | undefined;
  readonly type?: 'button' | 'submit';
  readonly disabled?: boolean;
  readonly wide?: boolean;
  readonly tall?: boolean;
  /** Only the icon is seen; the text is still its name. */
  readonly iconOnly?: boolean;
  readonly autoFocus?: boolean;
  /** Stable name, so that focus returns to it after unlock. */
  readonly field?: string;
  readonly describedBy?: string | undefined;
  readonly expanded?: boolean;
  readonly pressed?: boolean;
  readonly className?: string;
  readonly ref?: RefObject<HTMLButtonElement | null>;
}

/** A button. A disabled one has a dashed edge; say elsewhere on the screen why, and point to it with `describedBy`. */
export function Button(props: ButtonProps) {
  const { variant = 'secondary', busy, iconOnly = false, field } = props;
  const own = useRef<HTMLButtonElement>(null);
  const button = props.ref ?? own;
  useHeadAction(button, props.disabled ?? false, props.icon);
  const classes = ['button'];
  if (variant !== 'secondary') classes.push(variant);
  if (props.wide) classes.push('wide');
  if (props.tall) classes.push('tall');
  if (iconOnly) classes.push('icon-only');
  if (props.className) classes.push(props.className);
  return (
    <AriaButton
      ref={button}
      className={classes.join(' ')}
      // A busy button keeps the focus, so it is not disabled: it just does nothing.
      type={busy === undefined ? (props.type ?? 'button') : 'button'}
      isDisabled={props.disabled ?? false}
      {...(busy === undefined ? {} : { 'data-pending': true, 'aria-busy': true })}
      {...(props.onPress && busy === undefined ? { onPress: props.onPress } : {})}
      {...(props.autoFocus ? { autoFocus: true } : {})}
      {...(props.describedBy ? { 'aria-describedby': props.describedBy } : {})}
      {...(props.expanded === undefined ? {} : { 'aria-expanded': props.expanded })}
      {...(props.pressed === undefined ? {} : { 'aria-pressed': props.pressed })}
      {...(field ? { 'data-field': field } : {})}
    >
      {props.icon ? <Icon name={props.icon} filled={props.iconFilled ?? false} /> : null}
      {iconOnly ? (
        <span className="visually-hidden">{props.children}</span>
      ) : (
        <span className="button-text">
          <span {...(busy === undefined ? {} : { 'data-away': true })}>{props.children}</span>
          {busy === undefined ? null : <span>{busy}</span>}
        </span>
      )}
      {props.keys ? <KeyHint keys={props.keys} /> : null}
    </AriaButton>
  );
}
