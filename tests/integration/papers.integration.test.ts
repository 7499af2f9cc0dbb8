/** Papers on a real store: whole PDFs, as a reader aloud and a text search see them. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createRecord, replaceText, setFields } from '../../shared/documents/accessors.ts';
import type { CallContext, ParsedInputOf } from '../../shared/contract/contract.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import { paperHandlers } from '../../electron/vault/handlers/paper.ts';
import { PERSPECTIVES } from '../../shared/domain/codes.ts';
import { readability, sentencesOf, wordsOf } from '../../shared/domain/readability.ts';
import { readRecords } from '../../shared/documents/readers.ts';
import { planPaper } from '../../electron/vault/paper/planPaper.ts';
import { defaultProfile } from '../../shared/domain/defaultProfile.ts';
import type { ResidentAction } from '../../shared/resident/residentActions.ts';
import type { ResidentGoal, ResidentView } from '../../shared/resident/residentView.ts';
import { DossierFixture } from './dossierFixture.ts';

const poppler = spawnSync('pdfinfo', ['-v']).error === undefined;
const folder = mkdtempSync(join(tmpdir(), 'samenspel-paper-'));
const call: CallContext = { takeAudit: () => null };
let fixture: DossierFixture;

beforeEach(() => {
  fixture = new DossierFixture();
});
afterEach(() => fixture.end());
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function make(input: ParsedInputOf<'paper.make'>, practice = false, logo = '') {
  const profile = { ...defaultProfile, theme: { ...defaultProfile.theme, logo } };
  const outcome = await paperHandlers({ ...fixture.vault, practice }, () => profile)['paper.make'](input, call);
  if (!outcome.ok) throw new Error(outcome.error.tag);
  return outcome.value;
}

const read = (bytes: Uint8Array, command: string, ...options: string[]): string => {
  const file = join(folder, 'paper.pdf');
  writeFileSync(file, bytes);
  return execFileSync(command, command === 'pdftotext' ? [...options, file, '-'] : [...options, file], {
    encoding: 'utf8',
    maxBuffer: 32_000_000,
  });
};

/** A grey picture as the profile holds it. */
function pngOf(width: number, height: number): string {
  const chunk = (name: string, data: Buffer): Buffer => {
    const named = Buffer.concat([Buffer.from(name), data]);
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    check.writeUInt32BE(crc32(named));
    return Buffer.concat([length, named, check]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const start = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const pixels = deflateSync(Buffer.alloc((width + 1) * height, 7));
  const bytes = [start, chunk('IHDR', head), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))];
  return `data:image/png;base64,${Buffer.concat(bytes).toString('base64')}`;
}

function household(goals: number) {
  const made = fixture.done('household.create', { name: 'Familie Yılmaz', person: { firstName: 'Fatima' } });
  const talk = fixture.done('conversation.create', {
    householdId: made.householdId,
    context: 'SCHOOL',
    date: '2026-11-20',
  });
  fixture.write(made.documentId, (doc, writer) => {
    const planId = createRecord(doc, 'plans', { startOn: '2026-11-01', evaluationOn: '2027-01-12' }, writer);
    for (let at = 0; at < goals; at += 1) {
      const text = `Rust met geld ${String(at + 1)}`;
      const goalId = createRecord(
        doc,
        'goals',
        { planId, text, why: 'GEHEIM waarom', perspective: 'BESTAANSZEKERHEID' },
        writer,
      );
      for (const what of ['belt met de bank', 'leest de post mee en legt alles op volgorde']) {
        const personId = made.personId as RecordId;
        const said = {
          what,
          goalId,
          whoPersonId: personId,
          statusReason: 'GEHEIM reden',
          dueOn: '2026-11-27',
        } as const;
        createRecord(doc, 'actions', { ...said, ladder: '1_ZELF', status: 'GEPLAND' }, writer);
      }
    }
    replaceText(doc, 'conversations', talk.conversationId, 'whatIsGoingOn', 'GEHEIM gesprek');
    replaceText(doc, 'conversations', talk.conversationId, 'summary', 'We praatten over de post.\n- De bank belt u');
  });
  fixture.documents.create([
    {
      householdId: made.householdId,
      kind: 'restricted',
      fill: (doc, writer) => {
        createRecord(doc, 'safety', { householdDocument: made.documentId }, writer);
        const meldcodeId = createRecord(doc, 'meldcodes', { openedOn: '2026-11-21' }, writer);
        const step = { meldcodeId, step: '1_SIGNALEN', on: '2026-11-21', reasoning: 'GEHEIM signaal' } as const;
        createRecord(doc, 'meldcodeSteps', step, writer);
      },
    },
  ]);
  return { ...made, conversationId: talk.conversationId };
}

