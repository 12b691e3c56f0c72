import { statusWords } from '../../domain/sync/status-words.ts';
import type { SyncStatus } from '../../domain/sync/status.ts';
import type { Translator } from '../../domain/text.ts';
import { zones } from '../../domain/time.ts';
import { defineCommand } from '../../node/cli/command.ts';
import { readStallSettings } from '../till/settings/procedures.ts';
import type { Till } from '../till/till.ts';
import { withBook } from './with-till.ts';

/** How far the till has reported; asks nobody. */
export const syncStatus = defineCommand({
  name: 'sync-status',
  about: 'cli.about.syncStatus',
  argument: null,
  options: {},
  run: ({ dataDir, speaker }) =>
    withBook(dataDir, (till) => {
      const status = till.uploader.status();
      return Promise.resolve({ ok: true, report: status, words: wordsOf(till, status, speaker) });
    }),
});

/** A status in words, its times as the stall's clock has them. */
export function wordsOf(till: Till, status: SyncStatus, speaker: Translator): string[] {
  return statusWords(status, speaker, zones[readStallSettings(till).zone]);
}
