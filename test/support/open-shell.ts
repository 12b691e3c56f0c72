import { join } from 'node:path';
import { openBrowserShell } from '../../electron/browser-shell.ts';
import { bundlePage, isBundleStale, tillPage } from '../../node/page/page-bundle.ts';
import type { Till } from '../../electron/till/till.ts';
import { closeShellTill, openShellTill, readVersion } from '../../electron/shell/shell-till.ts';

const projectDir = join(import.meta.dirname, '..', '..');

/** A browser shell that runs in this process. */
export interface OpenShell {
  /** A link that opens one page. */
  readonly url: string;
  /** Null when it did not open. */
  readonly till: Till | null;
  close(): Promise<void>;
}

/** Serves the till of a folder as `npm start` does, without the second that a process takes. */
export async function openShell(
  dataDir: string,
  { asksForSamples = false } = {},
): Promise<OpenShell> {
  if (isBundleStale(projectDir, tillPage)) await bundlePage(projectDir, tillPage);
  const till = await openShellTill({
    dataDir,
    resourcesDir: join(projectDir, 'resources'),
    version: readVersion(projectDir),
    shell: 'browser',
    asksForSamples,
  });
  const shell = await openBrowserShell({
    port: 0,
    rendererDir: join(projectDir, 'out', 'renderer'),
    openConnection: till.openConnection,
    onFault: till.onFault,
    onPageClosed: () => {},
  });
  return {
    url: shell.newLink(),
    till: till.till,
    close: async () => {
      await shell.close();
      await closeShellTill(till);
    },
  };
}
