import type { IpcMain, IpcMainEvent, MessageChannelMain, MessagePortMain } from 'electron';
import { isInApp } from './app-scheme.ts';
import { connectChannel, portChannel } from '../../domain/system/carriers.ts';

export interface PortOptions {
  readonly ipcMain: IpcMain;
  readonly MessageChannelMain: typeof MessageChannelMain;
  /** Answers the calls that arrive on the port. */
  readonly serve: (port: MessagePortMain) => void;
}

/** Hands a line to the till to the main frame of our own page, and to nobody else (item 17). */
export function sendPorts({ ipcMain, MessageChannelMain: Channel, serve }: PortOptions): void {
  ipcMain.on(connectChannel, (event) => {
    if (!isOwnMainFrame(event)) return;
    const { port1, port2 } = new Channel();
    serve(port1);
    port1.start();
    event.sender.postMessage(portChannel, null, [port2]);
  });
}

function isOwnMainFrame({ senderFrame }: IpcMainEvent): boolean {
  return senderFrame !== null && senderFrame.parent === null && isInApp(senderFrame.url);
}
