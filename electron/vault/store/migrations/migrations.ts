/** Every migration, oldest first. Numbers have no gaps; a released one is never edited. */
import type { Migration } from '../migrate.ts';
import { history } from './0007_history.ts';
import { auditWitness } from './0008_audit_witness.ts';
import { init } from './0001_init.ts';
import { sync } from './0002_sync.ts';
import { dossier } from './0003_dossier.ts';
import { municipality } from './0004_municipality.ts';
import { attestedHeads } from './0005_attested_heads.ts';
import { visits } from './0006_visits.ts';
import { plannedContacts } from './0009_planned_contacts.ts';

export const migrations: readonly Migration[] = [
  init,
  sync,
  dossier,
  municipality,
  attestedHeads,
  visits,
  history,
  auditWitness,
  plannedContacts,
];
