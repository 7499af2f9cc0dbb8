/**
 * The check of a push from the own screen, before the vault stores it.
 *
 * Promises: an update made by the accessors is never refused; an update that passes changed nothing but what a screen
 * may change. It never says yes by leaving something unread: what is not known is refused.
 * It works on a standing shadow document, which the update is applied to; after any refusal that document is spoilt
 * and the caller drops it. Never use this on a colleague's envelope: refusing that would make two devices diverge.
 */
import type * as Y from 'yjs';
import type { ErrorOf } from '../errors.ts';
import { err, ok, type Result } from '../result.ts';
import { DELETED, STAMP, valueJson } from './record.ts';
import { recordArray } from './roots.ts';
import { documentKinds, MAX_TEXT_CHARS, ruleOfField, ruleOfKind, type DocumentKind, type KindRule } from './schema.ts';
import { kindsOfRecord, parentIds, type Touched } from './touched.ts';
import { applyAndObserve, type RecordFacts, type TextFacts } from './updateFacts.ts';
import { writeRefusal, type RefusalReason } from './writeRules.ts';

export interface CheckOptions {
  readonly kind: DocumentKind;
  /** The worker behind the screen. */
  readonly me: string;
  readonly maxBytes: number;
}

export interface CheckedUpdate {
  /** Records whose reading may have changed, with the parents of changed parts. */
  readonly touched: readonly Touched[];
  /** The yjs clients that wrote; a replica has one, made fresh when it was opened. Empty: the update brought no news. */
  readonly clients: readonly number[];
}

/** Merging may make a text longer than the limit; beyond twice the limit a screen may no longer add to it. */
const MAX_MERGED_CHARS = 2 * MAX_TEXT_CHARS;
const idPattern = /^[0-9a-f]{32}$/;

interface Context extends CheckOptions {
  readonly doc: Y.Doc;
}

type Verdict = RefusalReason | null;

function firstOf<T>(items: Iterable<T>, check: (item: T) => Verdict): Verdict {
  for (const item of items) {
    const verdict = check(item);
    if (verdict !== null) return verdict;
  }
  return null;
}

/** An entry that the update brought: its form, its writer, its value. */
function checkBrought(context: Context, rule: KindRule, facts: RecordFacts, entry: unknown): Verdict {
  if (!Array.isArray(entry) || typeof entry[0] !== 'string') return 'INVALID_VALUE';
  const [field, value, user, minute] = entry as [string, ...unknown[]];
  const short = entry.length === 2 && facts.made && !rule.singleton;
  if (!short) {
    if (entry.length !== 4 || typeof minute !== 'number' || !Number.isSafeInteger(minute) || minute < 0)
      return 'INVALID_VALUE';
    if (user !== context.me) return 'WRONG_AUTHOR';
  }
  if (field === STAMP) return !short && (facts.made || rule.singleton) ? null : 'INVALID_VALUE';
  const fieldRule = ruleOfField(rule, field);
  if (fieldRule === null) return 'INVALID_VALUE';
  if (fieldRule.writer === 'decision') return 'PROTECTED_FIELD';
  if (fieldRule.immutable && !facts.made) return 'IMMUTABLE_FIELD';
  const parsed = fieldRule.schema.safeParse(value);
  return parsed.success && valueJson(parsed.data) === valueJson(value) ? null : 'INVALID_VALUE';
}

/** An entry that stood there: it may only go when this update puts a value of the same field in its place. */
function checkRemoved(rule: KindRule, replaced: ReadonlySet<string>, entry: unknown): Verdict {
  if (!Array.isArray(entry) || typeof entry[0] !== 'string' || entry[0] === STAMP) return 'INVALID_VALUE';
  const [field, value] = entry as [string, unknown];
  const fieldRule = ruleOfField(rule, field);
  if (fieldRule === null) return 'INVALID_VALUE';
  if (fieldRule.writer === 'decision') return 'PROTECTED_FIELD';
  if (fieldRule.immutable) return 'IMMUTABLE_FIELD';
  // Who cannot read a value cannot have meant to replace it.
  return replaced.has(field) && fieldRule.schema.safeParse(value).success ? null : 'INVALID_VALUE';
}

