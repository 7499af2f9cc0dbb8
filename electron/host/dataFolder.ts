import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** Where profiles live unless `--profile DIR` says otherwise: the usual place of this operating system. */
export function dataFolderFor(
  chosen: string | null,
  environment: NodeJS.ProcessEnv,
  platform: NodeJS.Platform,
): string {
  if (chosen !== null) return resolve(chosen);
  if (platform === 'win32') return join(environment['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'Samenspel');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Samenspel');
  return join(environment['XDG_DATA_HOME'] || join(homedir(), '.local', 'share'), 'samenspel');
}
