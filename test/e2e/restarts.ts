import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { startBrowserShell } from '../support/start-lapak.ts';
import { fillStall, test as base } from './lapak.ts';

/** A till in a process of its own, which is started again as often as it was killed. */
interface Restarts {
  readonly dataDir: string;
  start(...words: readonly string[]): ReturnType<typeof startBrowserShell>;
}

export const test = base.extend<{ restarts: Restarts }>({
  restarts: async ({ printer }, use) => {
    const dataDir = mkdtempSync(join(tmpdir(), 'lapak-killed-'));
    await fillStall(dataDir, printer);
    const started: Awaited<ReturnType<Restarts['start']>>[] = [];
    const start = async (...words: readonly string[]) => {
      const shell = await startBrowserShell(dataDir, ...words);
      started.push(shell);
      return shell;
    };
    await use({ dataDir, start });
    for (const shell of started) if (shell.isRunning()) await shell.stop();
    rmSync(dataDir, { recursive: true });
  },
});

/** The carts that the till has on its disk. */
export function keptCarts(dataDir: string): string {
  const book = new Database(join(dataDir, 'lapak.db'), { readonly: true });
  try {
    return JSON.stringify(book.prepare('SELECT content FROM cart').pluck().all());
  } finally {
    book.close();
  }
}
