/**
 * The screens of a team lead, with a colleague who has a long name and more than twenty dossiers, in the order of a week:
 * somebody joins, the lead looks in, the colleague leaves. On three laptops and a real server, so a stop may say on which.
 */
import { expect, type Browser, type Page } from '@playwright/test';
import { expectSaved, field } from './dossierPages.ts';
import { startLoopbackApp, type LoopbackApp } from './loopbackApp.ts';
import { prepareTeam, type PreparedTeam } from './preparedTeam.ts';
import type { Stop } from './screenTour.ts';
import { unlock, type Worker } from './sessionPages.ts';
import {
  askToJoin,
  fieldsOf,
  fiveWords,
  goToTeam,
  laptopOf,
  makeInvite,
  marieke,
  openTab,
  tom,
} from './sharingPages.ts';

/** The list shows twenty before it asks. */
const MORE_THAN_A_LIST = 21;
const WAIT = { timeout: 60_000 };

const wilhelmina: Worker = {
  name: 'Wilhelmina van der Heijden-Oosterhuis',
  jobTitle: 'gezinscoach en ouderschapsbegeleider',
  passphrase: 'grasmaaier sluis kompas vlinder tegel',
  pin: '6194',
};
const dossier = 'Fam. Van der Heijden-Oosterhuis';

export interface LeadTour {
  readonly stops: readonly (Stop & { readonly page: Page })[];
  end(): Promise<void>;
}

/** Makes the team. A stop is walked on its own page. */
export async function prepareLeadTour(browser: Browser): Promise<LeadTour> {
  const team = await prepareTeam(browser, [
    { worker: marieke, roles: ['TEAMLEIDER'] },
    {
      worker: wilhelmina,
      roles: ['MEDEWERKER'],
      households: [
        { name: dossier, firstName: 'Adriana', lastName: 'van der Heijden-Oosterhuis' },
        ...Array.from({ length: MORE_THAN_A_LIST - 1 }, (_, index) => ({
          name: `Fam. Duin ${String(index + 1)}`,
          firstName: 'Noor',
        })),
      ],
    },
  ]);
  const [lead, leaver] = team.laptops;
  if (!lead || !leaver) throw new Error('two laptops');
  const joiner = await laptopOf(browser, tom, { households: [{ name: 'Fam. Visser', firstName: 'Bram' }] });
  const [m, w, t] = [lead.page, leaver.page, joiner.page];
  const away = new Away(team, w, leaver.app);
  return {
    stops: [...joining(team, m, t), ...lookingIn(m, w), ...standingOut(m, w, away), ...leaving(m, w, away)],
    async end() {
      await away.stop();
      await joiner.putAway();
      await team.end();
    },
  };
}

function joining(team: PreparedTeam, m: Page, t: Page): LeadTour['stops'] {
  let code = '';
  return [
    {
      name: 'lead-uitnodiging',
      page: m,
      async go() {
        await goToTeam(m);
        code = await makeInvite(m);
        await expect(m.getByRole('row', { name: new RegExp(wilhelmina.name) })).toContainText(
          String(MORE_THAN_A_LIST),
          WAIT,
        );
      },
    },
    {
      name: 'vijf-woorden-nieuwe-laptop',
      page: t,
      async go() {
        await askToJoin(t, team.server, code);
        await fiveWords(t);
      },
    },
    {
      name: 'lead-vijf-woorden',
      page: m,
      async go() {
        await fieldsOf(m, 'team.request.').press('Enter');
        await fiveWords(m);
      },
    },
    {
      name: 'eigen-huishoudens',
      page: t,
      async go() {
        await field(t, 'join.same').press('Enter');
        await field(m, 'join.approve').press('Enter');
        await field(t, 'team.own.all').press('Enter', WAIT);
      },
    },
  ];
}

function lookingIn(m: Page, w: Page): LeadTour['stops'] {
  return [
    {
      name: 'lead-dossiers',
      page: m,
      async go() {
        await expect(m.getByRole('row', { name: new RegExp(tom.name) })).toBeVisible(WAIT);
        await field(m, 'toast.close').press('Enter');
        await fieldsOf(m, 'work.').first().press('Enter');
        await field(m, 'caseload.all').waitFor();
        await fieldsOf(m, 'caseload.').first().scrollIntoViewIfNeeded();
      },
    },
    {
      name: 'lead-geef-door',
      page: m,
      async go() {
        // Which of them is which, nobody sees here: below, the colleague opens the one that the lead was let in to.
        await m
          .getByRole('listitem')
          .filter({ hasText: /^Dossier/ })
          .getByRole('button')
          .first()
          .press('Enter');
        await field(m, 'passOn.to').selectOption({ label: tom.name });
      },
    },
    {
      name: 'lead-inzien',
      page: m,
      async go() {
        await m.getByRole('radio', { name: 'Ik wil zelf inzien' }).press('Space');
        await field(m, 'passOn.words').fill('Ik denk mee over de verhuizing, en over wie er dan langskomt.');
      },
    },
    {
      name: 'lead-wie-werkt-mee',
      page: m,
      async go() {
        await field(m, 'passOn.save').press('Enter');
        await expect(m.getByRole('dialog')).toHaveCount(0);
        await field(m, 'nav.huishoudens').press('Enter');
        await m
          .locator('main')
          .getByRole('link', { name: /^Fam\./ })
          .first()
          .press('Enter', WAIT);
        await field(m, 'household.access').press('Enter');
        await expect(field(m, 'access.leave')).toBeVisible(WAIT);
      },
    },
    {
      name: 'inzien-gezien',
      page: w,
      async go() {
        const name = await m.locator('.crumb').first().innerText();
        await openTab(w, name.trim(), 'Overzicht');
        await field(w, 'household.access').press('Enter');
        await expect(w.getByRole('region', { name: /^Inzien met reden/ })).toContainText('Ik denk mee', WAIT);
      },
    },
    {
      name: 'wie-werkt-mee-stop',
      page: w,
      async go() {
        await fieldsOf(w, 'access.add.').first().press('Enter');
        await fieldsOf(w, 'access.stop.').last().press('Enter', WAIT);
        await field(w, 'access.stop.yes').waitFor();
      },
    },
    {
      name: 'lead-dossier-dicht',
      page: m,
      async go() {
        await field(m, 'access.leave').press('Enter');
        await m.getByRole('heading', { level: 1, name: 'Dit dossier is voor jou dicht' }).waitFor(WAIT);
      },
    },
  ];
}

