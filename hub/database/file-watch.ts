import { basename } from 'node:path';
import type { Database } from 'better-sqlite3';
import { LapakError } from '../../domain/errors.ts';
import { findLoss, placesOf } from '../../node/sqlite/places.ts';

/** Looks whether an open database is still the one in its folder. */
export interface FileWatch {
  /** Ends what serves from it, with LapakError HUB_FILE_LOST as its reason. */
  readonly lost: AbortSignal;
  /** @throws LapakError HUB_FILE_LOST, from then on */
  look(): void;
}

/** Watches the files of a database that was opened just now. */
export function watchFiles(database: Database): FileWatch {
  const places = placesOf(database, null);
  const ending = new AbortController();
  const lost = ending.signal;
  return {
    lost,
    look: () => {
      if (!lost.aborted) {
        const loss = findLoss(database, places);
        if (!loss) return;
        const { path, how, cause = new Error(`${basename(path)} is ${how}`) } = loss;
        ending.abort(new LapakError('HUB_FILE_LOST', { file: path }, { cause }));
      }
      lost.throwIfAborted();
    },
  };
}

/** Of a database that is not in files of ours. */
export const nothingToWatch: FileWatch = { lost: new AbortController().signal, look: () => {} };
