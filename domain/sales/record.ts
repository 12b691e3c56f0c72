import { sumOf } from '../journal/check-head.ts';
import type { RecordDraft, SaleRecord } from '../journal/record.ts';
import { dueOf, netTenders } from '../journal/sale-body.ts';
import { rupiah, sumRupiah, type Rupiah } from '../money.ts';
import type { BookedTender } from '../payments/tender.ts';
import { milli } from '../quantity.ts';
import type { OffsetMinutes, UtcMs } from '../time.ts';
import type { Discount } from './discount.ts';
import type { PricedLine, TaxSum } from './pricing.ts';
import type { SoldLine } from './sale.ts';
import type { Receipt, ReceiptStall, SaleLine } from './receipt.ts';

/** A permission that the seller does not have, and who gave leave. */
export interface Allowed {
  readonly permission: string;
  /** Pseudonym. */
  readonly by: string;
}

/** A closed sale with all that its record says of it. */
export interface SaleToRecord {
  readonly id: string;
  readonly kind: 'sale' | 'refund';
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
  /** Of the cart as a whole, as it was told. */
  readonly discount?: Discount | undefined;
  readonly note?: string | undefined;
  /** Sum of all discounts. */
  readonly discountRupiah: Rupiah;
  readonly taxes: readonly TaxSum[];
  readonly taxRupiah: Rupiah;
  /** Of a stall that is registered for PPN; empty of another. */
  readonly npwp: string;
  /** What of it somebody else had to allow. */
  readonly allowed: readonly Allowed[];
  readonly roundingRupiah: Rupiah;
  readonly totalRupiah: Rupiah;
  readonly tenders: readonly BookedTender[];
  readonly changeRupiah: Rupiah;
  /** The document of another system; undefined for an own sale. */
  readonly source?: string | undefined;
}

/** The draft of a sale's or refund's record: what totals need in the head, the rest in the body. */
export function saleDraft(sale: SaleToRecord): RecordDraft {
  const { stall } = sale;
  const tenders = sale.tenders.map(({ kind, amountRupiah: amount, ...told }) => {
    return { kind, amount, ...told };
  });
  return {
    type: sale.kind,
    head: {
      at: sale.soldAtMs,
      offset: sale.offsetMinutes,
      businessDate: sale.businessDate,
      cashier: sale.cashier,
      total: sale.totalRupiah,
      number: sale.number,
      tenders: netTenders({ kind: sale.kind, tenders, change: sale.changeRupiah }),
      discount: sale.discountRupiah,
      tax: sale.taxRupiah,
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
      lines: sale.lines.map(lineBody),
      ...(sale.discount ? { discount: toldAs(sale.discount) } : {}),
      ...(sale.note ? { note: sale.note.normalize('NFC') } : {}),
      ...(sale.taxes.length === 0 ? {} : { taxes: sale.taxes.map(taxBody) }),
      ...(sale.npwp === '' ? {} : { npwp: sale.npwp }),
      ...(sale.allowed.length === 0 ? {} : { allowed: sale.allowed.map((one) => ({ ...one })) }),
      tenders,
      change: sale.changeRupiah,
      ...(sale.approver === null ? {} : { approver: sale.approver }),
    },
  };
}

type LineBody = SaleRecord['body']['lines'][number];

/** What is nothing, or as the shelf has it, is left out. */
function lineBody(line: PricedLine<SoldLine>): LineBody {
  const { shelfRupiah, discount, discountRupiah, shareRupiah, tax, taxRupiah, note } = line;
  return {
    code: line.code.normalize('NFC'),
    name: line.name.normalize('NFC'),
    category: line.category.normalize('NFC'),
    unit: line.unit.normalize('NFC'),
    factor: line.factorMilli,
    quantity: line.quantityMilli,
    price: line.priceRupiah,
    amount: line.amountRupiah,
    ...(shelfRupiah === undefined ? {} : { shelf: shelfRupiah }),
    ...(discount ? { discount: discountRupiah, told: toldAs(discount) } : {}),
    ...(shareRupiah === 0 ? {} : { share: shareRupiah }),
    ...(tax === undefined || tax.kind === 'none'
      ? {}
      : { tax: { kind: tax.kind, added: tax.isAdded, tax: taxRupiah } }),
    ...(note ? { note: note.normalize('NFC') } : {}),
  };
}

function toldAs(discount: Discount): { rate: number } | { amount: number } {
  return discount.kind === 'percent'
    ? { rate: discount.rateBp }
    : { amount: discount.amountRupiah };
}

function taxBody({ kind, isAdded, baseRupiah, taxRupiah }: TaxSum) {
  return { kind, added: isAdded, base: baseRupiah, tax: taxRupiah };
}

/** The receipt that a record stands for. */
export function receiptOf({ head, body }: SaleRecord): Receipt {
  const lines = body.lines.map(receiptLine);
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
    note: body.note ?? '',
    subtotalRupiah: sumRupiah(lines.map((line) => line.amountRupiah)),
    discount: receiptDiscount(body.discount, sumOf(body.lines.map(({ share = 0 }) => share))),
    taxedOn: body.originalOn ?? head.businessDate,
    taxes: (body.taxes ?? []).map(({ kind, added, base, tax }) => {
      return { kind, isAdded: added, baseRupiah: rupiah(base), taxRupiah: rupiah(tax) };
    }),
    npwp: body.npwp ?? '',
    roundingRupiah: rupiah(head.rounding),
    totalRupiah: rupiah(head.total),
    tenders: body.tenders.map(receiptTender),
    changeRupiah: rupiah(body.change),
    source: head.source ?? '',
    original: body.original ?? '',
    reason: body.reason ?? '',
  };
}

/** What of a voucher was not used is told; its hash says nothing to a person. */
function receiptTender(tender: SaleRecord['body']['tenders'][number]): Receipt['tenders'][number] {
  const { kind, amount, voucher: _, rest, ...told } = tender;
  const left = rest ? { restRupiah: rupiah(rest.amount) } : {};
  return { kind, amountRupiah: rupiah(amount), ...told, ...left };
}

function receiptLine(line: LineBody): SaleLine {
  const { discount, told, tax, shelf } = line;
  return {
    code: line.code,
    name: line.name,
    unit: line.unit,
    quantityMilli: milli(line.quantity),
    priceRupiah: rupiah(line.price),
    shelfRupiah: shelf === undefined ? null : rupiah(shelf),
    amountRupiah: rupiah(line.amount),
    discount: receiptDiscount(told, discount ?? 0),
    taxKind: tax?.kind ?? 'none',
    dueRupiah: rupiah(dueOf(line)),
    note: line.note ?? '',
  };
}

/** A discount as a receipt tells it; null where there is none. */
function receiptDiscount(
  told: NonNullable<LineBody['told']> | undefined,
  taken: number,
): SaleLine['discount'] {
  if (told === undefined && taken === 0) return null;
  return { rateBp: told && 'rate' in told ? told.rate : null, amountRupiah: rupiah(taken) };
}
