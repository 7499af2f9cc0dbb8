/** Builds shim.c where there is a C compiler (Linux); elsewhere the tests that need it say so by name. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const onLinux = process.platform === 'linux';
export const hasCompiler = onLinux && spawnSync('cc', ['--version']).status === 0;

/** Compiles it into `folder`; answers the library to preload. */
export function buildShim(folder: string): string {
  const library = join(folder, 'shim.so');
  const source = join(import.meta.dirname, 'shim.c');
  const built = spawnSync('cc', ['-shared', '-fPIC', '-O2', '-Wall', '-Werror', '-o', library, source, '-ldl'], {
    encoding: 'utf8',
  });
  if (built.status !== 0) throw new Error(`shim.c does not compile: ${built.stderr}`);
  return library;
}
