import { RecordHead } from '../../../domain/journal/record.ts';
import type { UtcMs } from '../../../domain/time.ts';
import type { Tx } from '../database/run.ts';
import { newestOwnSale } from '../sales/sale-store.ts';
import { findRecord, newestOtherRecord } from './record-store.ts';

/**
 * What the till's clock said at the newest record that tells: sales taken over from another system
 * are dated as they were. 0 in an empty journal.
 */
export function newestClock(tx: Tx): UtcMs {
  const sale = newestOwnSale(tx);
  const position = newestOtherRecord(tx, sale?.record ?? 0);
  if (position === undefined) return sale?.soldAtMs ?? 0;
  const bytes = findRecord(tx, position)?.head.toString('utf8') ?? '';
  return RecordHead.parse(JSON.parse(bytes)).at;
}
