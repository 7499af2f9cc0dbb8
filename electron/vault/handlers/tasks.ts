/**
 * Taken: open actions of every household in SQL, with the tasks of walk-ins that are in no household beside them.
 * The calendar file holds dates and the word *Taak*: no names, no text, because calendars are shared and sent around.
 */
import type { Task } from '../../../shared/contract/commands/tasks.ts';
import type { CallContext, Handlers } from '../../../shared/contract/contract.ts';
import { setFields } from '../../../shared/documents/accessors.ts';
import { readRecord } from '../../../shared/documents/readers.ts';
import { calendarDateAt } from '../../../shared/domain/dates.ts';
import type { Gemeenteprofiel } from '../../../shared/domain/gemeenteprofiel.ts';
import { RecordId, type DocumentId, type HouseholdId } from '../../../shared/domain/ids.ts';
import type { ErrorOf } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { calendarFile } from '../../../shared/domain/calendarFile.ts';
import { FINGER_ON_THE_PULSE, PLANNED_CONTACT } from '../documents/projectedRows.ts';
import { foldedWords } from '../documents/searchText.ts';
import { toHex, utf8 } from '../keys/bytes.ts';
import { sodium } from '../keys/sodium.ts';
import { storeResult } from '../store/sqliteErrors.ts';
import type { OpenVault } from '../openVault.ts';
import type { ConsultationBook } from './consultationBook.ts';
import { deadlineReader } from './deadlines.ts';
import { IN_DAILY_LISTS, type DossierVault } from './dossierRows.ts';
import { taskText } from './walkInHousehold.ts';

interface TaskFields {
  readonly status?: Task['status'];
  readonly statusReason?: string;
  readonly dueOn?: string;
}

interface ContactMove {
  readonly documentId: DocumentId;
  readonly taskId: RecordId;
  readonly dueOn: string;
  readonly reason?: string | undefined;
}

const DEFAULT_LIMIT = 200;
const CALENDAR_LIMIT = 1_000;
const CLOSED = ['KLAAR', 'NIET_GELUKT', 'VERVALLEN'];

interface ContactRow {
  readonly householdId: HouseholdId;
  readonly conversationId: string;
  readonly what: string;
  readonly dueOn: string;
  readonly promisedOn: string | null;
  readonly promisedAt: string;
  readonly fixed: number;
}

/** Mine: said to be mine, or for the municipality and nobody else's name on it. */
const MINE = `(a.who_user = @me OR (a.who_user = '' AND a.ladder = '4_GEMEENTE' AND a.who = '' AND a.who_person_id = ''))`;
const FROM = `FROM action a JOIN household h ON h.household_id = a.household_id
  LEFT JOIN person p ON p.document_id = a.document_id AND p.person_id = a.who_person_id
  LEFT JOIN conversation c ON c.document_id = a.document_id AND c.conversation_id = a.conversation_id`;

