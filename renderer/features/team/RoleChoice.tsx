import type { TeamRoleCode } from '../../../shared/contract/commands/sharing.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { ROLES } from './teamText.ts';

interface RoleChoiceProps {
  readonly label: string;
  readonly field: string;
  readonly roles: readonly TeamRoleCode[];
  readonly onChange: (roles: readonly TeamRoleCode[]) => void;
}

/** One or more roles; what each may do stands beside it. */
export function RoleChoice({ label, field, roles, onChange }: RoleChoiceProps) {
  return (
    <fieldset className="field role-choice">
      <legend className="label">{label}</legend>
      {ROLES.map((role) => (
        <Checkbox
          key={role.value}
          field={`${field}.${role.value}`}
          selected={roles.includes(role.value)}
          onChange={(on) =>
            onChange(
              ROLES.map(({ value }) => value).filter((value) => (value === role.value ? on : roles.includes(value))),
            )
          }
        >
          {role.label}
          <span className="meta">{role.what}</span>
        </Checkbox>
      ))}
      {roles.length === 0 ? <p className="hint">Kies er minstens één.</p> : null}
    </fieldset>
  );
}
