/** The step after packing and before signing: the fuses of the packed binary. */
import { join } from 'node:path';
import type { AfterPackContext } from 'electron-builder';
import { setFuses } from './fuses.ts';

export async function afterPackFuses(context: AfterPackContext): Promise<void> {
  await setFuses(packedExecutable(context));
}

function packedExecutable({ appOutDir, electronPlatformName, packager }: AfterPackContext): string {
  const name = packager.appInfo.productFilename;
  if (electronPlatformName === 'win32') return join(appOutDir, `${name}.exe`);
  if (electronPlatformName === 'darwin') return join(appOutDir, `${name}.app`);
  return join(appOutDir, packager.config.linux?.executableName ?? name);
}
