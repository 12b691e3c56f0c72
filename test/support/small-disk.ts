import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file system of its own, small enough to fill. */
export interface SmallDisk {
  readonly folder: string;
  /** Takes every byte that is left. */
  fill(): void;
  /** Gives those bytes back. */
  free(): void;
  /** Refuses every write from now on. Nothing may be open for writing. */
  makeReadOnly(): void;
  close(): void;
}

/** Why a test that needs a disk of its own is skipped. */
export const NO_SMALL_DISK = 'only root can mount a small file system';

/** Mounts a tmpfs of this many MiB; null where that is not allowed. */
export function openSmallDisk(mebibytes: number): SmallDisk | null {
  const folder = mkdtempSync(join(tmpdir(), 'lapak-disk-'));
  const ballast = join(folder, 'ballast');
  try {
    mount('-t', 'tmpfs', '-o', `size=${mebibytes}m`, 'lapak-test', folder);
  } catch {
    rmSync(folder, { recursive: true });
    return null;
  }
  return {
    folder,
    fill: () => writeUntilFull(ballast),
    free: () => rmSync(ballast),
    makeReadOnly: () => mount('-o', 'remount,ro', folder),
    close: () => {
      execFileSync('umount', ['-l', folder]);
      rmSync(folder, { recursive: true });
    },
  };
}

function mount(...words: string[]): void {
  execFileSync('mount', words, { stdio: 'pipe' });
}

function writeUntilFull(file: string): void {
  const handle = openSync(file, 'a');
  for (let bytes = 1 << 20; bytes >= 1; bytes = Math.floor(bytes / 16)) {
    try {
      for (;;) writeSync(handle, Buffer.alloc(bytes));
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
    }
  }
  closeSync(handle);
}
