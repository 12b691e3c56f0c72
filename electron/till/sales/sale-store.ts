import { sql } from 'kysely';
import { assert } from '../../../domain/assert.ts';
import { rupiah } from '../../../domain/money.ts';
import { milli } from '../../../domain/quantity.ts';
import type { SaleTotals } from '../../../domain/sales/contract.ts';
import type { Receipt } from '../../../domain/sales/receipt.ts';
import type { StallSettings } from '../../../domain/settings/settings.ts';
import { build } from '../database/build.ts';
import { first, prepare, type Tx } from '../database/run.ts';
import type { SaleLineTable, SaleTable, SaleTenderTable } from './sale-tables.ts';

type SaleRow = Omit<SaleTable, 'id'>;

/** Books a sale with its lines and tenders. @returns sale.id */
export function insertSale(tx: Tx, receipt: Receipt): number {
  const saleId = insertSaleRow.run(tx, saleRow(receipt));
  receipt.lines.forEach((line, position) => {
    insertLine.run(tx, {
      sale_id: saleId,
      position,
      code: line.code,
      name: line.name,
      unit: line.unit,
      quantity_milli: line.quantityMilli,
      price_rupiah: line.priceRupiah,
      amount_rupiah: line.amountRupiah,
    });
  });
  receipt.tenders.forEach(({ kind, amountRupiah }, position) => {
    insertTender.run(tx, { sale_id: saleId, position, kind, amount_rupiah: amountRupiah });
  });
  return saleId;
}

/** The receipt of a client-made id, if that order was booked. */
export function findReceiptByUuid(tx: Tx, uuid: string): Receipt | undefined {
  const row = findByUuid.first(tx, { uuid });
  return row && receiptOfRow(tx, row);
}

/** sale.id of a receipt number, or of the newest receipt with `last`. */
export function saleIdOf(tx: Tx, number: string): number | undefined {
  return (number === 'last' ? findNewest.first(tx, {}) : findByNumber.first(tx, { number }))?.id;
}

/** The receipt with this number, or the newest with `last`. */
export function findReceiptByNumber(tx: Tx, number: string): Receipt | undefined {
  const saleId = saleIdOf(tx, number);
  return saleId === undefined ? undefined : readReceipt(tx, saleId);
}

/** The receipt of a sale that is in the book. */
export function readReceipt(tx: Tx, saleId: number): Receipt {
  const row = findById.first(tx, { saleId });
  assert(row !== undefined, `sale ${saleId} is in the book`);
  return receiptOfRow(tx, row);
}

/** Sums over the whole book. Rupiah; refunds positive. */
export function sumSales(tx: Tx): SaleTotals {
  const totals = first(
    tx,
    build
      .selectFrom('sale')
      .select([
        sql<number>`count(*) filter (where kind = 'sale')`.as('sales'),
        sql<number>`coalesce(sum(total_rupiah) filter (where kind = 'sale'), 0)`.as(
          'salesTotalRupiah',
        ),
        sql<number>`count(*) filter (where kind = 'refund')`.as('refunds'),
        sql<number>`coalesce(-sum(total_rupiah) filter (where kind = 'refund'), 0)`.as(
          'refundsTotalRupiah',
        ),
      ]),
  );
  assert(totals !== undefined, 'an aggregate always has a row');
  return totals;
}

function saleRow(receipt: Receipt): SaleRow {
  return {
    uuid: receipt.id,
    number: receipt.number,
    kind: receipt.kind,
    epoch: receipt.epoch,
    seq: receipt.seq,
    sold_at_ms: receipt.soldAtMs,
    offset_minutes: receipt.offsetMinutes,
    business_date: receipt.businessDate,
    cashier: receipt.cashier,
    stall: JSON.stringify(receipt.stall),
    subtotal_rupiah: receipt.subtotalRupiah,
    rounding_rupiah: receipt.roundingRupiah,
    total_rupiah: receipt.totalRupiah,
    change_rupiah: receipt.changeRupiah,
  };
}

