import { findBrowser, installBrowser } from '../find-browser.ts';
import { type BrowserWindow, browserName, openBrowserWindow } from './browser-window.ts';
import { findElectron, hasDisplay, sandboxArguments } from './electron-binary.ts';
import type { Links } from './running-shell.ts';
import type { StartOptions } from './start-options.ts';
import { printLine, terminalTranslator } from './terminal.ts';

/**
 * Opens the first link in a window and prints the second. Without a display, or a browser to be
 * had, printing is all.
 * @returns the window, or null
 */
export async function showLinks(
  [link, printed]: Links,
  { dataDir, shell }: StartOptions,
  projectDir: string,
): Promise<BrowserWindow | null> {
  const words = terminalTranslator();
  const program = hasDisplay() ? await findOrInstallBrowser() : null;
  if (program !== null) {
    const instead = shell === null && findElectron(projectDir) === null;
    const browser = browserName(program);
    printLine(words.text(instead ? 'shell.inBrowserInstead' : 'shell.inBrowser', { browser }));
    if (sandboxArguments().length > 0) printLine(words.text('shell.asRoot'));
  }
  printLine(words.text('shell.link', { link: printed }));
  return program === null ? null : openBrowserWindow(program, link, dataDir);
}

async function findOrInstallBrowser(): Promise<string | null> {
  const found = findBrowser();
  if (found !== null) return found;
  printLine(terminalTranslator().text('shell.gettingBrowser'));
  return installBrowser();
}
