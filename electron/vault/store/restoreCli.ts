/**
 * `npm run restore -- [--profile DIR] [--recovery-code]`, and with --repair `npm run repair`: composition root of
 * restoreDialogue on a real terminal.
 * Without --profile it looks where this operating system keeps such data.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createNodeDeps } from '../nodeDeps.ts';
import { stretchInChild } from '../nodeStretch.ts';
import { openTerminal, usualFolder } from './nodeTerminal.ts';
import { repairFromTerminal, restoreFromTerminal } from './restoreDialogue.ts';

const { values } = parseArgs({
  options: { profile: { type: 'string' }, 'recovery-code': { type: 'boolean' }, repair: { type: 'boolean' } },
});
const dataFolder = values.profile === undefined ? usualFolder() : resolve(values.profile);
if (dataFolder === null) {
  process.stderr.write('Waar staan de gegevens? Zet erachter: --profile MAP\n');
  process.exitCode = 1;
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
    const run = values.repair === true ? repairFromTerminal : restoreFromTerminal;
    const done = await run(terminal, deps, values['recovery-code'] ?? false);
    process.exitCode = done ? 0 : 1;
  } finally {
    terminal.close();
  }
}
