/** Runs the shell's real main.ts against the double, on a data folder of its own. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { ElectronDouble } from './electronDouble.ts';

export interface RunningShell {
  readonly double: ElectronDouble;
  readonly dataFolder: string;
  /** Quits as a person does, and waits for the end. */
  quit(): Promise<void>;
  dispose(): Promise<void>;
}

/** Starts; settles when there is a window, or the shell gave up. */
export async function startShell(prepare: (double: ElectronDouble) => void = () => undefined): Promise<RunningShell> {
  const double = new ElectronDouble();
  prepare(double);
  const dataFolder = await mkdtemp(join(tmpdir(), 'samenspel-shell-'));
  process.argv = [process.execPath, 'app', '--profile', dataFolder];
  vi.resetModules();
  vi.doMock('electron', () => double.module());
  await import('../../electron/shell/main.ts');
  await vi.waitFor(() => {
    const isOver = double.called('app.exit').length > 0 || double.called('app.quit').length > 0;
    if (!isOver && double.called('window.loadURL').length === 0) throw new Error('not started yet');
  }, 20_000);
  const { app } = (await import('electron')) as unknown as { app: { quit(): void } };
  return {
    double,
    dataFolder,
    async quit() {
      app.quit();
      await double.exited.promise;
    },
    dispose: () => rm(dataFolder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }),
  };
}
