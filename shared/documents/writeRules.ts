/**
 * Who may change what, as one rule for the screen (which shows it read-only) and for the check of a push.
 *
 * A note has one author; others add an Aanvulling. Once it is vastgesteld, it and its parts are read-only for
 * everybody. A colleague's envelope is never refused for this; it is resolved on reading.
 */
import type * as Y from 'yjs';
import type { ErrorOf } from '../errors.ts';
import { DELETED, readRecordField } from './record.ts';
import { recordArray } from './roots.ts';
import { ruleOfKind } from './schema.ts';
import { parentIds } from './touched.ts';

export type RefusalReason = ErrorOf<'UpdateRefused'>['reason'];
export type WriteRefusal = Extract<RefusalReason, 'FINALIZED' | 'WRONG_AUTHOR'>;

function latest(doc: Y.Doc, kind: string, id: string, field: string): unknown {
  const rule = ruleOfKind(kind);
  const array = recordArray(doc, kind, id);
  return rule === null || array === null ? undefined : readRecordField(rule, array, field).at(-1)?.value;
}

/** True when the record was vastgesteld, or is part of one that was. */
export function isFinalized(doc: Y.Doc, kind: string, id: string): boolean {
  const rule = ruleOfKind(kind);
  if (rule?.finalized !== undefined) {
    const at = latest(doc, kind, id, rule.finalized);
    if (at !== undefined && at !== '') return true;
  }
  const parent = rule?.parent;
  return (
    parent?.bond === 'part' && parentIds(doc, kind, id).some((parentId) => isFinalized(doc, parent.kind, parentId))
  );
}

/** Whether this person may write the words of the record: its author, or the author of the note it is part of. */
export function isAuthor(doc: Y.Doc, kind: string, id: string, me: string): boolean {
  const rule = ruleOfKind(kind);
  if (rule?.author !== undefined) return latest(doc, kind, id, rule.author) === me;
  const parent = rule?.parent;
  return (
    parent?.authorOfParent !== true ||
    parentIds(doc, kind, id).every((parentId) => isAuthor(doc, parent.kind, parentId, me))
  );
}

/** Why a screen may not write this, or null when it may. `part` is a field name, or 'text' for the sections. */
export function writeRefusal(
  doc: Y.Doc,
  kind: string,
  id: string,
  me: string,
  part: { readonly field: string } | 'text',
): WriteRefusal | null {
  if (isFinalized(doc, kind, id)) return 'FINALIZED';
  const rule = ruleOfKind(kind);
  const authorOnly = part === 'text' || part.field === DELETED || rule?.parent?.authorOfParent === true;
  return authorOnly && !isAuthor(doc, kind, id, me) ? 'WRONG_AUTHOR' : null;
}
