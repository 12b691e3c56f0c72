import { LapakError } from '../../domain/errors.ts';
import { findElectron, hasDisplay, installElectron } from './electron-binary.ts';
import { bundlePage, isBundleStale, tillPage } from '../../node/page/page-bundle.ts';
import { readStartOptions, type StartOptions } from './start-options.ts';
import { printLine, printFailure, terminalTranslator } from './terminal.ts';

/**
 * Runs `npm start` until the till is closed.
 * @param argv the words after `npm start --`
 * @returns the exit code: 0 after an orderly end, 1 after one sentence that says why not
 */
export async function startLapak(argv: readonly string[], projectDir: string): Promise<number> {
  process.stderr.on('error', () => undefined); // a till does not end because nobody reads it
  try {
    const options = readStartOptions(argv);
    const electron = await pickElectron(options, projectDir);
    if (isBundleStale(projectDir, tillPage)) {
      printLine(terminalTranslator().text('shell.bundling'));
      await bundlePage(projectDir, tillPage);
    }
    if (electron !== null) {
      const { runElectron } = await import('./run-electron.ts');
      return await runElectron(electron, projectDir, options.dataDir);
    }
    const { runBrowser } = await import('./run-browser.ts');
    return await runBrowser(options, projectDir);
  } catch (error) {
    printFailure(error);
    return 1;
  }
}

/**
 * Which shell these options mean on this computer.
 * @returns the Electron program to use, or null for the browser shell
 * @throws LapakError ELECTRON_MISSING when it was asked for and cannot be had, COMMAND_INVALID when
 *   it was asked for where no window can be shown
 */
export async function pickElectron(
  options: StartOptions,
  projectDir: string,
): Promise<string | null> {
  if (options.shell === 'browser') return null;
  const found = findElectron(projectDir);
  if (options.shell === null) return hasDisplay() ? found : null;
  if (!hasDisplay()) {
    throw new LapakError('COMMAND_INVALID', { detail: '--shell electron (DISPLAY?)' });
  }
  if (found !== null) return found;
  printLine(terminalTranslator().text('shell.gettingElectron'));
  if (await installElectron(projectDir)) return findElectron(projectDir);
  throw new LapakError('ELECTRON_MISSING', {});
}
