/** What the real composition of the shell asks of Electron: every rule that protects the page, on the recording double. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserWindowConstructorOptions, MenuItemConstructorOptions } from 'electron';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { bundleAll } from '../../build/bundleAll.ts';
import { FakeUtilityProcess } from './electronDouble.ts';
import { startShell, type RunningShell } from './startShell.ts';

type Answer = ReturnType<typeof vi.fn>;
let shell: RunningShell;
beforeAll(async () => {
  await bundleAll({ force: false });
  shell = await startShell();
}, 60_000);
afterAll(async () => {
  await shell.quit();
  await shell.dispose();
});

describe('the window', () => {
  const preferences = (): NonNullable<BrowserWindowConstructorOptions['webPreferences']> =>
    shell.double.windows[0]?.options.webPreferences ?? {};

  it('is the only one, and runs its page sandboxed and without Node [P13]', () => {
    expect(shell.double.windows).toHaveLength(1);
    expect(preferences()).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      safeDialogs: true,
      devTools: false,
    });
    expect(preferences().preload).toMatch(/preload\.cjs$/);
    expect(shell.double.called('app.enableSandbox')).toHaveLength(1);
  });

  it('keeps its session in memory, without a cache and without word lists', () => {
    expect(preferences().partition).toBe('samenspel');
    expect(shell.double.called('session.fromPartition')).toEqual([['samenspel', { cache: false }]]);
    expect(shell.double.called('session.setSpellCheckerEnabled')).toEqual([[false]]);
    const switches = new Map(shell.double.called('commandLine.appendSwitch').map(([name, value]) => [name, value]));
    expect(switches.get('disk-cache-size')).toBe('1');
    expect(switches.has('disable-breakpad')).toBe(true);
  });

  it('has a title that never holds a name', () => {
    const prevent = vi.fn();
    expect(shell.double.windows[0]?.options.title).toBe('Samenspel');
    shell.double.windows[0]?.emit('page-title-updated', { preventDefault: prevent }, 'Familie De Wit');
    expect(prevent).toHaveBeenCalledOnce();
  });

  it('is left out of recordings until the person chooses otherwise', () => {
    expect(shell.double.called('window.setContentProtection')).toEqual([[true]]);
  });

  it('loads our page', () => expect(shell.double.called('window.loadURL')).toEqual([['app://samenspel/']]));
});

describe('the page', () => {
  const ask = async (address: string, init?: RequestInit): Promise<Response> =>
    (await shell.double.protocolHandler?.(new Request(address, init))) ?? Response.error();

  it('is registered as a safe origin that goes round nothing', () => {
    expect(shell.double.handler('protocol.registerSchemesAsPrivileged')).toEqual([
      {
        scheme: 'app',
        privileges: {
          standard: true,
          secure: true,
          supportFetchAPI: true,
          bypassCSP: false,
          allowServiceWorkers: false,
          corsEnabled: false,
          stream: false,
          codeCache: false,
        },
      },
    ]);
  });

  it('comes with a policy without unsafe-*, without network, and a fresh nonce per load', async () => {
    const answers = [await ask('app://samenspel/'), await ask('app://samenspel/')];
    const nonces: string[] = [];
    for (const answer of answers) {
      const policy = answer.headers.get('content-security-policy') ?? '';
      expect(policy).not.toMatch(/unsafe|\*|https?:|wss?:/);
      for (const rule of [
        `default-src 'none'`,
        `script-src 'self'`,
        `connect-src 'none'`,
        `object-src 'none'`,
        `base-uri 'none'`,
        `form-action 'none'`,
        `frame-ancestors 'none'`,
        `require-trusted-types-for 'script'`,
      ])
        expect(policy.split('; ')).toContain(rule);
      const nonce = /'nonce-([\w-]{22})'/.exec(policy)?.[1] ?? 'none';
      nonces.push(nonce);
      const html = await answer.text();
      expect(html).toContain(`nonce="${nonce}"`);
      expect(html).not.toContain('__CSP_NONCE__');
    }
    expect(new Set(nonces).size).toBe(2);
  });

  it('has its files, each with its type and headers that keep nothing', async () => {
    const script = /src="(\/assets\/[^"]+\.js)"/.exec(await (await ask('app://samenspel/')).text())?.[1] ?? '';
    const answer = await ask(`app://samenspel${script}`);
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    });
  });

  it.each([
    'app://samenspel/files.json',
    'app://samenspel/../package.json',
    'app://samenspel/%2e%2e/package.json',
    'app://samenspel/assets/..%2f..%2fpackage.json',
    'app://samenspel//etc/passwd',
    'app://samenspel/etc/passwd',
    'app://samenspel/C:/Windows/win.ini',
    'app://samenspel/?x',
    'app://samenspel/index.html',
    'app://samenspel/%00',
    'app://other/',
    'app://samenspel:1/',
    'app://samenspel.evil.example/',
  ])('has nothing at %s', async (address) => {
    const answer = await ask(address);
    expect([answer.status, await answer.text()]).toEqual([404, '']);
  });

  it('takes nothing but GET', async () => {
    expect((await ask('app://samenspel/', { method: 'POST', body: 'x' })).status).toBe(405);
  });
});

describe('what the page may ask', () => {
  it('is nothing, except to copy text by a button of ours', () => {
    const request = shell.double.handler<(page: null, what: string, answer: Answer, details: object) => void>(
      'session.setPermissionRequestHandler',
    );
    const check = shell.double.handler<(page: null, what: string, origin: string, details: object) => boolean>(
      'session.setPermissionCheckHandler',
    );
    const ours = { isMainFrame: true, requestingUrl: 'app://samenspel/' };
    for (const what of [
      'media',
      'geolocation',
      'notifications',
      'clipboard-read',
      'openExternal',
      'hid',
      'fullscreen',
    ]) {
      const answer = vi.fn();
      request(null, what, answer, ours);
      expect([what, answer.mock.calls]).toEqual([what, [[false]]]);
      expect(check(null, what, 'app://samenspel/', ours)).toBe(false);
    }
    expect(check(null, 'clipboard-sanitized-write', 'app://samenspel/', ours)).toBe(true);
    expect(check(null, 'clipboard-sanitized-write', 'https://evil.example/', ours)).toBe(false);
    expect(check(null, 'clipboard-sanitized-write', 'app://samenspel/', { isMainFrame: false })).toBe(false);
  });

  it('is no device, no screen and no protected kind of USB', () => {
    expect(shell.double.handler<() => boolean>('session.setDevicePermissionHandler')()).toBe(false);
    const streams = vi.fn();
    shell.double.handler<(request: object, answer: Answer) => void>('session.setDisplayMediaRequestHandler')(
      {},
      streams,
    );
    expect(streams.mock.calls).toEqual([[{}]]);
    const pairing = vi.fn();
    shell.double.handler<(details: object, answer: Answer) => void>('session.setBluetoothPairingHandler')({}, pairing);
    expect(pairing.mock.calls).toEqual([[{ confirmed: false }]]);
  });

  it.each([
    ['app://samenspel/assets/x.js', false],
    ['blob:app://samenspel/1', false],
    ['app://other/', true],
    ['https://example.org/', true],
    ['http://127.0.0.1:80/', true],
    ['ws://127.0.0.1/', true],
    ['file:///etc/passwd', true],
    ['data:text/html,x', true],
    ['blob:https://example.org/1', true],
    ['chrome-extension://x/', true],
    ['devtools://devtools/', true],
  ])('of the network: %s is stopped: %s', (url, cancel) => {
    const answer = vi.fn();
    shell.double.handler<(details: object, answer: Answer) => void>('webRequest.onBeforeRequest')({ url }, answer);
    expect(answer.mock.calls).toEqual([[{ cancel }]]);
  });

  it('saves only files that it made itself, where the person chooses', () => {
    const prevent = vi.fn();
    const choose = vi.fn();
    const item = (url: string) => ({ getURL: () => url, setSaveDialogOptions: choose });
    shell.double.session.emit('will-download', { preventDefault: prevent }, item('https://example.org/x'));
    expect([prevent.mock.calls.length, choose.mock.calls.length]).toEqual([1, 0]);
    shell.double.session.emit('will-download', { preventDefault: prevent }, item('blob:app://samenspel/x'));
    expect([prevent.mock.calls.length, choose.mock.calls.length]).toEqual([1, 1]);
  });
});

describe('where the window may go', () => {
  const page = () => shell.double.windows[0]?.page;

  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('%s: only to our page itself', (event) => {
    for (const [url, times] of [
      ['app://samenspel/', 0],
      ['app://samenspel/other', 1],
      ['https://samenspel/', 1],
      ['file:///x', 1],
      ['about:blank', 1],
    ] as const) {
      const preventDefault = vi.fn();
      page()?.emit(event, { url, preventDefault });
      expect([url, preventDefault.mock.calls.length]).toEqual([url, times]);
    }
  });

  it('never holds another web contents', () => {
    const preventDefault = vi.fn();
    page()?.emit('will-attach-webview', { preventDefault });
    expect(preventDefault).toHaveBeenCalledOnce();
  });

  it.each([
    'http://wetten.overheid.nl/',
    'https://evil.example/',
    'https://wetten.overheid.nl.evil.example/',
    'https://wetten.overheid.nl:444/',
    'https://a@wetten.overheid.nl/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'niets',
  ])('opens no window for %s, and asks nobody', (url) => {
    const before = shell.double.called('dialog.showMessageBox').length;
    expect(page()?.windowOpenHandler?.({ url })).toEqual({ action: 'deny' });
    expect(shell.double.called('dialog.showMessageBox')).toHaveLength(before);
    expect(shell.double.called('shell.openExternal')).toEqual([]);
  });

  it('opens a site of the list in the own browser, after showing its name and a yes', async () => {
    const url = 'https://wetten.overheid.nl/BWBR0034925/';
    expect(page()?.windowOpenHandler?.({ url })).toEqual({ action: 'deny' });
    await vi.waitFor(() => expect(shell.double.called('dialog.showMessageBox')).toHaveLength(1));
    const [, options] = shell.double.called('dialog.showMessageBox')[0] as [
      unknown,
      { message: string; defaultId: number },
    ];
    expect(options.message).toContain('wetten.overheid.nl');
    expect(options.defaultId).toBe(1);
    expect(shell.double.called('shell.openExternal')).toEqual([]);
    shell.double.dialogAnswer = 0;
    page()?.windowOpenHandler?.({ url });
    await vi.waitFor(() => expect(shell.double.called('shell.openExternal')).toEqual([[url]]));
  });
});

describe('the menus', () => {
  const items = (): MenuItemConstructorOptions[] =>
    shell.double.menu.flatMap((menu) =>
      Array.isArray(menu.submenu) ? (menu.submenu as MenuItemConstructorOptions[]) : [],
    );

  it('are in Dutch, without a single label of Electron itself, and without tools in an installed app', () => {
    for (const item of items()) if (item.type !== 'separator') expect(item.label).toMatch(/^[A-Z]/);
    expect(items().map((item) => item.role)).not.toContain('toggleDevTools');
    expect(items().map((item) => item.role)).not.toContain('reload');
  });

  it('press the keys of the page for what the page does', () => {
    const lock = items().find((item) => item.label === 'Vergrendel');
    expect(lock).toMatchObject({ accelerator: 'CommandOrControl+L', registerAccelerator: false });
    choose(lock);
    expect(shell.double.windows[0]?.page.input).toEqual([
      { type: 'keyDown', keyCode: 'l', modifiers: ['control'] },
      { type: 'keyUp', keyCode: 'l', modifiers: ['control'] },
    ]);
  });

  it('let the person be seen on a shared screen', () => {
    const shield = items().find((item) => item.type === 'checkbox');
    choose(shield, { checked: false });
    expect(shell.double.called('window.setContentProtection').at(-1)).toEqual([false]);
  });
});

describe('the vault process', () => {
  const vault = () => shell.double.forked[0];

  it('is started without inspector, loader or the environment of the shell', () => {
    expect(vault()?.path).toMatch(/vault\/main\.js$/);
    expect(vault()?.options).toMatchObject({ execArgv: [], stdio: ['ignore', 'ignore', 'pipe'] });
    const names = Object.keys(vault()?.options['env'] as object);
    expect(names.filter((name) => /NODE|ELECTRON|SECRET|TOKEN|npm_/i.test(name))).toEqual([]);
  });

  it('hears of sleep, of the screen lock and of another user', () => {
    const posted = postedTo(vault()?.process);
    const suspends = () => posted.filter(({ message }) => (message as { type: string }).type === 'suspend').length;
    for (const [event, count] of [
      ['suspend', 1],
      ['lock-screen', 2],
      ['user-did-resign-active', 3],
    ] as const) {
      shell.double.powerMonitor.emit(event);
      expect(suspends()).toBe(count);
    }
  });
});

describe('another start', () => {
  it('of the same profile ends at once, without a vault and without touching its folder', async () => {
    const second = await startShell((double) => (double.isFirstInstance = false));
    expect(second.double.called('app.quit')).toHaveLength(1);
    expect(second.double.forked).toEqual([]);
    expect(existsSync(join(second.dataFolder, 'electron'))).toBe(false);
    await second.dispose();
  });

  it('of the program shows the window that is there', () => {
    const before = shell.double.called('window.focus').length;
    shell.double.app.emit('second-instance');
    expect(shell.double.called('window.focus')).toHaveLength(before + 1);
    expect(shell.double.windows).toHaveLength(1);
  });

  it('has tools for developers only when it is not installed', async () => {
    const unpacked = await startShell((double) => (double.isPackaged = false));
    expect(unpacked.double.windows[0]?.options.webPreferences?.devTools).toBe(true);
    await unpacked.quit();
    await unpacked.dispose();
  });
});

describe('the end', () => {
  it('waits for the vault, and takes the session folder along', async () => {
    const ending = await startShell();
    const folder = new Map(ending.double.called('app.setPath').map(([name, path]) => [name, String(path)]));
    expect(folder.get('userData')).toBe(join(ending.dataFolder, 'electron'));
    expect(existsSync(folder.get('sessionData') ?? '')).toBe(true);
    await ending.quit();
    const posted = postedTo(ending.double.forked[0]?.process);
    expect(posted.at(-1)?.message).toEqual({ type: 'end' });
    expect(existsSync(folder.get('sessionData') ?? '')).toBe(false);
    expect(ending.double.called('app.quit')).toHaveLength(2);
    await ending.dispose();
  });
});

/** Chooses it in the menu; `item` is what Electron tells about its new state. */
function choose(chosen: MenuItemConstructorOptions | undefined, item: { readonly checked?: boolean } = {}): void {
  const click: unknown = chosen?.click;
  if (typeof click !== 'function') throw new Error('nothing to choose');
  click(item);
}

function postedTo(process: unknown): readonly { readonly message: unknown }[] {
  if (!(process instanceof FakeUtilityProcess)) throw new Error('no such process');
  return process.posted;
}
