import type { RecordDraft, SaleRecord } from '../../domain/journal/record.ts';
import { rupiah } from '../../domain/money.ts';
import type { Tender } from '../../domain/payments/tender.ts';
import { backDraft } from '../../domain/sales/back-draft.ts';
import type { Discount } from '../../domain/sales/discount.ts';
import type { LineBody } from '../../domain/sales/give-back.ts';
import { saleDraft } from '../../domain/sales/record.ts';
import { restOf } from '../../domain/sales/rest.ts';
import { closeSale, priceSale, type SoldLine } from '../../domain/sales/sale.ts';
import type { PayOut } from '../../domain/sales/settle-refund.ts';
import { plainTerms } from './plain-sale.ts';

const stamp = {
  atMs: Date.UTC(2026, 10, 24, 3),
  offsetMinutes: 420,
  businessDate: '2026-11-24',
  cashier: 'kasir-1',
  approver: null,
  shift: 1,
  stall: { name: 'Batik Bu Sari', number: 'A-12', mall: 'Thamrin City', phone: '' },
} as const;

/** The record of a cart that is paid, by these percentages of its total without cash. */
export function paidSale(
  cart: { readonly lines: readonly SoldLine[]; readonly discount?: Discount | undefined },
  { percents, step }: { readonly percents: readonly number[]; readonly step: number },
): SaleRecord {
  const terms = plainTerms(step);
  const { totalRupiah } = priceSale({ ...cart, terms });
  const tenders = percents.flatMap((percent, at): Tender[] => {
    const amountRupiah = rupiah(Math.floor((totalRupiah * percent) / 100));
    if (amountRupiah === 0) return [];
    return at % 2 === 0
      ? [{ kind: 'qris', state: 'claimed', amountRupiah }]
      : [{ kind: 'transfer', state: 'verified', amountRupiah }];
  });
  const amountRupiah = restOf(totalRupiah, tenders, step).cashRupiah;
  // Also where rounding leaves nothing of it: that it is paid in cash is what lets it be rounded.
  const all: Tender[] = [...tenders, { kind: 'cash', amountRupiah }];
  const closed = closeSale({ ...cart, terms, tenders: all, givesCashBack: true });
  const { atMs: soldAtMs, ...rest } = stamp;
  const about = { id: ID, kind: 'sale', number: 'ABC-000001', soldAtMs, npwp: '' } as const;
  return recordOf(saleDraft({ ...closed, ...rest, ...about, allowed: [] }), 2);
}

/** The record of a refund of a sale that pays out so. */
export function backOf(
  sale: SaleRecord,
  lines: readonly LineBody[],
  { tenders }: Pick<PayOut, 'tenders'>,
): SaleRecord {
  const about = { type: 'refund', id: ID, number: 'ABC-000002', reason: 'rusak' } as const;
  const paid = tenders.map(({ kind, amountRupiah: amount }) => ({ kind, amount }));
  return recordOf(backDraft({ ...stamp, ...about, sale, lines, tenders: paid, change: 0 }), 3);
}

const ID = '0193f1f0-0000-7000-8000-000000000001';

/** A record that nobody signed. */
function recordOf({ type, head, body }: RecordDraft, seq: number): SaleRecord {
  const place = { v: 1, type, epoch: 1, seq };
  return {
    type,
    head: { ...head, ...place },
    body: { ...body, salt: '' },
  } as unknown as SaleRecord;
}
