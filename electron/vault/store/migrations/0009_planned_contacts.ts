/** What Vandaag asks at every unlock: the planned contacts of one worker, without reading every conversation for them. */
import type { Migration } from '../migrate.ts';

export const plannedContacts: Migration = {
  id: 9,
  name: 'planned_contacts',
  statements: [
    // Few conversations plan a contact: only those stand in it, so that most saves never touch it.
    `CREATE INDEX conversation_by_contact ON conversation (author, next_contact_on)
       WHERE deleted = 0 AND next_contact_on IS NOT NULL`,
  ],
};