describe('papers', () => {
  test('equal input at an equal clock gives equal bytes, and another moment does not [U5]', async () => {
    const { householdId } = household(2);
    for (const paper of ['ONS_PLAN', 'WIE_DOET_WAT'] as const) {
      const one = await make({ paper, householdId });
      expect(Buffer.compare((await make({ paper, householdId })).bytes, one.bytes)).toBe(0);
      fixture.nowMs += 60_000;
      expect(Buffer.compare((await make({ paper, householdId })).bytes, one.bytes)).not.toBe(0);
    }
  });

  test('a file name names nobody', async () => {
    const { householdId } = household(1);
    expect((await make({ paper: 'ONS_PLAN', householdId })).fileName).toBe('ons-plan-2026-11-21.pdf');
  });

  test('the fridge sheet is one page, also with far too much on it', async () => {
    const { householdId } = household(40);
    expect((await make({ paper: 'WIE_DOET_WAT', householdId })).pages).toBe(1);
  });

  test('a conversation that is for the team gives no paper [P2]', async () => {
    const { householdId, documentId, conversationId } = household(1);
    fixture.documents.change(documentId, (doc, writer) => {
      const hidden = createRecord(
        doc,
        'conversations',
        { date: '2026-11-21', context: 'SCHOOL', teamOnly: true, author: fixture.me.userId },
        writer,
      );
      return { ok: true, value: hidden };
    });
    const hidden = fixture
      .done('household.get', { householdId })
      .conversations.find((row) => row.conversationId !== conversationId);
    await expect(
      make({ paper: 'VERSLAG', householdId, conversationId: hidden?.conversationId ?? conversationId }),
    ).rejects.toThrow('RecordMissing');
  });
});

