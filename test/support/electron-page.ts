import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import type { MessagePort } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import type { contract } from '../../domain/contract.ts';
import { type BrowserWindow, ipcMain } from './electron-stand-in.ts';

interface PageMessage {
  readonly source: unknown;
  readonly data: unknown;
  readonly ports: readonly MessagePort[];
}

/** A page with the built preload loaded, in the stand-in's process. */
export interface Page {
  /** What the preload put into the page's world, by name. */
  readonly bridged: Readonly<Record<string, unknown>>;
  /** Which modules the preload asked for. */
  readonly required: readonly string[];
  /** Posts to the page's window, as its own script does unless `source` says otherwise. */
  post(data: unknown, source?: unknown): void;
  /** Does the handshake of the screen. @returns null when no port came within a moment */
  connect(): Promise<MessagePort | null>;
  /** The till's calls over a new port. */
  till(): Promise<ContractRouterClient<typeof contract>>;
}

const PORT_MS_MAX = 300;

/** Loads the built preload into a window of the stand-in, as a sandboxed script. */
export function openPage({ webContents }: BrowserWindow): Page {
  const messages = new EventEmitter();
  const bridged: Record<string, unknown> = {};
  const required: string[] = [];
  const window = {
    addEventListener: (type: string, listener: (event: PageMessage) => void) => {
      messages.on(type, listener);
    },
    postMessage: (data: unknown, _origin: string, ports: readonly MessagePort[] = []) => {
      post(data, window, ports);
    },
  };
  const post = (data: unknown, source: unknown = window, ports: readonly MessagePort[] = []) => {
    queueMicrotask(() => messages.emit('message', { source, data, ports } satisfies PageMessage));
  };
  const electron = {
    contextBridge: {
      exposeInMainWorld: (name: string, api: unknown) => {
        bridged[name] = structuredClone(api); // the bridge copies too; it refuses what has no copy
      },
    },
    ipcRenderer: {
      send: (channel: string) => {
        ipcMain.emit(channel, { sender: webContents, senderFrame: webContents.mainFrame });
      },
      on: (channel: string, listener: (...args: unknown[]) => void) => {
        webContents.sent.on(channel, listener);
      },
    },
  };
  const require = (name: string) => {
    required.push(name);
    if (name !== 'electron') throw new Error(`module not found: ${name}`);
    return electron;
  };
  const preload = join(import.meta.dirname, '..', '..', 'out', 'preload', 'preload.cjs');
  runInContext(readFileSync(preload, 'utf8'), createContext({ window, require }));

  const connect = () =>
    new Promise<MessagePort | null>((resolve) => {
      const late = setTimeout(() => resolve(null), PORT_MS_MAX);
      messages.on('message', ({ data, ports: [port] }: PageMessage) => {
        if (data !== 'lapak:port' || !port) return;
        clearTimeout(late);
        resolve(port);
      });
      window.postMessage('lapak:connect', '*');
    });
  const till = async (): Promise<ContractRouterClient<typeof contract>> => {
    const port = await connect();
    if (!port) throw new Error('no port came');
    const link = new RPCLink({ port });
    port.start();
    return createORPCClient(link);
  };
  return { bridged, required, post, connect, till };
}
