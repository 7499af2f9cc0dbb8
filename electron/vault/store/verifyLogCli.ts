/**
 * `npm run verify-log -- [--profile DIR] [--recovery-code] [--head ROW:MAC]...`: composition root of verifyLogDialogue on a
 * real terminal. A --head is what a colleague's laptop printed about this one. Ends with 1 when something is not as it was.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createNodeDeps } from '../nodeDeps.ts';
import { stretchInChild } from '../nodeStretch.ts';
import { openTerminal, usualFolder } from './nodeTerminal.ts';
import { headFromText, verifyLogFromTerminal } from './verifyLogDialogue.ts';

const { values } = parseArgs({
  options: {
    profile: { type: 'string' },
    'recovery-code': { type: 'boolean' },
    head: { type: 'string', multiple: true },
  },
});
const dataFolder = values.profile === undefined ? usualFolder() : resolve(values.profile);
const heads = (values.head ?? []).map(headFromText);
if (dataFolder === null || heads.includes(null)) {
  process.stderr.write(
    dataFolder === null
      ? 'Waar staan de gegevens? Zet erachter: --profile MAP\n'
      : 'Een kop schrijf je als --head REGEL:KENMERK, zoals de laptop van je collega hem toont.\n',
  );
  process.exitCode = 2;
} else {
  const terminal = openTerminal();
  try {
    const nodeDeps = createNodeDeps({
      host: 'loopback',
      appVersion: process.env['npm_package_version'] ?? '0.0.0',
      dataFolder,
      keychain: null,
      stretch: stretchInChild,
      end: () => undefined,
    });
    // A person reads along here.
    const deps = { ...nodeDeps, logger: { event: () => undefined } };
    const whole = await verifyLogFromTerminal(terminal, deps, {
      withRecoveryCode: values['recovery-code'] ?? false,
      heads: heads.filter((head) => head !== null),
    });
    process.exitCode = whole ? 0 : 1;
  } finally {
    terminal.close();
  }
}
