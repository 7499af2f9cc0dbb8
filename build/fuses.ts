/**
 * The switches inside Electron's binary (https://www.electronjs.org/docs/latest/tutorial/fuses): the installed app is no
 * Node, takes no inspector and no NODE_OPTIONS, and loads nothing but its own sealed archive. Every fuse is named: a
 * newer Electron with one more stops the packaging until somebody has decided about it.
 */
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';

export const FUSES = {
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  // Speed only: without it WebAssembly checks its bounds in code. Argon2id is WebAssembly here.
  [FuseV1Options.WasmTrapHandlers]: true,
} as const;

/** Sets every fuse in this binary. Throws when it has a fuse that is not decided here. */
export async function setFuses(executable: string): Promise<void> {
  await flipFuses(executable, {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: true,
    // Changing bytes breaks the signature that an Apple processor asks for, also on an unsigned build.
    resetAdHocDarwinSignature: process.platform === 'darwin',
    ...FUSES,
  });
}
