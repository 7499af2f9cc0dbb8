/**
 * `npm run check:types`: each layer is compiled alone, with its own libraries, so that a global which does not exist
 * there (the DOM in the vault, Node in shared code) does not compile. Two at a time.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from './bundleEntries.ts';
import { runPart } from './runPart.ts';

const LAYERS = [
  'tests',
  'renderer',
  'shared',
  'electron/vault',
  'electron/host',
  'electron/loopback',
  'electron/shell',
  'sync-server',
  'build',
];
const tsc = join(projectFolder, 'node_modules/typescript/bin/tsc');

const waiting = LAYERS.filter((layer) => hasSources(layer));
let failed = 0;

async function work(): Promise<void> {
  for (let layer = waiting.shift(); layer !== undefined; layer = waiting.shift()) {
    const result = await runPart({ name: `types ${layer.replace('/', ' ')}`, command: [tsc, '-p', layer] });
    failed += result.failed;
    console.log(`${result.failed === 0 ? 'ok  ' : 'FAIL'} types ${layer} ${result.seconds.toFixed(1)} s`);
    if (result.failed > 0) console.log(result.output);
  }
}

function hasSources(layer: string): boolean {
  return existsSync(join(projectFolder, layer, 'tsconfig.json'));
}

await Promise.all([work(), work()]);
process.exitCode = failed === 0 ? 0 : 1;
