import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { BrowserWindow } from 'electron';
import { appOrigin, appScheme, serveApp } from './app-scheme.ts';
import { sendPorts } from './rpc-port.ts';
import { preparePrivateFolder } from './private-folder.ts';
import { readDataDir } from './start-options.ts';
import { closeShellTill, openShellTill, type ShellTill } from './shell-till.ts';
import { printFailure } from './terminal.ts';
import { denyNavigation, denyNetwork, denyPermissions, windowOptions } from './window-security.ts';

/** The parts of Electron that the shell uses; a test gives stand-ins. */
export type ElectronParts = Pick<
  typeof import('electron'),
  | 'app'
  | 'BrowserWindow'
  | 'ipcMain'
  | 'Menu'
  | 'MessageChannelMain'
  | 'protocol'
  | 'session'
  | 'shell'
>;

/**
 * Opens the till in an Electron window. What must happen before Electron is ready happens before
 * this returns. A second start on the same data folder brings the first one's window forward.
 */
export function startElectronShell(electron: ElectronParts): void {
  const { app, protocol } = electron;
  const dataDir = dataDirOf(process.argv.slice(app.isPackaged ? 1 : 2));
  if (dataDir === null) {
    app.exit(1);
    return;
  }
  setUserData(electron, dataDir);
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  app.enableSandbox();
  protocol.registerSchemesAsPrivileged([appScheme]);
  denyNavigation(app, electron.shell);
  openWhenReady(electron, dataDir).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    app.exit(1);
  });
}

async function openWhenReady(electron: ElectronParts, dataDir: string): Promise<void> {
  const { app } = electron;
  const [till] = await Promise.all([
    openShellTill({
      dataDir,
      resourcesDir: join(app.getAppPath(), 'resources'),
      asksForSamples: app.isPackaged,
      version: app.getVersion(),
      shell: 'electron',
    }),
    app.whenReady(),
  ]);
  try {
    closeBeforeQuit(electron, till);
    await showTill(electron, till);
  } catch (error) {
    await closeShellTill(till);
    throw error;
  }
}

async function showTill(electron: ElectronParts, till: ShellTill): Promise<void> {
  const { app, session, protocol, ipcMain, MessageChannelMain, Menu } = electron;
  denyPermissions(session.defaultSession);
  denyNetwork(session.defaultSession);
  serveApp(protocol, join(app.getAppPath(), 'out', 'renderer'));
  sendPorts({
    ipcMain,
    MessageChannelMain,
    openConnection: till.openConnection,
    onFault: till.onFault,
  });
  // Elsewhere the default menu would offer reloading and developer tools; a Mac needs its own for
  // copying, pasting and quitting.
  if (process.platform !== 'darwin') Menu.setApplicationMenu(null);
  await openWindow(electron, till);
}

async function openWindow({ app, BrowserWindow }: ElectronParts, till: ShellTill): Promise<void> {
  const preload = join(app.getAppPath(), 'out', 'preload', 'preload.cjs');
  const window = new BrowserWindow(windowOptions(preload, !app.isPackaged));
  window.once('ready-to-show', () => window.show());
  // A page that crashed whole cannot say so itself.
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    till.onFault(`the screen is gone: ${reason}, exit code ${exitCode}`);
  });
  app.on('second-instance', () => focusWindow(window));
  app.on('window-all-closed', () => app.quit());
  await window.loadURL(`${appOrigin}/`);
}

function focusWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.focus();
}

// The single-instance lock lives there: one window for each data folder, not for each computer. A
// folder that cannot be written still gets a window, to say so.
function setUserData({ app }: ElectronParts, dataDir: string): void {
  const userData = join(dataDir, 'electron');
  if (preparePrivateFolder(userData)) app.setPath('userData', userData);
}

// Quitting waits until the book is closed, also where somebody quits again meanwhile.
function closeBeforeQuit({ app }: ElectronParts, till: ShellTill): void {
  let closing: Promise<void> | undefined;
  app.on('will-quit', (event) => {
    event.preventDefault();
    closing ??= closeShellTill(till).then(
      () => app.exit(0),
      () => app.exit(1),
    );
  });
}

// Not strict: Chromium's own switches stand among the arguments.
function dataDirOf(argv: readonly string[]): string | null {
  const { values } = parseArgs({
    args: [...argv],
    strict: false,
    options: { data: { type: 'string' } },
  });
  try {
    return readDataDir(values.data);
  } catch (error) {
    printFailure(error);
    return null;
  }
}
