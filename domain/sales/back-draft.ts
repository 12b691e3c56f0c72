import type { RecordDraft, SaleRecord } from '../journal/record.ts';
import { sumOf } from '../journal/check-head.ts';
import { dueOf } from '../journal/sale-body.ts';
import { rupiah } from '../money.ts';
import { markOf } from '../sync/place.ts';
import type { OffsetMinutes, UtcMs } from '../time.ts';
import type { LineBody } from './give-back.ts';
import { netTenders } from '../journal/sale-body.ts';
import type { ReceiptStall } from './receipt.ts';
import { isOfPkp } from './tax.ts';

type TenderBody = SaleRecord['body']['tenders'][number];

/** A refund or void with all that its record says of it. */
export interface BackToRecord {
  readonly type: 'refund' | 'void';
  readonly id: string;
  readonly number: string;
  /** The sale that it answers. */
  readonly sale: SaleRecord;
  readonly atMs: UtcMs;
  readonly offsetMinutes: OffsetMinutes;
  readonly businessDate: string;
  readonly cashier: string;
  readonly approver: string | null;
  readonly shift: number;
  readonly stall: ReceiptStall;
  readonly lines: readonly LineBody[];
  /** What goes back, and the change that comes back to the drawer. Rupiah, positive */
  readonly tenders: readonly TenderBody[];
  readonly change: number;
  readonly reason: string;
}

/** The draft of the record of a refund or void: all its sums are negative. */
export function backDraft(back: BackToRecord): RecordDraft {
  const { sale, lines, tenders, change, stall } = back;
  const { npwp } = sale.body;
  const due = sumOf(lines.map(dueOf));
  const total = change - sumOf(tenders.map(({ amount }) => amount));
  const taxes = taxesBack(lines);
  return {
    type: back.type,
    head: {
      at: back.atMs,
      offset: back.offsetMinutes,
      businessDate: back.businessDate,
      cashier: back.cashier,
      total: rupiah(total),
      number: back.number,
      tenders: netTenders({ kind: back.type, tenders, change }),
      discount: rupiah(sumOf(lines.map(({ discount = 0, share = 0 }) => discount + share))),
      tax: rupiah(sumOf(taxes.map(({ tax }) => tax))),
      rounding: rupiah(total - due),
      ref: markOf(sale.head),
      shift: back.shift,
    },
    body: {
      id: back.id,
      stall: {
        name: stall.name.normalize('NFC'),
        number: stall.number.normalize('NFC'),
        mall: stall.mall.normalize('NFC'),
        phone: stall.phone.normalize('NFC'),
      },
      lines: [...lines],
      ...(taxes.length === 0 ? {} : { taxes }),
      ...(npwp !== undefined && taxes.some(({ kind }) => isOfPkp(kind)) ? { npwp } : {}),
      tenders: [...tenders],
      change,
      original: sale.head.number,
      originalOn: sale.head.businessDate,
      reason: back.reason.normalize('NFC'),
      ...(back.approver === null ? {} : { approver: back.approver }),
    },
  };
}

/** What of it was taxed, by kind. */
function taxesBack(lines: readonly LineBody[]) {
  const taxed = lines.flatMap((line) => (line.tax ? [{ ...line.tax, due: dueOf(line) }] : []));
  const kinds = Map.groupBy(taxed, ({ kind, added }) => `${kind} ${added}`);
  return [...kinds.values()].flatMap(([first, ...others]) => {
    if (!first) return [];
    const all = [first, ...others];
    const tax = sumOf(all.map((one) => one.tax));
    const base = sumOf(all.map(({ due }) => due)) - tax;
    return [{ kind: first.kind, added: first.added, base: rupiah(base), tax: rupiah(tax) }];
  });
}