/** The commands of Taken on an open vault. */
export function tasksHandlers(
  vault: DossierVault & Pick<OpenVault, 'emit'>,
  book: ConsultationBook,
  profile?: () => Gemeenteprofiel,
): Pick<Handlers, Extract<keyof Handlers, `tasks.${string}`>> {
  const { documents, store, me, deps } = vault;
  const { db } = store;
  // Of the words of a task there is no folded copy in the rows; only a filter asks for them.
  db.function('folded_words', { deterministic: true }, (text) => ` ${foldedWords(String(text)).join(' ')}`);
  const today = (): string => calendarDateAt(deps.clock.nowMs());
  const withAudit = (call: CallContext) => ({
    inTransaction: () => {
      vault.audit.appendFor(call);
    },
  });

  /** Own tasks of walk-ins without a household, few by nature. */
  const walkInTasks = (): Task[] =>
    book.all().flatMap((entry) =>
      entry.walkIns
        .filter(({ values }) => values.state === 'BEWAARD' && !values.conversationId && isOwnStep(values.next))
        .filter(({ values }) => !CLOSED.includes(values.taskStatus ?? 'GEPLAND'))
        .map((walkIn): Task => {
          const shown = book.show(entry, walkIn);
          return {
            kind: 'walkIn',
            documentId: shown.documentId,
            taskId: shown.walkInId,
            termCode: '',
            householdId: null,
            householdName: shown.who.kind === 'NIEUW' || shown.who.kind === 'LATER' ? shown.who.name : '',
            conversationId: null,
            what: taskText(shown),
            promisedOn: calendarDateAt(shown.atMs),
            promisedAt: shown.place,
            ladder: '4_GEMEENTE',
            who: 'jij',
            perspective: shown.perspectives[0] ?? null,
            dueOn: shown.dueOn || null,
            status: shown.taskStatus,
            fixed: false,
          };
        }),
    );

  const contacts = db.prepare<[{ me: string }], Pick<Task, 'documentId' | 'householdName'> & ContactRow>(
    `SELECT h.document_id AS documentId, h.household_id AS householdId, h.name AS householdName, '' AS conversationId,
            CASE h.status WHEN 'VINGER_AAN_DE_POLS' THEN '${FINGER_ON_THE_PULSE}' ELSE '${PLANNED_CONTACT}' END AS what,
            h.next_contact_on AS dueOn, NULL AS promisedOn, '' AS promisedAt, 0 AS fixed
     FROM household h WHERE ${IN_DAILY_LISTS} AND h.next_contact_on IS NOT NULL AND (h.contact_user IN ('', @me) OR h.regisseur = @me)
     UNION ALL
     SELECT c.document_id, c.household_id, h.name, c.conversation_id, '${PLANNED_CONTACT}', c.next_contact_on, c.date, c.place, c.finalized
     FROM conversation c JOIN household h ON h.household_id = c.household_id
     WHERE c.deleted = 0 AND c.next_contact_on IS NOT NULL AND c.author = @me AND ${IN_DAILY_LISTS}
       AND c.date = h.last_conversation_on AND coalesce(h.next_contact_on, '') <= c.next_contact_on`,
  );
  const plain = { termCode: '', conversationId: null, perspective: null, ladder: null, who: 'jij' } as const;
  const contactTasks = (): Task[] => {
    const seen = new Set<string>();
    return contacts.all({ me: me.userId }).flatMap((row): Task[] => {
      const key = `${row.householdId} ${row.dueOn}`;
      if (seen.has(key)) return [];
      seen.add(key);
      const taskId = RecordId.parse(row.conversationId || row.householdId);
      const conversationId = row.conversationId ? taskId : null;
      return [
        {
          ...plain,
          ...row,
          kind: 'contact',
          taskId,
          conversationId,

          status: 'GEPLAND',
          fixed: row.fixed === 1,
        },
      ];
    });
  };
  const deadlines = deadlineReader(vault, profile);
  const termTasks = (): Task[] =>
    deadlines.rows({ today: today(), until: today(), mine: true }).flatMap((row): Task[] => {
      const { documentId, householdId, householdName, dueOn, code: termCode, reason: what } = row;
      const taskId = RecordId.safeParse(row.subjectId);
      return taskId.success
        ? [
            {
              ...plain,
              kind: 'term',
              documentId,
              householdId,
              householdName,
              taskId: taskId.data,
              termCode,
              what,
              dueOn,
              promisedOn: null,
              promisedAt: row.source,
              status: 'GEPLAND',
              fixed: false,
            },
          ]
        : [];
    });

  const questionOf = (input: {
    whose: 'mine' | 'others';
    filter?: string | undefined;
    perspective?: string | undefined;
  }) => {
    const words = foldedWords(input.filter ?? '');
    const named = words.map(
      (_, index) => `AND (h.folded LIKE @word${String(index)} OR folded_words(a.what) LIKE @part${String(index)})`,
    );
    const where = `a.open = 1 AND ${IN_DAILY_LISTS} AND ${input.whose === 'mine' ? MINE : `NOT ${MINE}`}
      ${named.join(' ')} ${input.perspective === undefined ? '' : 'AND a.perspective = @perspective'}`;
    const bound = {
      me: me.userId,
      ...(input.perspective === undefined ? {} : { perspective: input.perspective }),
      ...Object.fromEntries(
        words.flatMap((word, index) => [
          [`word${String(index)}`, `% ${word}%`],
          [`part${String(index)}`, `%${word}%`],
        ]),
      ),
    };
    const matches = (task: Task): boolean =>
      (input.perspective === undefined || task.perspective === input.perspective) &&
      words.every((word) => foldedWords(`${task.what} ${task.householdName}`).some((part) => part.includes(word)));
    return { where, bound, matches };
  };

  const rowsOf = (where: string, bound: object, limit: number): Task[] =>
    db
      .prepare<[object], Task>(
        `SELECT 'action' AS kind, a.document_id AS documentId, a.action_id AS taskId, '' AS termCode, a.household_id AS householdId,
                h.name AS householdName, a.conversation_id AS conversationId, a.what, c.date AS promisedOn,
                coalesce(c.place, '') AS promisedAt, a.ladder,
                CASE WHEN a.who_user = @me THEN 'jij' WHEN p.first_name IS NOT NULL THEN p.first_name ELSE a.who END AS who,
                a.perspective, a.due_on AS dueOn, a.status
         ${FROM} WHERE ${where} ORDER BY a.due_on IS NULL, a.due_on, h.folded, a.action_id LIMIT @limit`,
      )
      .all({ ...bound, limit })
      .map((task) => ({ ...task, fixed: false }));

  /** One task, in a household or in a spreekuur. */
  const edit = <T>(
    input: { kind: 'action' | 'walkIn'; documentId: DocumentId; taskId: RecordId },
    call: CallContext,
    run: (values: Record<string, unknown>) => { readonly fields: TaskFields; readonly answer: T },
  ) =>
    storeResult(() => {
      const outcome = documents.change(
        input.documentId,
        (doc, writer): Result<T, ErrorOf<'RecordMissing'>> => {
          const inHousehold = input.kind === 'action';
          const view = readRecord(doc, inHousehold ? 'actions' : 'walkIns', input.taskId);
          if (view === null || view.deleted) return err({ tag: 'RecordMissing' });
          const { fields, answer } = run(view.values);
          if (inHousehold) setFields(doc, 'actions', input.taskId, fields, writer);
          else {
            const { status, statusReason, dueOn } = fields;
            const own = {
              ...(status === undefined ? {} : { taskStatus: status }),
              ...(statusReason === undefined ? {} : { taskReason: statusReason }),
              ...(dueOn === undefined ? {} : { dueOn }),
            };
            setFields(doc, 'walkIns', input.taskId, own, writer);
          }
          return ok(answer);
        },
        withAudit(call),
      );
      if (input.kind === 'walkIn') {
        book.forget(input.documentId);
        vault.emit('lists.changed', { householdId: null });
      }
      return outcome;
    });

  /**
   * In the household itself, or in the report that planned it; one that is vastgesteld stays as it was agreed. The reason
   * belongs to this day: without one, that of an earlier move goes.
   */
  const moveContact = ({ documentId, taskId, dueOn, reason = '' }: ContactMove, call: CallContext) =>
    storeResult(() =>
      documents.change(
        documentId,
        (doc, writer): Result<{ previous: string; previousReason: string }, ErrorOf<'RecordMissing'>> => {
          const report = readRecord(doc, 'conversations', taskId);
          const household = readRecord(doc, 'household', 'household');
          if (household === null) return err({ tag: 'RecordMissing' });
          const inReport = report !== null && !report.values.finalizedAt;
          const { nextContactOn: previous = '', nextContactReason: previousReason = '' } = inReport
            ? report.values
            : household.values;
          const fields = {
            nextContactOn: dueOn,
            ...(reason === previousReason ? {} : { nextContactReason: reason }),
          };
          if (inReport) setFields(doc, 'conversations', taskId, fields, writer);
          else setFields(doc, 'household', 'household', fields, writer);
          return ok({ previous, previousReason });
        },
        withAudit(call),
      ),
    );

  return {
    'tasks.list': (input) =>
      storeResult(() => {
        const { where, bound, matches } = questionOf(input);
        const offset = input.offset ?? 0;
        const limit = input.limit ?? DEFAULT_LIMIT;
        const counted = db
          .prepare<[object], { total: number; late: number }>(
            `SELECT count(*) AS total, coalesce(sum(a.due_on < @today), 0) AS late ${FROM} WHERE ${where}`,
          )
          .get({ ...bound, today: today() });
        const mine = input.whose === 'mine';
        const asked = (kind: typeof input.kind): boolean => input.kind === undefined || input.kind === kind;
        const walkIns = mine ? walkInTasks().filter(matches) : [];
        const planned = mine ? contactTasks().filter(matches) : [];
        const terms = mine ? termTasks().filter(matches) : [];
        // Few by nature, beside the actions that SQL counts and pages.
        const own = [
          ...(asked('agreed') ? walkIns : []),
          ...(asked('contact') ? planned : []),
          ...(asked('term') ? terms : []),
        ];
        const actions = asked('agreed') ? rowsOf(where, bound, offset + limit) : [];
        const rows = [...actions, ...own].sort(byDate).slice(offset, offset + limit);
        const ofActions = asked('agreed') ? (counted ?? { total: 0, late: 0 }) : { total: 0, late: 0 };
        return ok({
          today: today(),
          rows,
          total: ofActions.total + own.length,
          late: ofActions.late + own.filter(({ dueOn }) => dueOn !== null && dueOn < today()).length,
          counts: {
            agreed: (counted?.total ?? 0) + walkIns.length,
            contact: planned.length,
            term: terms.length,
          },
        });
      }),

    'tasks.setStatus': (input, call) =>
      edit(input, call, (values) => ({
        fields: {
          status: input.status,
          ...(input.reason === undefined ? {} : { statusReason: input.reason }),
        },
        answer: {
          previous: ((values['status'] ?? values['taskStatus']) as Task['status'] | undefined) ?? 'GEPLAND',
          previousReason: textOf(values['statusReason'] ?? values['taskReason']),
        },
      })),

    'tasks.move': (input, call) => {
      const { kind } = input;
      if (kind === 'contact') return moveContact(input, call);
      return edit({ ...input, kind }, call, (values) => ({
        fields: { dueOn: input.dueOn, ...(input.reason === undefined ? {} : { statusReason: input.reason }) },
        answer: {
          previous: textOf(values['dueOn']),
          previousReason: textOf(values['statusReason'] ?? values['taskReason']),
        },
      }));
    },

    'tasks.export': () =>
      storeResult(() => {
        const { where, bound } = questionOf({ whose: 'mine' });
        const rows = [
          ...rowsOf(`${where} AND a.due_on IS NOT NULL`, bound, CALENDAR_LIMIT),
          ...walkInTasks(),
          ...contactTasks(),
        ];
        const days = [
          ...rows.flatMap(({ taskId, dueOn }) => (dueOn === null ? [] : [{ id: taskId, on: dueOn }])),
          ...termTasks().flatMap((term) => (term.dueOn === null ? [] : [{ id: termId(term), on: term.dueOn }])),
        ];
        return ok({
          fileName: `taken-${today()}.ics`,
          text: calendarFile(days, deps.clock.nowMs()),
          count: days.length,
        });
      }),
  };
}

/** The same at every export; which rule it is does not follow from it. */
const termId = ({ taskId, termCode }: Task): string =>
  toHex(sodium.crypto_generichash(16, utf8(`${taskId} ${termCode}`), null));
const isOwnStep = (next: string | undefined): boolean => next === 'IK' || next === 'DOORVERWIJZEN';
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const byDate = (a: Task, b: Task): number =>
  (a.dueOn ?? '9999') < (b.dueOn ?? '9999') ? -1 : (a.dueOn ?? '9999') > (b.dueOn ?? '9999') ? 1 : 0;
