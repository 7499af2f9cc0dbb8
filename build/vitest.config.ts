/**
 * Three projects by the time they may take: `unit` (pure code, seconds), `integration` (real SQLite, sockets, processes)
 * and `fault` (kill, torn files, floods). A test says where it belongs by its name: `x.test.ts`, `x.integration.test.ts`,
 * `x.fault.test.ts`. SEED chooses the seed of every property test and is printed.
 */
import { defineConfig } from 'vitest/config';
import { projectFolder } from './bundleEntries.ts';

const anywhere = (name: string) => [`{shared,electron,renderer,sync-server,tests,build}/**/*.${name}.{ts,tsx}`];
const integration = [
  ...anywhere('integration.test'),
  'tests/layers/**/*.test.ts',
  'electron/{vault/store,loopback}/**/*.test.ts',
];
const fault = anywhere('fault.test');
/** A shared machine may stall. Who needed the second try is named in the outcome (testReports.ts), and is a bug to look at. */
const retry = process.env['CI'] === undefined ? 0 : 1;
const never = ['**/node_modules/**', 'tests/bench/peers/**', 'out/**'];

export default defineConfig({
  root: projectFolder,
  test: {
    reporters: process.env['TEST_REPORT']
      ? ['default', ['json', { outputFile: process.env['TEST_REPORT'] }]]
      : ['default'],
    env: { SEED: process.env['SEED'] ?? '20261121', TZ: 'Europe/Amsterdam' },
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          // Reading the sources anew for each file took more time than the tests.
          isolate: false,
          include: anywhere('test'),
          exclude: [...never, ...integration, ...fault],
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: integration,
          globalSetup: 'build/buildForTests.ts',
          exclude: [...never, ...fault],
          retry,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'fault',
          include: fault,
          globalSetup: 'build/buildForTests.ts',
          exclude: never,
          retry,
          testTimeout: 300_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
