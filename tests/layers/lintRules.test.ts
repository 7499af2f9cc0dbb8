/**
 * The layer rules catch what they say. Each violation is planted as a real file in its layer, in a
 * copy of the sources, and linted with the project's own configuration: a rule that silently matches nothing fails here.
 */
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const project = join(import.meta.dirname, '../..');
let copy = '';

interface Violation {
  readonly layer: string;
  readonly code: string;
  readonly rule: string;
}

const violations: readonly Violation[] = [
  {
    layer: 'shared/domain',
    code: `import { readFileSync } from 'node:fs';\nexport const x = readFileSync;`,
    rule: 'no-restricted-imports',
  },
  { layer: 'shared/domain', code: `import * as Y from 'yjs';\nexport const x = Y.Doc;`, rule: 'no-restricted-imports' },
  {
    layer: 'shared/documents',
    code: `import { app } from 'electron';\nexport const x = app;`,
    rule: 'no-restricted-imports',
  },
  {
    layer: 'shared/contract',
    code: `import type { VaultDeps } from '../../../electron/vault/vaultDeps.ts';\nexport type X = VaultDeps;`,
    rule: 'boundaries(dependencies)',
  },
  {
    layer: 'shared/sync',
    code: `import { createRoot } from 'react-dom/client';\nexport const x = createRoot;`,
    rule: 'no-restricted-imports',
  },
  {
    layer: 'electron/vault/store',
    code: `import { app } from 'electron';\nexport const x = app;`,
    rule: 'no-restricted-imports',
  },
  {
    layer: 'electron/vault/store',
    code: `import { startHost } from '../../../loopback/startHost.ts';\nexport const x = startHost;`,
    rule: 'boundaries(dependencies)',
  },
  {
    layer: 'electron/vault/keys',
    code: `export const x = (): number => Date.now();`,
    rule: 'no-restricted-properties',
  },
  {
    layer: 'electron/vault/keys',
    code: `export const x = (): number => Math.random();`,
    rule: 'no-restricted-properties',
  },
  {
    layer: 'electron/vault/keys',
    code: `export const x = (): string => crypto.randomUUID();`,
    rule: 'no-restricted-properties',
  },
  { layer: 'electron/vault/keys', code: `export const x = (): void => console.log('key');`, rule: 'no-console' },
  { layer: 'electron/vault/keys', code: `export const x = (text: string): unknown => eval(text);`, rule: 'no-eval' },
  {
    layer: 'electron/vault/keys',
    code: `export function x(): void {\n  Promise.resolve(1);\n}`,
    rule: 'no-floating-promises',
  },
  { layer: 'electron/vault/keys', code: `export const x = (value: any): unknown => value;`, rule: 'no-explicit-any' },
  {
    layer: 'electron/loopback',
    code: `import Database from 'better-sqlite3';\nexport const x = Database;`,
    rule: 'no-restricted-imports',
  },
  {
    layer: 'electron/loopback',
    code: `import type { OpenVault } from '../../vault/openVault.ts';\nexport type X = OpenVault;`,
    rule: 'boundaries(dependencies)',
  },
  {
    layer: 'electron/shell',
    code: `import type { OpenVault } from '../../vault/openVault.ts';\nexport type X = OpenVault;`,
    rule: 'boundaries(dependencies)',
  },
  {
    layer: 'electron/shell',
    code: `import * as Y from 'yjs';\nexport const x = Y.Doc;`,
    rule: 'no-restricted-imports',
  },
  {
    layer: 'renderer/features',
    code: `import { readFileSync } from 'node:fs';\nexport const x = readFileSync;`,
    rule: 'no-restricted-imports',
  },
  {
    layer: 'renderer/features',
    code: `import sodium from 'libsodium-wrappers-sumo';\nexport const x = sodium;`,
    rule: 'no-restricted-imports',
  },
  {
    layer: 'renderer/features',
    code: `import * as Y from 'yjs';\nexport const x = Y.Doc;`,
    rule: 'no-restricted-imports',
  },
  {
    layer: 'renderer/features',
    code: `import type { OpenVault } from '../../../electron/vault/openVault.ts';\nexport type X = OpenVault;`,
    rule: 'boundaries(dependencies)',
  },
  {
    layer: 'renderer/features',
    code: `export const x = (element: Element): void => {\n  element.innerHTML = '<b>';\n};`,
    rule: 'no-restricted-properties',
  },
  {
    layer: 'renderer/features',
    code: `export const X = () => <p dangerouslySetInnerHTML={{ __html: '' }} />;`,
    rule: 'no-danger',
  },
  { layer: 'renderer/features', code: `export default 1;`, rule: 'no-default-export' },
  {
    layer: 'sync-server',
    code: `import { documentKinds } from '../../shared/documents/schema.ts';\nexport const x = documentKinds;`,
    rule: 'boundaries(dependencies)',
  },
  {
    layer: 'sync-server',
    code: `import { commands } from '../../shared/contract/contract.ts';\nexport const x = commands;`,
    rule: 'boundaries(dependencies)',
  },
];

const fileOf = ({ layer, code }: Violation, index: number): string =>
  `${layer}/planted/violation${index}.${code.includes('<p ') ? 'tsx' : 'ts'}`;
const files = violations.map(fileOf);
let findings: readonly { filename: string; code: string }[] = [];

beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'samenspel-lint-'));
  for (const part of [
    'shared',
    'electron',
    'renderer',
    'sync-server',
    'tsconfig.json',
    'package.json',
    '.oxlintrc.json',
  ]) {
    await cp(join(project, part), join(copy, part), { recursive: true });
  }
  await symlink(join(project, 'node_modules'), join(copy, 'node_modules'), 'junction');
  for (const [index, violation] of violations.entries()) {
    const file = join(copy, fileOf(violation, index));
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, `${violation.code}\n`);
  }
  const output = await lint(files);
  findings = (JSON.parse(output.slice(output.indexOf('{'))) as { diagnostics: typeof findings }).diagnostics;
}, 120_000);

afterAll(() => rm(copy, { recursive: true }));

function lint(paths: readonly string[]): Promise<string> {
  const oxlint = join(project, 'node_modules/oxlint/bin/oxlint');
  const command = [oxlint, '-c', '.oxlintrc.json', '--type-aware', '-f', 'json', ...paths];
  return new Promise((resolve) => {
    execFile(process.execPath, command, { cwd: copy, maxBuffer: 64 * 1024 * 1024 }, (_error, stdout) =>
      resolve(stdout),
    );
  });
}

describe('a planted violation is found', () => {
  it.each(violations.map((violation, index) => ({ ...violation, file: fileOf(violation, index) })))(
    '$layer: $code ($rule)',
    ({ file, rule }) => {
      const rules = findings.filter(({ filename }) => filename.endsWith(file)).map(({ code }) => code);
      expect(rules.join(' ')).toContain(rule);
    },
  );
});
