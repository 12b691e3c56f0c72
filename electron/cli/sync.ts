import { defineCommand } from '../../node/cli/command.ts';
import { readCursor } from '../till/sync/procedures.ts';
import { wordsOf } from './sync-status.ts';
import { withBook } from './with-till.ts';

/** Reports to the hub until nothing waits, or it is said why not. */
export const sync = defineCommand({
  name: 'sync',
  about: 'cli.about.sync',
  argument: null,
  options: {},
  run: ({ dataDir, speaker }) =>
    withBook(dataDir, async (till) => {
      const before = readCursor(till)?.position ?? 0;
      await till.uploader.report();
      const status = till.uploader.status();
      const cursor = readCursor(till);
      const sent = (cursor?.position ?? 0) - before;
      const report = { sent, pending: status.records, checkpoint: cursor?.checkpoint ?? null };
      return {
        ok: status.state === 'sent' || (status.state === 'attention' && isOnlyTold(status)),
        report: { ...report, status },
        words: [speaker.text('cli.synced', { sent }), ...wordsOf(till, status, speaker)],
      };
    }),
});

/** What was found and made good, and is told all the same. */
function isOnlyTold({ reason, records }: { reason: string; records: number }): boolean {
  return reason === 'recovered' && records === 0;
}