function receiptOfRow(tx: Tx, row: SaleRow & { id: number }): Receipt {
  const lines = findLines.all(tx, { saleId: row.id });
  const tenders = findTenders.all(tx, { saleId: row.id });
  return {
    id: row.uuid,
    number: row.number,
    kind: row.kind,
    epoch: row.epoch,
    seq: row.seq,
    soldAtMs: row.sold_at_ms,
    offsetMinutes: row.offset_minutes,
    businessDate: row.business_date,
    cashier: row.cashier,
    stall: JSON.parse(row.stall) as StallSettings, // insertSale wrote it
    lines: lines.map((line) => ({
      code: line.code,
      name: line.name,
      unit: line.unit,
      quantityMilli: milli(line.quantity_milli),
      priceRupiah: rupiah(line.price_rupiah),
      amountRupiah: rupiah(line.amount_rupiah),
    })),
    subtotalRupiah: rupiah(row.subtotal_rupiah),
    roundingRupiah: rupiah(row.rounding_rupiah),
    totalRupiah: rupiah(row.total_rupiah),
    tenders: tenders.map(({ kind, amount_rupiah }) => ({
      kind,
      amountRupiah: rupiah(amount_rupiah),
    })),
    changeRupiah: rupiah(row.change_rupiah),
  };
}

const saleColumns = [
  'id',
  'uuid',
  'number',
  'kind',
  'epoch',
  'seq',
  'sold_at_ms',
  'offset_minutes',
  'business_date',
  'cashier',
  'stall',
  'subtotal_rupiah',
  'rounding_rupiah',
  'total_rupiah',
  'change_rupiah',
] as const;

const findByUuid = prepare<{ uuid: string }, SaleRow & { id: number }>((given) =>
  build.selectFrom('sale').select(saleColumns).where('uuid', '=', given('uuid')),
);

const findById = prepare<{ saleId: number }, SaleRow & { id: number }>((given) =>
  build.selectFrom('sale').select(saleColumns).where('id', '=', given('saleId')),
);

const findByNumber = prepare<{ number: string }, { id: number }>((given) =>
  build.selectFrom('sale').select('id').where('number', '=', given('number')),
);

const findNewest = prepare<object, { id: number }>(() =>
  build.selectFrom('sale').select('id').orderBy('id', 'desc').limit(1),
);

const findLines = prepare<{ saleId: number }, Omit<SaleLineTable, 'sale_id'>>((given) =>
  build
    .selectFrom('sale_line')
    .select(['position', 'code', 'name', 'unit', 'quantity_milli', 'price_rupiah', 'amount_rupiah'])
    .where('sale_id', '=', given('saleId'))
    .orderBy('position'),
);

const findTenders = prepare<{ saleId: number }, Pick<SaleTenderTable, 'kind' | 'amount_rupiah'>>(
  (given) =>
    build
      .selectFrom('sale_tender')
      .select(['kind', 'amount_rupiah'])
      .where('sale_id', '=', given('saleId'))
      .orderBy('position'),
);

const insertSaleRow = prepare<SaleRow>((given) =>
  build.insertInto('sale').values({
    uuid: given('uuid'),
    number: given('number'),
    kind: given('kind'),
    epoch: given('epoch'),
    seq: given('seq'),
    sold_at_ms: given('sold_at_ms'),
    offset_minutes: given('offset_minutes'),
    business_date: given('business_date'),
    cashier: given('cashier'),
    stall: given('stall'),
    subtotal_rupiah: given('subtotal_rupiah'),
    rounding_rupiah: given('rounding_rupiah'),
    total_rupiah: given('total_rupiah'),
    change_rupiah: given('change_rupiah'),
  }),
);

const insertLine = prepare<SaleLineTable>((given) =>
  build.insertInto('sale_line').values({
    sale_id: given('sale_id'),
    position: given('position'),
    code: given('code'),
    name: given('name'),
    unit: given('unit'),
    quantity_milli: given('quantity_milli'),
    price_rupiah: given('price_rupiah'),
    amount_rupiah: given('amount_rupiah'),
  }),
);

const insertTender = prepare<SaleTenderTable>((given) =>
  build.insertInto('sale_tender').values({
    sale_id: given('sale_id'),
    position: given('position'),
    kind: given('kind'),
    amount_rupiah: given('amount_rupiah'),
  }),
);