function checkMade(context: Context, rule: KindRule, facts: RecordFacts): Verdict {
  const { doc } = context;
  const { kind, id } = facts;
  if (!idPattern.test(id) || kindsOfRecord(doc, id).length !== 1) return 'INVALID_VALUE';
  if (facts.added.filter((entry) => Array.isArray(entry) && entry[0] === STAMP).length !== 1) return 'INVALID_VALUE';
  const { parent } = rule;
  if (parent !== undefined) {
    const parents = parentIds(doc, kind, id);
    if (parents.length !== 1 || parents.some((parentId) => recordArray(doc, parent.kind, parentId) === null))
      return 'MISSING_PARENT';
  }
  // The words of a record with an author are that author's from its first moment.
  return rule.author !== undefined ? writeRefusal(doc, kind, id, context.me, 'text') : null;
}

function checkRecord(context: Context, facts: RecordFacts): Verdict {
  const rule = Object.hasOwn(documentKinds[context.kind], facts.kind) ? ruleOfKind(facts.kind) : null;
  if (rule === null || (facts.made && rule.singleton)) return 'UNKNOWN_ROOT';
  const brought = [...facts.added, ...facts.passing];
  const fields = facts.added.map((entry) => (Array.isArray(entry) ? String(entry[0]) : '?'));
  const replaced = new Set(fields);
  return (
    firstOf(brought, (entry) => checkBrought(context, rule, facts, entry)) ??
    (replaced.size === fields.length ? null : 'INVALID_VALUE') ??
    firstOf(facts.removed, (entry) => checkRemoved(rule, replaced, entry)) ??
    (facts.made ? checkMade(context, rule, facts) : null) ??
    writeRefusal(context.doc, facts.kind, facts.id, context.me, { field: replaced.has(DELETED) ? DELETED : '' })
  );
}

function checkText(context: Context, facts: TextFacts): Verdict {
  const { doc, kind, me } = context;
  const owners = kindsOfRecord(doc, facts.id).filter((owner) => Object.hasOwn(documentKinds[kind], owner));
  if (owners.length === 0) return 'MISSING_PARENT';
  if (!owners.every((owner) => ruleOfKind(owner)?.sections.includes(facts.section) === true)) return 'UNKNOWN_ROOT';
  if (facts.added > MAX_TEXT_CHARS) return 'TOO_LARGE';
  if (facts.added > 0 && doc.getText(`t:${facts.id}:${facts.section}`).length > MAX_MERGED_CHARS) return 'TOO_LARGE';
  return firstOf(owners, (owner) => writeRefusal(doc, owner, facts.id, me, 'text'));
}

/** Applies a push to the shadow document and says whether the vault may store it, and what it touched. */
export function checkUpdate(
  shadow: Y.Doc,
  update: Uint8Array,
  options: CheckOptions,
): Result<CheckedUpdate, ErrorOf<'UpdateRefused'>> {
  const refuse = (reason: RefusalReason): Result<CheckedUpdate, ErrorOf<'UpdateRefused'>> =>
    err({ tag: 'UpdateRefused', reason });
  if (update.length > options.maxBytes) return refuse('TOO_LARGE');
  const facts = applyAndObserve(shadow, update, 'remote');
  if (facts === null) return refuse('UNREADABLE');
  const context: Context = { ...options, doc: shadow };
  const verdict =
    facts.refused ??
    firstOf(facts.records.values(), (record) => checkRecord(context, record)) ??
    firstOf(facts.texts.values(), (text) => checkText(context, text));
  return verdict === null ? ok({ touched: facts.touched, clients: facts.clients }) : refuse(verdict);
}
