/** What the built shell holds: only the parts of Electron that its rules are about, and no code made from text. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundleAll } from '../../build/bundleAll.ts';
import { outFolder } from '../../build/bundleEntries.ts';

/** What main.js may import of Electron. A new name is a decision: add it here, to the double, and say why in ADR 0008. */
const ALLOWED = [
  'app',
  'BrowserWindow',
  'dialog',
  'ipcMain',
  'Menu',
  'MessageChannelMain',
  'powerMonitor',
  'protocol',
  'safeStorage',
  'session',
  'shell',
  'utilityProcess',
];

let main = '';
let preload = '';
beforeAll(async () => {
  await bundleAll({ force: false });
  main = await readFile(join(outFolder, 'shell/main.js'), 'utf8');
  preload = await readFile(join(outFolder, 'shell/preload.cjs'), 'utf8');
}, 60_000);

/** Without the texts of packages, which speak about many things in their comments. */
const withoutComments = (code: string): string => code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');

describe('the bundle of the main process', () => {
  it('imports of Electron only what is allowed, by name', () => {
    const imports = [...main.matchAll(/import\s*\{([^}]*)\}\s*from\s*["']electron["']/g)];
    const names = imports.flatMap((match) =>
      (match[1] ?? '').split(',').map((name) => name.trim().split(' as ')[0] ?? ''),
    );
    expect(names.filter(Boolean).sort()).toEqual([...ALLOWED].sort());
    // Not by another way either.
    expect(main.match(/(from\s*|require\(|import\()["']electron(\/\w+)?["']/g)).toHaveLength(imports.length);
  });

  it('makes windows in one place, and none of its preferences is loosened [P13]', () => {
    expect(main.match(/new BrowserWindow\(/g)).toHaveLength(1);
    for (const rule of [
      /contextIsolation: true/,
      /sandbox: true/,
      /nodeIntegration: false/,
      /nodeIntegrationInWorker: false/,
      /nodeIntegrationInSubFrames: false/,
      /webSecurity: true/,
      /webviewTag: false/,
      /devTools: !app\.isPackaged/,
    ])
      expect(main.match(new RegExp(rule, 'g'))).toHaveLength(1);
    const loosened = /contextIsolation: false|sandbox: false|nodeIntegration\w*: true|webSecurity: false|["'`]persist:/;
    expect(loosened.test(withoutComments(main))).toBe(false);
  });

  it('listens to the page in one place', () => {
    expect(main.match(/ipcMain\.\w+\(/g)).toEqual(['ipcMain.on(']);
  });

  it('has no database, no keys, no documents and no network', () => {
    for (const name of [
      'better-sqlite3',
      'libsodium-wrappers-sumo',
      'yjs',
      'ws',
      'node:http',
      'node:https',
      'node:net',
      'node:tls',
    ])
      expect([name, new RegExp(`["']${name}["']`).test(main)]).toEqual([name, false]);
    expect(/\bfetch\(|new WebSocket\(|crashReporter|autoUpdater|desktopCapturer/.test(withoutComments(main))).toBe(
      false,
    );
  });

  it('uses only the asynchronous functions of the keychain', () => {
    expect(main).not.toMatch(/\b(en|de)cryptString\(|isEncryptionAvailable\(|setUsePlainTextEncryption/);
  });

  it('makes no code from text', () => {
    // Two places of zod can; both are switched off before the first schema is used.
    expect(main.match(/new (Function|F)\(/g)).toEqual(['new Function(', 'new F(']);
    expect(main.indexOf('jitless: true')).toBeGreaterThan(0);
    expect(/\beval\(|node:vm|executeJavaScript|insertCSS/.test(withoutComments(main))).toBe(false);
  });
});

describe('the bundle of the preload', () => {
  it('is one small CommonJS file that the sandbox can load', () => {
    expect(preload).not.toMatch(/^\s*(import|export)\b/m);
    expect([...preload.matchAll(/require\(["']([^"']+)["']\)/g)].map((match) => match[1])).toEqual(['electron']);
    expect(preload.length).toBeLessThan(4_000);
  });

  it('gives the page its three functions and never ipcRenderer', () => {
    expect(preload.match(/exposeInMainWorld\(/g)).toHaveLength(1);
    expect(preload).not.toMatch(/exports\.|module\.exports|window\.\w+\s*=|globalThis\.\w+\s*=/);
    expect(preload.match(/ipcRenderer\.\w+/g)?.every((use) => /\.(on|send)$/.test(use))).toBe(true);
    expect(preload).not.toMatch(/\beval\(|new Function\(/);
  });
});
