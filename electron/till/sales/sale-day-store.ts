import { sql } from 'kysely';
import { isOfMoney } from '../../../domain/payments/tender.ts';
import { rupiah } from '../../../domain/money.ts';
import {
  type DaySums,
  PRODUCTS_NAMED_MAX,
  type SaleSummary,
  type Sums,
} from '../../../domain/sales/day.ts';
import { build } from '../database/build.ts';
import { all, prepare, type Tx } from '../database/run.ts';
import { bySource, sums } from './sale-store.ts';
import type { SaleTable } from './sale-tables.ts';

/** Sales and refunds as a list shows them, by their places in the journal and in that order. */
export function readSummaries(tx: Tx, places: readonly number[]): SaleSummary[] {
  const records = JSON.stringify(places);
  const sales = new Map(summaries.all(tx, { records }).map((sale) => [sale.record, sale]));
  const products = Map.groupBy(firstProducts.all(tx, { records }), ({ record }) => record);
  const tenders = Map.groupBy(tenderKinds.all(tx, { records }), ({ record }) => record);
  return places.flatMap((record) => {
    const sale = sales.get(record);
    if (!sale) return [];
    return {
      number: sale.number,
      kind: sale.kind,
      soldAtMs: sale.sold_at_ms,
      offsetMinutes: sale.offset_minutes,
      businessDate: sale.business_date,
      products: products.get(record)?.map(({ name }) => name) ?? [],
      productCount: products.get(record)?.[0]?.products ?? 0,
      totalRupiah: rupiah(sale.total_rupiah),
      tenders: tenders.get(record)?.map(({ kind }) => kind) ?? [],
      source: sale.source ?? '',
    };
  });
}

/** Sums of a business date, the stall's own and those of another system apart. */
export function sumDay(tx: Tx, businessDate: string): { own: Sums; history: Sums } {
  return bySource(all(tx, sums.where('business_date', '=', businessDate)));
}

/** The stall's own takings of a date by tender, net of change and refunds, largest first. */
export function takingsByTender(tx: Tx, businessDate: string): DaySums['tenders'] {
  return takings
    .all(tx, { businessDate })
    .filter(({ kind, netRupiah }) => isOfMoney(kind) || netRupiah !== 0) // an exchange nets to 0
    .map(({ kind, netRupiah }) => ({ kind, netRupiah: rupiah(netRupiah) }));
}

const inRecords = (records: string) =>
  sql<boolean>`record in (select value from json_each(${records}))`;

const summaries = prepare<{ records: string }, SummaryRow>((given) =>
  build
    .selectFrom('sale')
    .select(['record', 'number', 'kind', 'source', 'sold_at_ms', 'offset_minutes'])
    .select(['business_date', 'total_rupiah'])
    .where(inRecords(given('records'))),
);

type SummaryRow = Pick<
  SaleTable,
  | 'record'
  | 'number'
  | 'kind'
  | 'source'
  | 'sold_at_ms'
  | 'offset_minutes'
  | 'business_date'
  | 'total_rupiah'
>;

/** The first products of each sale, and how many it has. */
const firstProducts = prepare<{ records: string }, ProductOfSale>((given) =>
  build
    .selectFrom(
      build
        .selectFrom(
          build
            .selectFrom('sale_line')
            .select((e) => ['record', 'name', e.fn.min('position').as('at')]) // the name there
            .where(inRecords(given('records')))
            .groupBy(['record', 'code'])
            .as('product'),
        )
        .select(['record', 'name'])
        .select(sql<number>`row_number() over (partition by record order by at)`.as('place'))
        .select(sql<number>`count(*) over (partition by record)`.as('products'))
        .as('placed'),
    )
    .select(['record', 'name', 'products'])
    .where('place', '<=', PRODUCTS_NAMED_MAX)
    .orderBy('record')
    .orderBy('place'),
);

interface ProductOfSale {
  readonly record: number;
  readonly name: string;
  /** Number of products of the sale. */
  readonly products: number;
}

const tenderKinds = prepare<{ records: string }, { record: number; kind: string }>((given) =>
  build
    .selectFrom('sale_tender')
    .select((e) => ['record', 'kind', e.fn.min('position').as('at')])
    .where(inRecords(given('records')))
    .groupBy(['record', 'kind'])
    .orderBy('record')
    .orderBy('at'),
);

/** A refund's tenders are what was paid out. */
const sign = sql<number>`iif(s.kind = 'sale', 1, -1)`;

const takings = prepare<{ businessDate: string }, { kind: string; netRupiah: number }>((given) =>
  build
    .selectFrom(
      build
        .selectFrom('sale as s')
        .innerJoin('sale_tender as t', 't.record', 's.record')
        .select(['t.kind', sql<number>`${sign} * t.amount_rupiah`.as('amount')])
        .where('s.business_date', '=', given('businessDate'))
        .where('s.source', 'is', null)
        .unionAll(
          build
            .selectFrom('sale as s')
            .select([
              sql<string>`'cash'`.as('kind'), // change goes back from the cash
              sql<number>`-${sign} * s.change_rupiah`.as('amount'),
            ])
            .where('s.business_date', '=', given('businessDate'))
            .where('s.source', 'is', null)
            .where('s.change_rupiah', '<>', 0),
        )
        .as('part'),
    )
    .select((e) => ['part.kind', e.fn.sum<number>('part.amount').as('netRupiah')])
    .groupBy('part.kind')
    .orderBy('netRupiah', 'desc')
    .orderBy('part.kind'),
);
