import { EventEmitter } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MessageChannel, type MessagePort } from 'node:worker_threads';

/**
 * Stands in for the `electron` module where its program cannot be had. It does what the shell
 * relies
 * on (events, protocol handlers, message ports, the single-instance lock), keeps what it was told,
 * and refuses what Electron refuses. No window is drawn and no page script runs.
 */

type Listener = (...args: never[]) => unknown;

/** An Electron event, as far as a listener can stop it. */
export class StandInEvent {
  defaultPrevented = false;
  preventDefault(): void {
    this.defaultPrevented = true;
  }
}

class App extends EventEmitter {
  readonly isPackaged = process.env.STAND_IN_PACKAGED === 'yes';
  readonly paths = new Map<string, string>();
  sandboxed = false;
  ready = false;

  getAppPath(): string {
    return join(import.meta.dirname, '..', '..');
  }
  getVersion(): string {
    return '0.1.0';
  }
  setPath(name: string, path: string): void {
    this.paths.set(name, path);
  }
  /** Held by a file in userData for the life of the test's folder. */
  requestSingleInstanceLock(): boolean {
    const userData = this.paths.get('userData') ?? '';
    mkdirSync(userData, { recursive: true });
    try {
      writeFileSync(join(userData, 'SingletonLock'), '', { flag: 'wx' });
      return true;
    } catch {
      return false;
    }
  }
  enableSandbox(): void {
    if (this.ready) throw new Error('enableSandbox is allowed only before ready');
    this.sandboxed = true;
  }
  whenReady(): Promise<void> {
    return new Promise((resolve) => {
      setImmediate(() => {
        this.ready = true;
        resolve();
      });
    });
  }
  quit(): void {
    const event = new StandInEvent();
    this.emit('will-quit', event);
    if (!event.defaultPrevented) this.exit(0);
  }
  exit(code: number): void {
    process.exit(code);
  }
}
export const app = new App();

/** Keeps one handler for each name, as the setters of Electron do. */
class Handlers {
  readonly handlers = new Map<string, Listener>();
  protected keep(name: string, handler: Listener): void {
    this.handlers.set(name, handler);
  }
  /** Calls a handler as Electron would. */
  ask(name: string, ...args: unknown[]): unknown {
    const handler = this.handlers.get(name);
    if (!handler) throw new Error(`no handler for ${name}`);
    return (handler as (...given: unknown[]) => unknown)(...args); // the test knows its arguments
  }
}

class Protocol extends Handlers {
  privileged: unknown = null;
  registerSchemesAsPrivileged(schemes: unknown): void {
    if (app.ready) throw new Error('schemes are registered only before ready');
    this.privileged = schemes;
  }
  handle(scheme: string, handler: Listener): void {
    this.keep(scheme, handler);
  }
  /** Loads an address as a page would. */
  async load(url: string, method = 'GET') {
    // A plain object: Request would tidy the address, and what is to be seen is an untidy one.
    const response = (await this.ask(new URL(url).protocol.slice(0, -1), {
      url,
      method,
    })) as Response;
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: await response.text(),
    };
  }
}
export const protocol = new Protocol();

class Session extends Handlers {
  readonly webRequest = {
    onBeforeRequest: (handler: Listener) => this.keep('before-request', handler),
  };
  setPermissionRequestHandler(handler: Listener): void {
    this.keep('permission-request', handler);
  }
  setPermissionCheckHandler(handler: Listener): void {
    this.keep('permission-check', handler);
  }
  setDevicePermissionHandler(handler: Listener): void {
    this.keep('device-permission', handler);
  }
}
export const session = { defaultSession: new Session() };

export const ipcMain = new EventEmitter();

/** What one window shows; preload and page of test/support/electron-page.ts hang on it. */
class WebContents extends EventEmitter {
  readonly mainFrame = { url: '', parent: null };
  /** What main sent to the page: channel, message, raw ports. */
  readonly sent = new EventEmitter();
  openHandler: (details: { url: string }) => unknown = () => ({ action: 'allow' });

  setWindowOpenHandler(handler: (details: { url: string }) => unknown): void {
    this.openHandler = handler;
  }
  postMessage(channel: string, message: unknown, ports: readonly MessagePortMain[]): void {
    this.sent.emit(channel, { ports: ports.map((port) => port.raw) }, message);
  }
}

export class BrowserWindow extends EventEmitter {
  readonly webContents = new WebContents();
  readonly options: unknown;
  readonly calls: string[] = [];
  minimized = false;

  constructor(options: unknown) {
    super();
    if (!app.ready) throw new Error('a window cannot be made before ready');
    this.options = options;
    windows.push(this);
    app.emit('web-contents-created', new StandInEvent(), this.webContents);
  }
  async loadURL(url: string): Promise<void> {
    const { status } = await protocol.load(url);
    if (status !== 200) throw new Error(`ERR_FAILED (${status}) loading ${url}`);
    this.webContents.mainFrame.url = url;
    this.emit('ready-to-show');
  }
  isMinimized(): boolean {
    return this.minimized;
  }
  restore(): void {
    this.minimized = false;
  }
  show(): void {
    this.calls.push('show');
  }
  focus(): void {
    this.calls.push('focus');
  }
}

/** Every window made, oldest first. */
export const windows: BrowserWindow[] = [];

/** What the system was asked to open. */
export const shell = {
  opened: [] as string[],
  openExternal(url: string): Promise<void> {
    shell.opened.push(url);
    return Promise.resolve();
  },
};

export const Menu = {
  applicationMenu: 'default' as unknown,
  setApplicationMenu(menu: unknown): void {
    Menu.applicationMenu = menu;
  },
};

/** A real message port with the manners of Electron's: events, and a start. */
class MessagePortMain extends EventEmitter {
  readonly raw: MessagePort;
  constructor(raw: MessagePort) {
    super();
    this.raw = raw;
  }
  start(): void {
    this.raw.on('message', (data: unknown) => this.emit('message', { data, ports: [] }));
    this.raw.on('close', () => this.emit('close'));
  }
  postMessage(message: unknown): void {
    this.raw.postMessage(message);
  }
  close(): void {
    this.raw.close();
  }
}

export class MessageChannelMain {
  readonly port1: MessagePortMain;
  readonly port2: MessagePortMain;
  constructor() {
    const { port1, port2 } = new MessageChannel();
    this.port1 = new MessagePortMain(port1);
    this.port2 = new MessagePortMain(port2);
  }
}