describe.skipIf(!poppler)('papers as a reader sees them (needs poppler)', () => {
  test('Ons plan: tagged, Dutch, headings, a list of rows with heads, and nothing from inside [P2, U5]', async () => {
    const { householdId } = household(2);
    const { bytes } = await make({ paper: 'ONS_PLAN', householdId });
    const structure = read(bytes, 'pdfinfo', '-struct-text');
    for (const part of [
      'Document',
      'H1',
      'H2',
      'Table',
      'TH',
      '/Scope /Column',
      '‘Rust met geld 2’',
      'Fatima belt met de bank',
    ])
      expect(structure).toContain(part);
    expect(read(bytes, 'pdfinfo')).toMatch(/Tagged:\s+yes/);
    expect(Buffer.from(bytes).toString('latin1')).toContain('/Lang (nl)');
    const text = read(bytes, 'pdftotext');
    expect(text).toContain('Familie Yılmaz');
    expect(text).not.toMatch(/GEHEIM|meldcode|veiligheid/i);
  });

  test('Wie heeft gekeken?: a tagged table of who, which day and what, also of colleagues; nothing of Veiligheid or from inside [P2]', async () => {
    const { householdId, documentId } = household(1);
    const empty = read((await make({ paper: 'LOGBOEK', householdId })).bytes, 'pdftotext');
    expect(empty).toContain('Er heeft nog niemand gekeken.');
    const restricted = fixture.vault.store.db
      .prepare<[string], string>(`SELECT document_id FROM document WHERE household_id = ? AND kind = 'restricted'`)
      .pluck()
      .get(householdId);
    const entry = { auditClass: 'view', result: 'ok' } as const;
    fixture.vault.audit.append({ ...entry, command: 'document.open', objectId: documentId });
    fixture.vault.audit.append({ ...entry, command: 'search.query', auditClass: 'search', objectId: householdId });
    fixture.vault.audit.append({
      ...entry,
      command: 'export.household',
      auditClass: 'export',
      objectId: restricted ?? '',
    });
    const { bytes, fileName } = await make({ paper: 'LOGBOEK', householdId });
    expect(fileName).toBe('wie-heeft-gekeken-2026-11-21.pdf');
    const text = read(bytes, 'pdftotext', '-layout').replace(/\s+/g, ' ');
    expect(text).toContain('Wie heeft gekeken?');
    expect(text).toContain('Familie Yılmaz');
    expect(text).toMatch(/zaterdag 21 november .*bekeken \(\d\d:\d\d\), gevonden bij zoeken \(\d\d:\d\d\)/);
    expect(text).not.toMatch(/GEHEIM|meldcode|veiligheid|uit Samenspel gehaald/i);
    const structure = read(bytes, 'pdfinfo', '-struct-text');
    for (const part of ['Document', 'H1', 'Table', 'TH', '/Scope /Column', 'bekeken'])
      expect(structure).toContain(part);
    expect(read(bytes, 'pdfinfo')).toMatch(/Tagged:\s+yes/);
    expect(Buffer.from(bytes).toString('latin1')).toContain('/Lang (nl)');
  });

  test.each(['u', 'je'] as const)(
    'whatever is on a paper of a resident that nobody typed reads easily (%s): no list of sentences to forget one [U6]',
    async (printAddress) => {
      const { householdId, documentId, conversationId } = household(1);
      const empty = fixture.done('household.create', { name: 'Zon' });
      const talk = fixture.done('conversation.create', { householdId, context: 'SCHOOL', date: '2026-11-20' });
      fixture.write(documentId, (doc, writer) => {
        setFields(
          doc,
          'conversations',
          conversationId,
          { summaryAgreedOn: '2026-11-20', nextContactOn: '2026-12-01' },
          writer,
        );
        const planId = readRecords(doc, 'plans')[0]?.id ?? ('' as RecordId);
        for (const perspective of PERSPECTIVES)
          createRecord(doc, 'goals', { planId, text: 'Zon', perspective }, writer);
        createRecord(doc, 'goals', { planId, text: 'Zon', perspective: 'GEZONDHEID', status: 'BEREIKT' }, writer);
        for (const status of ['KLAAR', 'NIET_GELUKT', 'LOOPT'] as const)
          createRecord(doc, 'actions', { what: 'Zon', ladder: '2_OMGEVING', status, conversationId }, writer);
      });
      const profile = { ...defaultProfile, printAddress };
      const asked = paperHandlers({ ...fixture.vault, practice: true }, () => profile);
      const said: string[] = [];
      for (const input of [
        { paper: 'ONS_PLAN', householdId },
        { paper: 'ONS_PLAN', householdId: empty.householdId },
        { paper: 'WIE_DOET_WAT', householdId },
        { paper: 'WIE_DOET_WAT', householdId: empty.householdId },
        { paper: 'VERSLAG', householdId, conversationId },
        { paper: 'VERSLAG', householdId, conversationId: talk.conversationId },
        { paper: 'LEEG_ECOGRAM' },
        { paper: 'LOGBOEK', householdId },
      ] as const) {
        const made = await asked['paper.make'](input, call);
        if (!made.ok) throw new Error(made.error.tag);
        const structure = read(made.value.bytes, 'pdfinfo', '-struct-text');
        said.push(...[...structure.matchAll(/^\s+"(.*)"$/gmu)].map(([, words = '']) => words.trim()));
        // What stands at the foot of a page is no part of the structure.
        said.push(read(made.value.bytes, 'pdftotext', '-layout').split('\n').slice(-8).join(' ').replace(/\s+/g, ' '));
      }
      const sentences = said.flatMap((words) => sentencesOf(/[.!?:]$/.test(words) ? words : `${words}.`));
      expect(sentences.length).toBeGreaterThan(60);
      expect(sentences.filter((sentence) => wordsOf(sentence).length > 15)).toEqual([]);
      expect(readability([...new Set(sentences)].join('\n'))?.fleschDouma).toBeGreaterThanOrEqual(70);
    },
  );

  test('letters of another script are said to be missing, in place; joined letters are read, and no word goes in silence', async () => {
    const { householdId, documentId } = fixture.done('household.create', { name: 'Familie Кириллица' });
    fixture.write(documentId, (doc, writer) => {
      const planId = createRecord(doc, 'plans', { startOn: '2026-11-01' }, writer);
      const text = 'Bij het a\ufb02uiten 🙂 مرحبا بالعالم en Zoë\u0000\u0007';
      createRecord(doc, 'goals', { planId, text, perspective: 'THUISBASIS' }, writer);
    });
    const { bytes } = await make({ paper: 'ONS_PLAN', householdId });
    const text = read(bytes, 'pdftotext', '-raw').replace(/\s+/g, ' ');
    expect(text).toContain('Familie [kan niet op papier]');
    expect(text).toContain('Bij het afluiten [kan niet op papier] en Zoë');
  });

  test('every font is embedded', async () => {
    const fonts = read((await make({ paper: 'LEEG_ECOGRAM' })).bytes, 'pdffonts')
      .split('\n')
      .slice(2)
      .filter(Boolean);
    expect(fonts.length).toBeGreaterThan(0);
    for (const font of fonts) expect(font).toMatch(/yes yes yes/);
  });

  test('an empty plan says so, and practice stands on each page of a plan of more than forty', async () => {
    const { householdId } = fixture.done('household.create', { name: 'Kade 12' });
    expect(read((await make({ paper: 'ONS_PLAN', householdId })).bytes, 'pdftotext')).toContain('Er is nog geen plan.');
    const large = await make({ paper: 'ONS_PLAN', householdId: household(170).householdId }, true);
    expect(large.pages).toBeGreaterThanOrEqual(40);
    const pages = read(large.bytes, 'pdftotext').split('\f').slice(0, -1);
    expect(pages).toHaveLength(large.pages);
    for (const page of pages) expect(page).toContain('Oefenen');
  });

  test('on a next page a table has its heads again, and a page says of what it is', async () => {
    const { bytes, pages } = await make({ paper: 'ONS_PLAN', householdId: household(12).householdId });
    expect(pages).toBeGreaterThan(2);
    const sheets = read(bytes, 'pdftotext').split('\f').slice(0, -1);
    for (const [at, page] of sheets.entries()) {
      expect(page).toContain(`bladzijde ${String(at + 1)} van ${String(pages)}`);
      expect(page).toContain('Ons plan');
      expect(page).toContain('Doet wat');
    }
    // Heard once per table, however many pages it fills.
    expect(read(bytes, 'pdfinfo', '-struct').match(/^\s*TH\b/gmu)).toHaveLength(12 * 3);
  });

  test('a goal with a long name never stands at the foot of a page without its agreements', async () => {
    const setting = { profile: defaultProfile, practice: false, nowMs: fixture.nowMs, today: '2026-11-21' };
    const action: ResidentAction = {
      ...{ id: 'a' as RecordId, what: 'belt', step: '1_ZELF', who: 'Noor', dueOn: '', repeat: '' },
      ...{ standing: 'ahead', twoVersions: false },
    };
    const goal: ResidentGoal = {
      ...{ id: 'g' as RecordId, text: `Doelnaam ${'die over veel regels gaat en verder '.repeat(6)}`, owner: '' },
      ...{ perspective: 'THUISBASIS', reached: false, twoVersions: false, actions: [action] },
    };
    const view: ResidentView = {
      ...{ name: 'Familie Yılmaz', contact: '', hasPlan: true, inForce: true, lookBackOn: '2027-01-12', wishes: [] },
      ...{ goesWell: [], goals: [goal], otherActions: [], web: null, network: [], twoVersions: false },
    };
    for (let above = 8; above < 30; above += 1) {
      const { bytes } = await planPaper({ ...view, goesWell: Array.from({ length: above }, () => 'goed') }, setting);
      const pages = read(bytes, 'pdftotext').split('\f');
      expect(pages.find((page) => page.includes('Doelnaam'))).toContain('Doet wat');
    }
  });

  test('the logo of the profile is on paper; one that is damaged leaves the shield, and the paper is made', async () => {
    const whole = pngOf(48, 24);
    const pictures = async (logo: string): Promise<number> =>
      read((await make({ paper: 'LEEG_ECOGRAM' }, false, logo)).bytes, 'pdfimages', '-list').split('\n').length - 3;
    expect(await pictures(whole)).toBe(1);
    expect(await pictures('')).toBe(0);
    expect(await pictures(`${whole.slice(0, -80)}${whole.slice(-40)}`)).toBe(0);
  });

  test('Verslag van ons gesprek has the summary with its list, and not the note', async () => {
    const { householdId, conversationId } = household(1);
    const { bytes } = await make({ paper: 'VERSLAG', householdId, conversationId });
    expect(read(bytes, 'pdfinfo', '-struct-text')).toMatch(/LBody[^"]*"De bank belt u"/);
    expect(read(bytes, 'pdftotext')).not.toMatch(/GEHEIM/);
  });
});
