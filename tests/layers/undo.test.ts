/**
 * Every command that changes something says here how a person takes it back, and where the screen offers that:
 *   undo         "Ongedaan maken" right after it, by `back`
 *   reversal     the same screen does the opposite, by `back`, as often as one likes
 *   decision     logged; undone by a new, logged decision, by `back`
 *   nothing      there is nothing to take back: it adds or repairs, and loses nothing
 *   irreversible by its nature; the screen says so first, in `words`
 * A command that is not here fails: say how it is undone before it is built.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands, type CommandName } from '../../shared/contract/contract.ts';

type Undone =
  | { readonly how: 'undo' | 'reversal' | 'decision'; readonly back: CommandName; readonly at: string }
  | { readonly how: 'nothing'; readonly why: string }
  | { readonly how: 'irreversible'; readonly words: string; readonly at: string };

const undo = (back: CommandName, at: string): Undone => ({ how: 'undo', back, at });
const reversal = (back: CommandName, at: string): Undone => ({ how: 'reversal', back, at });
const decision = (back: CommandName, at: string): Undone => ({ how: 'decision', back, at });
const nothing = (why: string): Undone => ({ how: 'nothing', why });
const irreversible = (at: string, words: string): Undone => ({ how: 'irreversible', words, at });

const table: Partial<Record<CommandName, Undone>> = {
  'profile.finishSetup': nothing('makes a vault beside what is there'),
  'vault.recover': reversal('profile.changePassphrase', 'session/ChangePassphrase.tsx'),
  'profile.changePassphrase': reversal('profile.changePassphrase', 'session/ChangePassphrase.tsx'),
  'profile.changePin': reversal('profile.changePin', 'session/ChangePin.tsx'),

  'household.create': reversal('household.archive', 'household/Archive.tsx'),
  'household.archive': undo('household.archive', 'household/Archive.tsx'),
  'conversation.create': undo('document.push', 'household/newRecord.ts'),
  'conversation.finalize': irreversible(
    'conversation/Finalize.tsx',
    'Daarna verandert niemand de tekst meer, ook jij niet.',
  ),
  'action.setStatus': undo('action.setStatus', 'today/DueRow.tsx'),
  'document.push': undo('document.push', 'household/newRecord.ts'),

  'backup.create': nothing('a copy beside the others'),
  'backup.restore': nothing('the present state is kept as a copy first, and can be put back in turn'),
  'projection.rebuild': nothing('lists are made again from the documents'),

  'consultation.plan': undo('consultation.stop', 'consultation/PlanConsultation.tsx'),
  'consultation.start': reversal('consultation.stop', 'consultation/ClosingOverview.tsx'),
  'consultation.stop': undo('consultation.start', 'consultation/ClosingOverview.tsx'),
  'consultation.keep': reversal('consultation.keep', 'consultation/useWalkInDraft.ts'),
  'consultation.save': undo('consultation.undo', 'consultation/RunningConsultation.tsx'),
  'consultation.undo': reversal('consultation.save', 'consultation/useWalkInDraft.ts'),
  'consultation.remove': undo('consultation.remove', 'consultation/WalkInList.tsx'),
  'consultation.link': undo('consultation.undo', 'consultation/LinkWalkIn.tsx'),
  'consultation.signal': undo('consultation.takeSignalBack', 'consultation/AreaSignal.tsx'),
  'consultation.takeSignalBack': reversal('consultation.signal', 'consultation/AreaSignal.tsx'),
  'tasks.setStatus': undo('tasks.setStatus', 'tasks/TaskRow.tsx'),
  'tasks.move': undo('tasks.move', 'tasks/TaskRow.tsx'),

  'team.found': nothing('begins a team; what is on the laptop stays there'),
  'team.partsOnPaper': irreversible('team/OrganisationParts.tsx', 'Vergrendel je nu, dan zijn ze weg.'),
  'team.invite': nothing('a code that works once, for a day'),
  'team.answerJoin': reversal('team.revokeDevice', 'team/Laptops.tsx'),
  'team.join': reversal('team.cancelJoin', 'team/JoinWaiting.tsx'),
  'team.shareHouseholds': decision('access.set', 'access/StopAccess.tsx'),
  'team.setRoles': decision('team.setRoles', 'team/Members.tsx'),
  'team.revokeDevice': decision('team.invite', 'team/Invite.tsx'),
  'team.revokeUser': decision('team.invite', 'team/Invite.tsx'),
  'team.useParts': nothing('the key goes out of memory by itself after ten minutes'),
  'team.recover': nothing('lets a laptop in with two papers'),
  'access.set': decision('access.set', 'access/WhoWorksAlong.tsx'),
  'access.takeOver': decision('access.leave', 'access/LookedIn.tsx'),
  'access.leave': decision('access.takeOver', 'team/PassOn.tsx'),
  'quarantine.take': nothing('the work stands in its dossier, with who wrote it'),
  'quarantine.decline': irreversible('team/Quarantine.tsx', 'Waarom neem je het niet over?'),

  'handover.propose': decision('handover.answer', 'handover/HandoverNotice.tsx'),
  'handover.answer': decision('handover.propose', 'handover/HandoverDialog.tsx'),
  'plan.adopt': decision('plan.setStatus', 'plan/PlanHead.tsx'),
  'plan.setStatus': decision('plan.setStatus', 'plan/PlanHead.tsx'),
  'plan.choose': decision('plan.adopt', 'plan/AdoptPlan.tsx'),
  'regisseur.assign': decision('regisseur.assign', 'plan/RegisseurLine.tsx'),
  'regisseur.choose': decision('regisseur.assign', 'plan/RegisseurLine.tsx'),
  'evaluation.record': decision('evaluation.record', 'plan/EvaluationEditor.tsx'),
  'household.close': decision('household.reopen', 'closing/Closings.tsx'),
  'household.reopen': decision('household.close', 'closing/Closing.tsx'),
  'meldcode.recordStep': decision('meldcode.recordStep', 'safety/StepForm.tsx'),

  'worknote.save': reversal('worknote.delete', 'worknotes/WorkNotes.tsx'),
  'worknote.delete': undo('worknote.save', 'worknotes/WorkNotes.tsx'),
  'worknote.promote': irreversible('worknotes/PromoteNote.tsx', 'Vanaf nu hoort het bij het dossier.'),
  'history.erase': irreversible('history/HistoryDialog.tsx', 'komen niet terug'),

  'import.household': reversal('household.archive', 'household/Archive.tsx'),
  'import.run': reversal('import.undo', 'import/EarlierImports.tsx'),
  'import.undo': nothing('the list can be read in again'),
  'municipality.set': undo('municipality.set', 'municipality/ProfileEditor.tsx'),
  'organisation.save': undo('organisation.save', 'directory/OrganisationEditor.tsx'),
  'organisation.confirm': undo('organisation.confirm', 'directory/OrganisationDetail.tsx'),
  'organisation.archive': undo('organisation.archive', 'directory/OrganisationDetail.tsx'),
  'organisation.agree': undo('document.push', 'household/newRecord.ts'),
  'organisation.bringOwn': undo('organisation.bringOwn', 'directory/BringOwn.tsx'),
};

const features = join(import.meta.dirname, '../../renderer/features');
const screen = (at: string): string => readFileSync(join(features, at), 'utf8').replaceAll(/\s+/g, ' ');
const changing = (Object.keys(commands) as CommandName[]).filter((name) => commands[name].audit === 'change');

describe('what was changed can be taken back', () => {
  it.each(changing)('%s says how [U8]', (name) => {
    const undone = table[name];
    if (undone === undefined) expect.fail('a new command: say in this table how a person takes it back');
    if (undone.how === 'nothing') return;
    const shown = screen(undone.at);
    if (undone.how === 'irreversible') {
      expect(shown).toContain(undone.words);
      return;
    }
    // A document is changed through its replica, not by calling the command.
    if (undone.back === 'document.push') expect(shown).toMatch(/undo: .*restoreDeleted/);
    else expect(shown).toContain(`'${undone.back}'`);
    if (undone.how === 'undo') expect(shown).toMatch(/undo:/);
  });

  it('is said of no command that changes nothing', () => {
    expect(Object.keys(table).filter((name) => !changing.includes(name as CommandName))).toEqual([]);
  });
});
