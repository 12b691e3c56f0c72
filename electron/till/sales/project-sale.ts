import { QUICK_CODE } from '../../../domain/catalog/quick.ts';
import {
  isSaleRecord,
  type JournalRecord,
  type SaleRecord,
} from '../../../domain/journal/record.ts';
import { rupiah, sumRupiah } from '../../../domain/money.ts';
import { dueOf } from '../../../domain/journal/sale-body.ts';
import { baseQuantity } from '../../../domain/sales/sale.ts';
import type { VoucherTable, VoucherUseTable } from '../payments/voucher-tables.ts';
import type { StockMoveTable } from '../inventory/stock-tables.ts';
import type { SaleLineTable, SaleTable, SaleTenderTable } from './sale-tables.ts';

/** The rows of sales and stock that stem from one record, by table. */
export interface SaleRows {
  readonly sale: readonly SaleTable[];
  readonly sale_line: readonly SaleLineTable[];
  readonly sale_tender: readonly SaleTenderTable[];
  readonly voucher: readonly VoucherTable[];
  readonly voucher_use: readonly VoucherUseTable[];
  readonly stock_move: readonly StockMoveTable[];
}

const nothing: SaleRows = {
  sale: [],
  sale_line: [],
  sale_tender: [],
  voucher: [],
  voucher_use: [],
  stock_move: [],
};

/** @param position of the record in the journal */
export function projectSale(position: number, record: JournalRecord): SaleRows {
  if (!isSaleRecord(record)) return nothing;
  const { head, body } = record;
  return {
    sale: [
      {
        record: position,
        uuid: body.id,
        number: head.number,
        kind: head.type,
        ref: head.ref ?? null,
        source: head.source ?? null,
        sold_at_ms: head.at,
        offset_minutes: head.offset,
        business_date: head.businessDate,
        cashier: head.cashier,
        approver: body.approver ?? null,
        shift: head.shift ?? null,
        subtotal_rupiah: sumRupiah(body.lines.map(({ amount }) => rupiah(amount))),
        discount_rupiah: head.discount,
        tax_rupiah: head.tax,
        rounding_rupiah: head.rounding,
        total_rupiah: head.total,
        change_rupiah: body.change,
      },
    ],
    sale_line: body.lines.map((line, at) => ({
      record: position,
      position: at,
      code: line.code,
      name: line.name,
      category: line.category,
      unit: line.unit,
      factor_milli: line.factor,
      quantity_milli: line.quantity,
      price_rupiah: line.price,
      shelf_rupiah: line.shelf ?? null,
      amount_rupiah: line.amount,
      discount_rupiah: (line.discount ?? 0) + (line.share ?? 0),
      tax_kind: line.tax?.kind ?? 'none',
      tax_rupiah: line.tax?.tax ?? 0,
      due_rupiah: dueOf(line),
      of_line: line.of ?? null,
    })),
    sale_tender: body.tenders.map(({ kind, amount, state, reference }, at) => ({
      record: position,
      position: at,
      kind,
      amount_rupiah: amount,
      state: state ?? null,
      reference: reference ?? null,
    })),
    ...projectVouchers(position, record),
    stock_move: [...body.lines.entries()]
      .filter(([, { code, restocked = true }]) => code !== QUICK_CODE && restocked)
      .map(([at, { code, quantity, factor }]) => ({
        record: position,
        position: at,
        code,
        quantity_milli: baseQuantity(-quantity, factor),
      })),
  };
}

/** A sale uses vouchers up, and gives out what was left of them; what goes back gives them out. */
function projectVouchers(
  record: number,
  { type, body }: SaleRecord,
): Pick<SaleRows, 'voucher' | 'voucher_use'> {
  const credits = [...body.tenders.entries()].flatMap(([position, { amount, voucher, rest }]) =>
    voucher === undefined ? [] : [{ record, position, amount, hash: voucher, rest }],
  );
  if (type !== 'sale') {
    const voucher = credits.map(({ position, amount, hash }) => {
      return { record, position, hash, amount_rupiah: amount };
    });
    return { voucher, voucher_use: [] };
  }
  return {
    voucher: credits.flatMap(({ position, rest }) =>
      rest ? [{ record, position, hash: rest.voucher, amount_rupiah: rest.amount }] : [],
    ),
    voucher_use: credits.map(({ position, hash }) => ({ record, position, hash })),
  };
}
