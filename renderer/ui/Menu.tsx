import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { Button, type ButtonProps } from './Button.tsx';
import { Icon, type IconName } from './Icon.tsx';

export interface MenuChoice {
  readonly id: string;
  readonly label: string;
  readonly icon?: IconName;
  readonly meta?: string;
  readonly onAction: () => void;
}

interface MenuProps extends Pick<ButtonProps, 'variant' | 'icon' | 'iconOnly' | 'field'> {
  readonly label: string;
  readonly choices: readonly MenuChoice[];
}

/** A quiet button that opens a short list of actions. */
export function Menu({ label, choices, ...button }: MenuProps) {
  return (
    <MenuTrigger>
      <Button variant="quiet" icon="caret-down" {...button}>
        {label}
      </Button>
      <Popover className="popover" placement="bottom end">
        <AriaMenu
          className="menu"
          aria-label={label}
          onAction={(key) => choices.find((choice) => choice.id === key)?.onAction()}
        >
          {choices.map((choice) => (
            <MenuItem key={choice.id} id={choice.id} textValue={choice.label} className="menu-item">
              {choice.icon ? <Icon name={choice.icon} /> : null}
              <span>
                {choice.label}
                {choice.meta ? <span className="meta">{choice.meta}</span> : null}
              </span>
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
