/**
 * Stands in for the `electron` module, of which no binary is needed: it records what the shell asks of it, lets a test
 * play the events, and throws at anything that it does not know. What the shell may use of Electron is what is here.
 */
import { EventEmitter } from 'node:events';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import type { BrowserWindowConstructorOptions, MenuItemConstructorOptions } from 'electron';

/** Everything that was called, in order: `app.setPath`, `session.setPermissionCheckHandler` ... */
export interface Call {
  readonly name: string;
  readonly args: readonly unknown[];
}

/** The object, except that what it does not have is an error and no `undefined`. */
export function strict<T extends object>(name: string, target: T): T {
  return new Proxy(target, {
    get(of, key, receiver) {
      // `then` is asked of everything that is awaited; EventEmitter asks for symbols and names with an underscore.
      if (typeof key === 'symbol' || key === 'then' || key.startsWith('_') || key in of)
        return Reflect.get(of, key, receiver) as unknown;
      throw new Error(`electron double: ${name}.${key} is not known`);
    },
  });
}

/** A utilityProcess as far as a host sees it. */
export class FakeUtilityProcess extends EventEmitter {
  readonly stderr = null;
  readonly posted: { readonly message: unknown; readonly ports: readonly unknown[] }[] = [];
  isKilled = false;
  postMessage(message: unknown, ports: readonly unknown[] = []): void {
    this.posted.push({ message, ports });
    if ((message as { type?: string }).type === 'start') setImmediate(() => this.emit('message', { type: 'ready' }));
    if ((message as { type?: string }).type === 'end') setImmediate(() => this.emit('exit', 0));
  }
  kill(): boolean {
    this.isKilled = true;
    return true;
  }
}

export type Fork = (path: string, args: readonly string[], options: Readonly<Record<string, unknown>>) => EventEmitter;

export class Page extends EventEmitter {
  readonly mainFrame = { url: 'app://samenspel/' };
  windowOpenHandler: ((details: { url: string }) => unknown) | null = null;
  readonly input: unknown[] = [];
  readonly #double: ElectronDouble;
  constructor(double: ElectronDouble) {
    super();
    this.#double = double;
  }
  setWindowOpenHandler(handler: (details: { url: string }) => unknown): void {
    this.windowOpenHandler = handler;
  }
  isDestroyed(): boolean {
    return false;
  }
  /** As over IPC: a structured clone, later. */
  send(channel: string, ...args: unknown[]): void {
    const copy = structuredClone(args);
    setImmediate(() => this.#double.ipcRenderer.emit(channel, {}, ...copy));
  }
  sendInputEvent(event: unknown): void {
    this.input.push(event);
  }
}

export class ElectronDouble {
  readonly calls: Call[] = [];
  readonly windows: {
    readonly options: BrowserWindowConstructorOptions;
    readonly page: Page;
    emit: EventEmitter['emit'];
  }[] = [];
  readonly exposed = new Map<string, object>();
  readonly ipcMain = new EventEmitter();
  readonly ipcRenderer = new EventEmitter();
  readonly app = new EventEmitter();
  readonly powerMonitor = new EventEmitter();
  readonly session = new EventEmitter();
  readonly forked: {
    readonly path: string;
    readonly options: Readonly<Record<string, unknown>>;
    readonly process: EventEmitter;
  }[] = [];
  menu: readonly MenuItemConstructorOptions[] = [];
  protocolHandler: ((request: Request) => Response | Promise<Response>) | null = null;
  /** What a test may choose before the shell starts. */
  isPackaged = true;
  isFirstInstance = true;
  dialogAnswer = 1;
  keyring = 'gnome_libsecret';
  fork: Fork = () => new FakeUtilityProcess();
  /** Who a message of the page seems to come from. */
  senderFrame: unknown = 'main frame';
  readonly exited = Promise.withResolvers<void>();

  called(name: string): readonly (readonly unknown[])[] {
    return this.calls.filter((call) => call.name === name).map((call) => call.args);
  }

  /** The last argument of the one call: mostly a handler. */
  handler<T>(name: string): T {
    const calls = this.called(name);
    if (calls.length !== 1) throw new Error(`${name} was called ${calls.length} times`);
    return calls[0]?.[0] as T;
  }

