import { join } from 'node:path';
import { LapakError } from '../../domain/errors.ts';
import { openOutput } from '../../node/cli/output.ts';
import { type BrowserShell, type BrowserShellOptions, openBrowserShell } from '../browser-shell.ts';
import { showLinks } from './show-links.ts';
import { lastPort, writeRunningShell, requestLinks, removeRunningShell } from './running-shell.ts';
import type { BrowserWindow } from './browser-window.ts';
import { closeShellTill, openShellTill, readVersion, type ShellTill } from './shell-till.ts';
import { watchPages } from './page-watch.ts';
import type { StartOptions } from './start-options.ts';
import { printLine, printFailure, terminalTranslator } from './terminal.ts';

/** A page that is reloaded connects again within a second; on a busy computer in a few. */
const PAGELESS_MS_MAX = 5_000;

/**
 * Runs the till as a page on loopback until a signal comes or its window is closed.
 * @returns the exit code
 * @throws LapakError PORT_IN_USE, LINK_NOT_DELIVERED: nobody could open the screen
 */
export async function runBrowser(options: StartOptions, projectDir: string): Promise<number> {
  const stopped = Promise.withResolvers<void>();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => stopped.resolve());
  }
  const till = await openShellTill({
    dataDir: options.dataDir,
    resourcesDir: join(projectDir, 'resources'),
    version: readVersion(projectDir),
    shell: 'browser',
  });
  if (till.failure?.code === 'FOLDER_IN_USE') return showRunning(options, projectDir, till.failure);
  if (till.failure) printFailure(till.failure); // the screen says it too
  try {
    await serve(options, projectDir, till, stopped);
  } finally {
    await closeShellTill(till);
  }
  return 0;
}

async function serve(
  options: StartOptions,
  projectDir: string,
  till: ShellTill,
  stopped: PromiseWithResolvers<void>,
): Promise<void> {
  const watch = watchPages({
    pages: () => shell.pages(),
    waitMs: PAGELESS_MS_MAX,
    onLeft: () => {
      printLine(terminalTranslator().text('shell.windowClosed'));
      stopped.resolve();
    },
  });
  const shell: BrowserShell = await openOnPort(options, {
    rendererDir: join(projectDir, 'out', 'renderer'),
    openConnection: (carrier) => {
      watch.pageOpened();
      return till.openConnection(carrier);
    },
    onFault: till.onFault,
    onPageClosed: watch.pageClosed,
  });
  let window: BrowserWindow | null = null;
  try {
    writeRunningShell(options.dataDir, { origin: shell.origin, linkKey: shell.linkKey });
    if (options.open) {
      window = await showLinks([shell.newLink(), shell.newLink()], options, projectDir);
      void window?.closed.then(watch.windowClosed);
    } else {
      await printUrl(shell.newLink());
    }
    await stopped.promise;
  } finally {
    removeRunningShell(options.dataDir);
    window?.close();
    await shell.close();
  }
}

/** On the port that was asked for, else on that of last time where it is free. */
async function openOnPort(
  { port, dataDir }: StartOptions,
  shell: Omit<BrowserShellOptions, 'port'>,
): Promise<BrowserShell> {
  if (port !== 0) return openBrowserShell({ ...shell, port });
  try {
    return await openBrowserShell({ ...shell, port: lastPort(dataDir) });
  } catch (error) {
    if (!(error instanceof LapakError) || error.code !== 'PORT_IN_USE') throw error;
    return openBrowserShell({ ...shell, port: 0 });
  }
}

// The person closed the browser and starts Lapak once more: the till that runs gives new links.
async function showRunning(
  options: StartOptions,
  projectDir: string,
  failure: LapakError,
): Promise<number> {
  const links = await requestLinks(options.dataDir);
  if (links === null) throw failure;
  if (!options.open) {
    await printUrl(links[1]);
    return 0;
  }
  printLine(terminalTranslator().text('shell.alreadyRunning', { dataDir: options.dataDir }));
  await showLinks(links, options, projectDir);
  return 0;
}

// One line on standard output, for the program that started this one.
async function printUrl(url: string): Promise<void> {
  const failure = await openOutput(process, { quiet: true }).result([JSON.stringify({ url })]);
  if (failure) throw new LapakError('LINK_NOT_DELIVERED', { detail: failure.message });
}
