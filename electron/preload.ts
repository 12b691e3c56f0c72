import { contextBridge, ipcRenderer } from 'electron';
import { connectChannel, portChannel } from '../domain/system/carriers.ts';

/** The little of a page's window that this file touches; electron/ compiles without the DOM. */
interface PageWindow {
  addEventListener(type: 'message', listener: (event: PageMessage) => void): void;
  postMessage(message: string, targetOrigin: string, transfer: readonly unknown[]): void;
}
interface PageMessage {
  readonly source: unknown;
  readonly data: unknown;
}
declare const window: PageWindow;

// All that the page learns of Electron.
contextBridge.exposeInMainWorld('lapakShell', { shell: 'electron' });

window.addEventListener('message', (event) => {
  if (event.source === window && event.data === connectChannel) ipcRenderer.send(connectChannel);
});

// A port cannot cross the bridge, only a message to the page's own window. '*' reaches no other
// window: the message is dispatched on this one.
ipcRenderer.on(portChannel, (event) => window.postMessage(portChannel, '*', event.ports));
