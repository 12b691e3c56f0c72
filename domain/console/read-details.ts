import {
  isSaleRecord,
  parseRecord,
  type JournalRecord,
  type RecordHead,
} from '../journal/record.ts';
import type { Receipt } from '../sales/receipt.ts';
import { anyReceiptOf } from '../sales/training.ts';
import type { Translator } from '../text.ts';
import { bodyRows } from './body-rows.ts';
import type { HeadRow } from './head-rows.ts';

/** The details of a record, as a person reads them. */
export interface Details {
  /** Of a sale or refund, or of one that was practised. */
  readonly receipt: Receipt | null;
  readonly rows: readonly HeadRow[];
}

/**
 * What the details of a record say; null where this program cannot read them: those of a newer
 * one, and figures beyond all sums, which any till could sign.
 */
export function readDetails(head: RecordHead, body: string, speaker: Translator): Details | null {
  try {
    const record = parseRecord(head, JSON.parse(body));
    if (record === undefined) return null;
    return { receipt: receiptIn(record), rows: bodyRows(record, speaker) };
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return null;
    throw error;
  }
}

function receiptIn(record: JournalRecord): Receipt | null {
  const hasReceipt = isSaleRecord(record) || record.type === 'training';
  return hasReceipt ? anyReceiptOf(record) : null;
}