function standingOut(m: Page, w: Page, away: Away): LeadTour['stops'] {
  return [
    {
      name: 'lead-opvallend',
      page: m,
      async go() {
        await openTab(w, dossier, 'Overzicht');
        // The last word of a laptop before it locks: somebody of the same name was looked up.
        await away.stop();
        await goToTeam(m);
        await m.getByRole('region', { name: /^Opvallend kijken/ }).waitFor(WAIT);
        await field(m, 'toast.close').press('Enter');
        await m.getByRole('region', { name: /^Opvallend kijken/ }).scrollIntoViewIfNeeded();
      },
    },
  ];
}

function leaving(m: Page, w: Page, away: Away): LeadTour['stops'] {
  return [
    {
      name: 'lead-laptop-kwijt',
      page: m,
      async go() {
        await m.getByRole('button', { name: `Wijzig ${wilhelmina.name}` }).press('Enter');
        await fieldsOf(m, 'team.lost.').press('Enter');
        await field(m, 'lost.cut').scrollIntoViewIfNeeded();
      },
    },
    {
      name: 'lead-gaat-weg',
      page: m,
      async go() {
        await field(m, 'lost.keep').press('Enter');
        await field(m, 'member.leaves').press('Enter');
        await field(m, 'member.leaves.yes').scrollIntoViewIfNeeded();
      },
    },
    {
      name: 'lead-verdeel',
      page: m,
      async go() {
        await away.writeApart();
        await field(m, 'member.leaves.yes').press('Enter', WAIT);
        await field(m, 'work.unassigned').press('Enter', WAIT);
        await fieldsOf(m, 'caseload.').first().scrollIntoViewIfNeeded();
      },
    },
    {
      name: 'lead-wat-stond-erop',
      page: m,
      async go() {
        await field(m, 'work.unassigned').press('Enter');
        await fieldsOf(m, 'team.lostFacts.').press('Enter', WAIT);
        await m.getByRole('group', { name: 'Wat stond erop?' }).scrollIntoViewIfNeeded();
      },
    },
    {
      name: 'laptop-gewist',
      page: w,
      async go() {
        await away.startAgain();
        await w.getByText(/Deze laptop is op .* leeggemaakt door je team\./).waitFor(WAIT);
      },
    },
    {
      name: 'lead-nog-niet-gedeeld',
      page: m,
      async go() {
        const decline = fieldsOf(m, 'quarantine.decline.').first();
        await decline.press('Enter', WAIT);
        await fieldsOf(m, 'quarantine.reason.').fill('Dit stond al in het dossier.');
      },
    },
  ];
}

/** The laptop of the colleague who leaves, which stops and begins again on the same page. */
class Away {
  readonly #team: PreparedTeam;
  readonly #page: Page;
  #app: LoopbackApp;

  constructor(team: PreparedTeam, page: Page, app: LoopbackApp) {
    this.#team = team;
    this.#page = page;
    this.#app = app;
  }

  async stop(): Promise<void> {
    await this.#app.stop();
  }

  /** Out of reach of the team, something is written that nobody else has. */
  async writeApart(): Promise<void> {
    await this.#team.server.kill();
    await this.#begin();
    await unlock(this.#page, wilhelmina);
    await openTab(this.#page, dossier, 'Gegevens');
    await field(this.#page, 'household.city').fill('Zilverdam');
    await this.#page.keyboard.press('Tab');
    await expectSaved(this.#page);
    await this.stop();
    await this.#team.server.startAgain();
  }

  /** Not `unlock`: this vault may be gone before its first screen is there. */
  async startAgain(): Promise<void> {
    await this.#begin();
    await field(this.#page, 'unlock.passphrase').fill(wilhelmina.passphrase);
    await field(this.#page, 'unlock.passphrase').press('Enter');
  }

  async #begin(): Promise<void> {
    this.#app = await startLoopbackApp(this.#app.dataFolder);
    await this.#page.goto(await this.#app.newAddress());
  }
}
