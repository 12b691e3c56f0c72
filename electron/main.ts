import {
  app,
  BrowserWindow,
  ipcMain,
  Menu,
  MessageChannelMain,
  protocol,
  session,
  shell,
} from 'electron';
import { startElectronShell } from './shell/electron-shell.ts';

// Not awaited: Electron becomes ready only after this file has run to its end.
startElectronShell({
  app,
  BrowserWindow,
  ipcMain,
  Menu,
  MessageChannelMain,
  protocol,
  session,
  shell,
});
