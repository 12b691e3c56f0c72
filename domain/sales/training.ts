import { assert } from '../assert.ts';
import type { RecordDraft, RecordOf, SaleRecord } from '../journal/record.ts';
import type { Receipt } from './receipt.ts';
import { receiptOf, saleDraft, type SaleToRecord } from './record.ts';

/** The draft of a sale that was practised: its head adds nothing, its body has what a sale has. */
export function trainingDraft(sale: Omit<SaleToRecord, 'kind' | 'shift' | 'source'>): RecordDraft {
  const draft = saleDraft({ ...sale, kind: 'sale' });
  assert(draft.type === 'sale', 'it is drafted as the sale that it would have been');
  const { at, offset, businessDate, cashier, number, total, discount, tax, rounding } = draft.head;
  return {
    type: 'training',
    head: { at, offset, businessDate, cashier, total: 0 },
    body: { ...draft.body, number, sums: { total, discount, tax, rounding } },
  };
}

/** The receipt of a sale, a refund, or a sale that was practised. */
export function anyReceiptOf(record: SaleRecord | RecordOf<'training'>): Receipt {
  return record.type === 'training' ? trainingReceipt(record) : receiptOf(record);
}

/** The receipt that it would have had. */
function trainingReceipt({ head, body }: RecordOf<'training'>): Receipt {
  const { number, sums, ...details } = body;
  const type = 'sale' as const;
  const asSale = { type, head: { ...head, type, number, tenders: {}, ...sums }, body: details };
  return { ...receiptOf(asSale), kind: 'training' };
}
