import type {
  IpcMain,
  IpcMainEvent,
  MessageChannelMain,
  MessagePortMain,
  WebContents,
} from 'electron';
import { connectChannel, portChannel } from '../../domain/system/carriers.ts';
import { isInApp } from './app-scheme.ts';
import type { PageConnection, Carrier } from './page-connection.ts';

export interface PortOptions {
  readonly ipcMain: IpcMain;
  readonly MessageChannelMain: typeof MessageChannelMain;
  /** Answers the calls of a page. */
  readonly openConnection: (carrier: Carrier) => PageConnection;
  /** A connection that was ended, and why. */
  readonly onFault: (error: unknown) => void;
}

/**
 * Sends a port to the main frame of our own page that asks for one, and to nobody else (item 17).
 * A page has one port: when it asks again, the one before is closed.
 */
export function sendPorts(options: PortOptions): void {
  const { ipcMain, MessageChannelMain: Channel } = options;
  const ports = new WeakMap<WebContents, MessagePortMain>();
  ipcMain.on(connectChannel, (event) => {
    if (!isOwnMainFrame(event)) return;
    ports.get(event.sender)?.close();
    const { port1, port2 } = new Channel();
    ports.set(event.sender, port1);
    answerPort(port1, options);
    event.sender.postMessage(portChannel, null, [port2]);
  });
}

function answerPort(port: MessagePortMain, { openConnection, onFault }: PortOptions): void {
  const connection = openConnection({
    send: async (text) => port.postMessage(text),
    end: (reason) => {
      onFault(`a page's connection was ended: ${reason}`);
      port.close();
    },
  });
  port.on('message', ({ data }) => connection.receive(data));
  port.on('close', connection.close);
  port.start();
}

function isOwnMainFrame({ senderFrame }: IpcMainEvent): boolean {
  return senderFrame !== null && senderFrame.parent === null && isInApp(senderFrame.url);
}
