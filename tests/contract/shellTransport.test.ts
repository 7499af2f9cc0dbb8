/** The shell's bridge: preload, IPC and the main process's end, over the recording double of Electron. */
import { describe, expect, it, vi } from 'vitest';
import { MAX_MESSAGE_BYTES } from '../../shared/contract/bytes.ts';
import type { Transport } from '../../shared/contract/transport.ts';
import type { ShellBridge } from '../../renderer/transport/shellTransport.ts';
import type { ScreenTransport } from '../../renderer/transport/socketTransport.ts';
import { ElectronDouble, Page } from '../shell/electronDouble.ts';
import { connectPage, loadPreload } from '../shell/shellPage.ts';
import { transportSuite } from './transportSuite.ts';

interface Shell {
  readonly double: ElectronDouble;
  readonly bridge: ShellBridge;
  readonly events: string[];
  readonly screens: string[];
  /** The vault's end of the connection that the page makes now. */
  connect(): Promise<{ readonly screen: ScreenTransport; readonly vault: Transport; readonly screenId: string }>;
}

async function openShell(): Promise<Shell> {
  const double = new ElectronDouble();
  vi.resetModules();
  vi.doMock('electron', () => double.module());
  const page = new Page(double);
  double.windows.push({ options: {}, page, emit: () => true });
  const { createIpcBridge } = await import('../../electron/shell/ipcBridge.ts');
  const screens: string[] = [];
  const events: string[] = [];
  const ends = new Map<
    string,
    { listener: ((bytes: Uint8Array) => void) | null; kept: Uint8Array[]; closed: (() => void)[]; isClosed: boolean }
  >();
  const main = createIpcBridge({
    page: () => page as never,
    onScreen(screenId) {
      screens.push(screenId);
      ends.set(screenId, { listener: null, kept: [], closed: [], isClosed: false });
    },
    onMessage(screenId, bytes) {
      const end = ends.get(screenId);
      if (end?.listener) end.listener(bytes);
      else end?.kept.push(bytes);
    },
    onGone(screenId) {
      const end = ends.get(screenId);
      if (end === undefined) return;
      end.isClosed = true;
      for (const closed of end.closed.splice(0)) closed();
    },
    logger: { event: (name) => void events.push(name) },
  });
  const bridge = await loadPreload(double);
  return {
    double,
    bridge,
    events,
    screens,
    async connect() {
      const count = screens.length;
      const screen = connectPage(bridge);
      await vi.waitFor(() => expect(screens.length).toBe(count + 1));
      const screenId = screens.at(-1) ?? '';
      const end = ends.get(screenId);
      if (end === undefined) throw new Error('no screen');
      const vault: Transport = {
        send: (bytes) => main.send(screenId, bytes),
        onMessage(listener) {
          end.listener = listener;
          for (const bytes of end.kept.splice(0)) listener(bytes);
        },
        onClose: (listener) => (end.isClosed ? listener() : void end.closed.push(listener)),
        close: () => main.end(screenId),
      };
      return { screen, vault, screenId };
    },
  };
}

transportSuite('shell bridge', async () => {
  const { screen, vault } = await (await openShell()).connect();
  return { screen, vault, dispose: async () => screen.close() };
});

describe('the shell bridge', () => {
  it('gives the page three functions and nothing of Electron', async () => {
    const { double } = await openShell();
    expect([...double.exposed.keys()]).toEqual(['samenspel']);
    expect(Object.keys(double.exposed.get('samenspel') ?? {}).sort()).toEqual(['onClose', 'onMessage', 'send']);
  });

  it.each([
    ['another frame of the page', { url: 'app://samenspel/' }],
    ['a frame that is gone', null],
  ])('hears nothing from %s', async (_who, frame) => {
    const shell = await openShell();
    const { screen, vault } = await shell.connect();
    const heard = vi.fn();
    vault.onMessage(heard);
    shell.double.senderFrame = frame;
    screen.send(new Uint8Array([1]));
    await vi.waitFor(() => expect(shell.events).toEqual(['bridge.refusedSender']));
    expect(heard).not.toHaveBeenCalled();
  });

  it.each([
    'https://samenspel/',
    'app://other/',
    'app://samenspel.evil.example/',
    'file:///app://samenspel/',
    'about:blank',
  ])('hears nothing when the main frame shows %s', async (url) => {
    const shell = await openShell();
    const { screen, vault } = await shell.connect();
    const heard = vi.fn();
    vault.onMessage(heard);
    const frame = shell.double.windows[0]?.page.mainFrame as { url: string };
    frame.url = url;
    screen.send(new Uint8Array([1]));
    await vi.waitFor(() => expect(shell.events).toEqual(['bridge.refusedSender']));
    expect(heard).not.toHaveBeenCalled();
  });

  it('ends a connection that sends more than the contract allows', async () => {
    const shell = await openShell();
    const { screen, vault } = await shell.connect();
    const heard = vi.fn();
    vault.onMessage(heard);
    const ended = new Promise<void>((resolve) => screen.onClose(resolve));
    screen.send(new Uint8Array(MAX_MESSAGE_BYTES + 1));
    await ended;
    expect([shell.events, heard.mock.calls]).toEqual([['bridge.malformed'], []]);
  });

  it.each([
    ['text', [1, 'text']],
    ['no link', [undefined, new Uint8Array([1])]],
    ['a link that is not a number', ['1', null]],
    ['an object', [1, { length: 3 }]],
  ])('relays nothing of a message that is %s', async (_what, args) => {
    const shell = await openShell();
    const { vault } = await shell.connect();
    const heard = vi.fn();
    vault.onMessage(heard);
    const page = shell.double.windows[0]?.page;
    shell.double.ipcMain.emit('samenspel', { sender: page, senderFrame: page?.mainFrame }, ...args);
    expect([heard.mock.calls, shell.screens.length]).toEqual([[], 1]);
  });

  it('begins anew when the page connects again, and lets nothing of before come through', async () => {
    const shell = await openShell();
    const first = await shell.connect();
    const gone = new Promise<void>((resolve) => first.vault.onClose(resolve));
    const second = await shell.connect();
    await gone;
    expect(second.screenId).not.toBe(first.screenId);
    const heard: Uint8Array[] = [];
    second.screen.onMessage((message) => heard.push(message));
    first.vault.send(new Uint8Array([1]));
    second.vault.send(new Uint8Array([2]));
    await vi.waitFor(() => expect(heard).toEqual([new Uint8Array([2])]));
  });
});
