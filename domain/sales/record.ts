import type { RecordDraft, SaleRecord } from '../journal/record.ts';
import { rupiah, sumRupiah, type Rupiah } from '../money.ts';
import type { Tender } from '../payments/tender.ts';
import { milli } from '../quantity.ts';
import type { OffsetMinutes, UtcMs } from '../time.ts';
import type { PricedLine } from './pricing.ts';
import type { SoldLine } from './sale.ts';
import type { Receipt, ReceiptStall } from './receipt.ts';

/** A closed sale with all that its record says of it. */
export interface SaleToRecord {
  readonly id: string;
  readonly kind: Receipt['kind'];
  readonly number: string;
  readonly soldAtMs: UtcMs;
  readonly offsetMinutes: OffsetMinutes;
  readonly businessDate: string;
  readonly cashier: string;
  readonly approver: string | null;
  /** Undefined for a sale of another system. */
  readonly shift?: number | undefined;
  readonly stall: ReceiptStall;
  readonly lines: readonly PricedLine<SoldLine>[];
  readonly roundingRupiah: Rupiah;
  readonly totalRupiah: Rupiah;
  readonly tenders: readonly Tender[];
  readonly changeRupiah: Rupiah;
  /** The document of another system; undefined for an own sale. */
  readonly source?: string | undefined;
}

/** The draft of a sale's or refund's record: what totals need in the head, the rest in the body. */
export function saleDraft(sale: SaleToRecord): RecordDraft {
  const { stall } = sale;
  return {
    type: sale.kind,
    head: {
      at: sale.soldAtMs,
      offset: sale.offsetMinutes,
      businessDate: sale.businessDate,
      cashier: sale.cashier,
      total: sale.totalRupiah,
      number: sale.number,
      tenders: netTenders(sale),
      discount: 0,
      tax: 0,
      rounding: sale.roundingRupiah,
      ...(sale.shift === undefined ? {} : { shift: sale.shift }),
      ...(sale.source === undefined ? {} : { source: sale.source.normalize('NFC') }),
    },
    body: {
      id: sale.id,
      stall: {
        name: stall.name.normalize('NFC'),
        number: stall.number.normalize('NFC'),
        mall: stall.mall.normalize('NFC'),
        phone: stall.phone.normalize('NFC'),
      },
      lines: sale.lines.map((line) => ({
        code: line.code.normalize('NFC'),
        name: line.name.normalize('NFC'),
        category: line.category.normalize('NFC'),
        unit: line.unit.normalize('NFC'),
        factor: line.factorMilli,
        quantity: line.quantityMilli,
        price: line.priceRupiah,
        amount: line.amountRupiah,
      })),
      tenders: sale.tenders.map((tender) => ({ kind: tender.kind, amount: tender.amountRupiah })),
      change: sale.changeRupiah,
      ...(sale.approver === null ? {} : { approver: sale.approver }),
    },
  };
}

/** The receipt that a record stands for. */
export function receiptOf({ head, body }: SaleRecord): Receipt {
  const lines = body.lines.map((line) => ({
    code: line.code,
    name: line.name,
    unit: line.unit,
    quantityMilli: milli(line.quantity),
    priceRupiah: rupiah(line.price),
    amountRupiah: rupiah(line.amount),
  }));
  return {
    id: body.id,
    number: head.number,
    kind: head.type,
    epoch: head.epoch,
    seq: head.seq,
    soldAtMs: head.at,
    offsetMinutes: head.offset,
    businessDate: head.businessDate,
    cashier: head.cashier,
    stall: body.stall,
    lines,
    subtotalRupiah: sumRupiah(lines.map((line) => line.amountRupiah)),
    roundingRupiah: rupiah(head.rounding),
    totalRupiah: rupiah(head.total),
    tenders: body.tenders.map(({ kind, amount }) => ({ kind, amountRupiah: rupiah(amount) })),
    changeRupiah: rupiah(body.change),
    source: head.source ?? '',
  };
}

/** Rupiah by kind, negative in a refund. Change goes back from the cash. */
function netTenders({ kind, tenders, changeRupiah }: SaleToRecord): Record<string, number> {
  const net: Record<string, number> = {};
  for (const tender of tenders) {
    net[tender.kind] = (net[tender.kind] ?? 0) + tender.amountRupiah;
  }
  if (changeRupiah !== 0) net['cash'] = (net['cash'] ?? 0) - changeRupiah;
  if (kind === 'sale') return net;
  return Object.fromEntries(Object.entries(net).map(([name, amount]) => [name, -amount]));
}
