import { RecordHead } from '../../../domain/journal/record.ts';
import type { UtcMs } from '../../../domain/time.ts';
import type { Tx } from '../database/run.ts';
import { findRecord, newestOtherRecord } from './record-store.ts';
import { newestOwnSale } from '../sales/sale-store.ts';

/**
 * What the till's clock said at the newest record that tells: sales taken over from another system
 * are dated as they were. The time is the record's own; the table only says which one it is. 0 in
 * an empty journal.
 */
export function newestClock(tx: Tx): UtcMs {
  const sale = newestOwnSale(tx) ?? 0;
  const position = newestOtherRecord(tx, sale) ?? sale;
  const stored = findRecord(tx, position);
  return stored ? RecordHead.parse(JSON.parse(stored.head.toString('utf8'))).at : 0;
}
