import { setAsideChange } from '../../../domain/fees/own-ledger.ts';
import type { JournalRecord } from '../../../domain/journal/record.ts';
import type { FeeEntryTable } from './fee-tables.ts';

/** The rows of fees that stem from one record. */
export interface FeeRows {
  readonly fee_entry: readonly FeeEntryTable[];
}

/** @param position of the record in the journal */
export function projectFee(position: number, record: JournalRecord): FeeRows {
  if (record.type !== 'fee') return { fee_entry: [] };
  const { id: uuid, act, mall } = record.body;
  const set_aside_rupiah = setAsideChange(record.body);
  return { fee_entry: [{ record: position, uuid, act, mall, set_aside_rupiah }] };
}
