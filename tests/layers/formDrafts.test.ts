/** Forms that decide or record something must survive a lock: what they hold is in useFormDraft, not in useState. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const features = join(import.meta.dirname, '../../renderer/features');

/** State of a view (a filter, whose page this is), and secrets that must not be kept. */
const NOT_A_FORM: Readonly<Record<string, readonly string[]>> = {
  'conversation/NewConversation.tsx': ['context', 'text'],
  // What is looked for, not what is written; the agreement itself is a draft.
  'directory/AgreeWith.tsx': ['filter', 'householdId'],
  'directory/Directory.tsx': ['text', 'perspective', 'audience', 'area', 'archived'],
  // A list is read anew from its file after a lock: nothing of it is kept on the disk in between.
  'import/CheckRows.tsx': ['choices'],
  'import/PickColumns.tsx': ['mapping'],
  // How a file is made is chosen anew each time: a lock in between is a reason to think again.
  'export/TakeOut.tsx': ['how', 'includeRestricted', 'understood'],
  'perspectives/PerspectiveEditor.tsx': ['goalIn'],
  'perspectives/Perspectives.tsx': ['personId'],
  'positiveHealth/PositiveHealth.tsx': ['personId'],
  // Alleen tonen: that nothing of it is kept is what it is for.
  'positiveHealth/ShowOnly.tsx': ['scores'],
  'positiveHealth/WebSheet.tsx': ['beforeId'],
};
const OTHER_SCREENS = /^(session|team|search|access|households\/Households|tasks\/Tasks|timeline|history)/;

const stateInControls = (source: string): string[] =>
  [...source.matchAll(/const \[(\w+), \w+\] = useState/g)]
    .map(([, name = '']) => name)
    .filter((name) => new RegExp(`(value|selected)=\\{${name}\\b`).test(source));

it('keeps what is typed in a form of the dossier through hiding and locking', () => {
  const found = globSync('**/*.tsx', { cwd: features })
    .filter((file) => !OTHER_SCREENS.test(file))
    .flatMap((file) =>
      stateInControls(readFileSync(join(features, file), 'utf8'))
        .filter((name) => NOT_A_FORM[file]?.includes(name) !== true)
        .map((name) => `${file}: ${name} is lost at a lock; use useFormDraft`),
    );
  expect(found).toEqual([]);
});

it('would see a form that forgets', () => {
  expect(stateInControls(`const [reason, setReason] = useState(''); <TextArea value={reason} />`)).toEqual(['reason']);
});
