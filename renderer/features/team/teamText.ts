/** Words about people and laptops in the team. */
import { calendarDateAt } from '../../../shared/domain/dates.ts';
import { longDate } from '../../ui/dateText.ts';
import type { TeamMember, TeamRoleCode } from '../../../shared/contract/commands/sharing.ts';

export const ROLES: readonly { readonly value: TeamRoleCode; readonly label: string; readonly what: string }[] = [
  { value: 'MEDEWERKER', label: 'Medewerker', what: 'werkt met huishoudens' },
  { value: 'TEAMLEIDER', label: 'Teamleider', what: 'nodigt collega’s uit, laat laptops toe en haalt ze eruit' },
  { value: 'AANDACHTSFUNCTIONARIS', label: 'Aandachtsfunctionaris', what: 'denkt mee over veiligheid' },
  { value: 'BEHEER', label: 'Beheerder', what: 'regelt laptops en instellingen van het team' },
];

/** "gezinscoach, teamleider" */
export function memberMeta(member: TeamMember): string {
  const roles = ROLES.filter(({ value }) => value !== 'MEDEWERKER' && member.roles.includes(value)).map(({ label }) =>
    label.toLowerCase(),
  );
  return [...new Set([member.jobTitle, ...roles])].filter(Boolean).join(', ');
}

/** "1 laptop", "2 laptops, 1 afgesloten" */
export function laptopsText(devices: TeamMember['devices']): string {
  const cut = devices.filter((device) => device.revoked).length;
  const open = devices.length - cut;
  const text = open === 1 ? '1 laptop' : `${open === 0 ? 'geen' : open} laptops`;
  return cut === 0 ? text : `${text}, ${cut} afgesloten`;
}

/** "Kenmerk 3f2a91c0", "Gewist op 21 november 2026", "Afgesloten. Nog niet gewist" */
export function deviceText(device: TeamMember['devices'][number], today: string): string {
  if (!device.revoked) return `Kenmerk ${device.deviceId.slice(0, 8)}`;
  if (device.wipedAtMs !== null)
    return `Gewist op ${longDate(calendarDateAt(device.wipedAtMs), today)}, zegt de laptop zelf`;
  return device.wipeAsked ? 'Afgesloten. Wist zich bij het volgende contact' : 'Afgesloten: krijgt niets meer';
}

/** The first word of a name, for a sentence. */
export const firstName = (name: string): string => name.trim().split(/\s+/)[0] ?? name;

/** "1 collega", "5 collega's" */
export const colleaguesText = (count: number): string => (count === 1 ? '1 collega' : `${count} collega’s`);
