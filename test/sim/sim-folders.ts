import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

/** What belongs to the process that has a folder open, and not to the folder. */
const ofProcess = /(-shm|\.lock|\.log)$/;

/** The folders of a simulation, gone with it; in memory where the system has such a place. */
export class SimFolders implements Disposable {
  readonly #root = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'lapak-sim-'));
  #made = 0;

  /** A path for a folder that is not there yet. */
  fresh(): string {
    this.#made += 1;
    return join(this.#root, String(this.#made));
  }

  /** A copy of a folder as it is at this instant, also while it is in use by this process. */
  copy(folder: string): string {
    const to = this.fresh();
    cpSync(folder, to, {
      recursive: true,
      filter: (source) => !ofProcess.test(basename(source)),
    });
    return to;
  }

  [Symbol.dispose](): void {
    rmSync(this.#root, { recursive: true, force: true });
  }
}
