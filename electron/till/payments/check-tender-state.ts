import type { JournalRecord } from '../../../domain/journal/record.ts';
import type { Tx } from '../database/run.ts';
import { findClaimed } from './claim-store.ts';

/**
 * What a record says of a claimed tender that its sale does not: English, for the log and the
 * auditor; undefined when all is so.
 * @param position of the record; its tables have been found to be what the journal says
 */
export function findTenderFault(
  tx: Tx,
  position: number,
  record: JournalRecord,
): string | undefined {
  if (record.type !== 'tender-state') return undefined;
  const { ref, kind, amount } = record.head;
  const { number, tender } = record.body;
  const found = findClaimed(tx, { number, tender });
  if (!found) return 'its tender was never claimed';
  if (found.record > position || found.ref !== ref) return 'its sale is not the one that it names';
  const isSame = found.kind === kind && found.amountRupiah === amount;
  return isSame ? undefined : 'its tender is not that of its sale';
}