  /** The module, to be given to vi.mock. */
  module(): Record<string, unknown> {
    return moduleOf(this);
  }
}

function moduleOf(double: ElectronDouble): Record<string, unknown> {
  const record =
    <R>(name: string, answer?: (...args: never[]) => R) =>
    (...args: unknown[]): R => {
      double.calls.push({ name, args });
      return answer?.(...(args as never[])) as R;
    };
  const recorder = (of: string, names: readonly string[]): Record<string, unknown> =>
    Object.fromEntries(names.map((name) => [name, record(`${of}.${name}`)]));

  const session = Object.assign(
    double.session,
    recorder('session', [
      'setPermissionRequestHandler',
      'setPermissionCheckHandler',
      'setDevicePermissionHandler',
      'setDisplayMediaRequestHandler',
      'setBluetoothPairingHandler',
      'setUSBProtectedClassesHandler',
      'setSpellCheckerEnabled',
    ]),
    {
      webRequest: strict('webRequest', { onBeforeRequest: record('webRequest.onBeforeRequest') }),
      protocol: strict('session.protocol', {
        handle: record('session.protocol.handle', (_scheme: string, handler: ElectronDouble['protocolHandler']) => {
          double.protocolHandler = handler;
        }),
      }),
    },
  );

  class BrowserWindow extends EventEmitter {
    readonly webContents = new Page(double);
    constructor(options: BrowserWindowConstructorOptions) {
      super();
      Object.assign(this, {
        ...recorder('window', ['setContentProtection', 'show', 'focus', 'restore', 'reload']),
        isMinimized: () => false,
        loadURL: record('window.loadURL', () => Promise.resolve()),
      });
      const self = strict('BrowserWindow', this);
      double.windows.push({ options, page: self.webContents, emit: (event, ...args) => self.emit(event, ...args) });
      double.app.emit('web-contents-created', {}, self.webContents);
      return self;
    }
    static fromWebContents(): unknown {
      return {};
    }
  }

  return {
    app: strict(
      'app',
      Object.assign(double.app, recorder('app', ['setPath', 'enableSandbox', 'exit']), {
        commandLine: strict('commandLine', { appendSwitch: record('commandLine.appendSwitch') }),
        requestSingleInstanceLock: record('app.requestSingleInstanceLock', () => double.isFirstInstance),
        whenReady: () => Promise.resolve(),
        getVersion: () => '1.2.3',
        isPackaged: double.isPackaged,
        quit: record('app.quit', () => {
          let isPrevented = false;
          double.app.emit('before-quit', { preventDefault: () => (isPrevented = true) });
          if (!isPrevented) double.exited.resolve();
        }),
      }),
    ),
    BrowserWindow: strict('BrowserWindow', BrowserWindow),
    protocol: strict('protocol', { registerSchemesAsPrivileged: record('protocol.registerSchemesAsPrivileged') }),
    session: strict('session', { fromPartition: record('session.fromPartition', () => strict('session', session)) }),
    ipcMain: strict('ipcMain', double.ipcMain),
    ipcRenderer: strict(
      'ipcRenderer',
      Object.assign(double.ipcRenderer, {
        send: (channel: string, ...args: unknown[]) => {
          const copy = structuredClone(args);
          const page = double.windows.at(-1)?.page;
          const senderFrame = double.senderFrame === 'main frame' ? page?.mainFrame : double.senderFrame;
          setImmediate(() => double.ipcMain.emit(channel, { sender: page, senderFrame }, ...copy));
        },
      }),
    ),
    contextBridge: strict('contextBridge', {
      exposeInMainWorld: (name: string, api: object) => void double.exposed.set(name, api),
    }),
    dialog: strict('dialog', {
      showErrorBox: record('dialog.showErrorBox'),
      showMessageBox: record('dialog.showMessageBox', () => Promise.resolve({ response: double.dialogAnswer })),
    }),
    shell: strict('shell', { openExternal: record('shell.openExternal', () => Promise.resolve()) }),
    Menu: strict('Menu', {
      setApplicationMenu: record('Menu.setApplicationMenu', (menu: { template: MenuItemConstructorOptions[] }) => {
        double.menu = menu.template;
      }),
      buildFromTemplate: (template: MenuItemConstructorOptions[]) => ({ template, popup: record('Menu.popup') }),
    }),
    powerMonitor: strict('powerMonitor', double.powerMonitor),
    safeStorage: strict('safeStorage', {
      getSelectedStorageBackend: () => double.keyring,
      isAsyncEncryptionAvailable: () => Promise.resolve(true),
      encryptStringAsync: (text: string) => Promise.resolve(Buffer.from(text).map((byte) => byte ^ 0x5a)),
      decryptStringAsync: (bytes: Buffer) =>
        Promise.resolve({ result: Buffer.from(bytes.map((byte) => byte ^ 0x5a)).toString(), shouldReEncrypt: false }),
    }),
    utilityProcess: strict('utilityProcess', {
      fork: (path: string, args: string[], options: Record<string, unknown>) => {
        const process = double.fork(path, args, options);
        double.forked.push({ path, options, process });
        return process;
      },
    }),
    MessageChannelMain: class {
      readonly port1: MessagePort;
      readonly port2: MessagePort;
      constructor() {
        const { port1, port2 } = new MessageChannel();
        this.port1 = port1;
        this.port2 = port2;
      }
    },
  };
}
