import { sql } from 'kysely';
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

/** Which sales of a day, and how many. */
export interface DayPage {
  readonly businessDate: string;
  /** A part of the receipt number; empty for all. */
  readonly text: string;
  /** What the text is as an amount: a total, or cash that was handed over. */
  readonly amountRupiah: number | undefined;
  /** Records before this place of the journal. */
  readonly before: number;
  readonly limit: number;
}

/** A sale of the list, and its place in the journal. */
export interface ListedSale {
  readonly record: number;
  readonly summary: SaleSummary;
}

/** Sales and refunds of a business date, the newest of the journal first. */
export function readSalesOfDay(tx: Tx, page: DayPage): ListedSale[] {
  const query = build
    .selectFrom('sale as s')
    .select(['s.record', 's.number', 's.kind', 's.source', 's.sold_at_ms', 's.offset_minutes'])
    .select('s.total_rupiah')
    .where('s.business_date', '=', page.businessDate)
    .where('s.record', '<', page.before)
    .$if(page.text !== '', (q) => q.where(({ or }) => or(matchesOf(page))))
    .orderBy('s.record', 'desc')
    .limit(page.limit);
  const sales = all(tx, query);
  const records = JSON.stringify(sales.map(({ record }) => record));
  const products = Map.groupBy(firstProducts.all(tx, { records }), ({ record }) => record);
  const tenders = Map.groupBy(tenderKinds.all(tx, { records }), ({ record }) => record);
  return sales.map(({ record, ...sale }) => ({
    record,
    summary: {
      number: sale.number,
      kind: sale.kind,
      soldAtMs: sale.sold_at_ms,
      offsetMinutes: sale.offset_minutes,
      products: products.get(record)?.map(({ name }) => name) ?? [],
      productCount: products.get(record)?.[0]?.products ?? 0,
      totalRupiah: rupiah(sale.total_rupiah),
      tenders: tenders.get(record)?.map(({ kind }) => kind) ?? [],
      source: sale.source ?? '',
    },
  }));
}

/** Sums of a business date, the stall's own and those of another system apart. */
export function sumDay(tx: Tx, businessDate: string): { own: Sums; history: Sums } {
  return bySource(all(tx, sums.where('business_date', '=', businessDate)));
}

/** The stall's own takings of a date by tender, net of change and refunds, largest first. */
export function takingsByTender(tx: Tx, businessDate: string): DaySums['tenders'] {
  return takings
    .all(tx, { businessDate })
    .map(({ kind, netRupiah }) => ({ kind, netRupiah: rupiah(netRupiah) }));
}

function matchesOf({ text, amountRupiah }: DayPage) {
  const number = sql<boolean>`instr(lower(s.number), lower(${text})) > 0`;
  if (amountRupiah === undefined) return [number];
  const total = sql<boolean>`abs(s.total_rupiah) = ${amountRupiah}`;
  const cash = sql<boolean>`exists (
    select 1 from sale_tender as t
    where t.record = s.record and t.kind = 'cash' and t.amount_rupiah = ${amountRupiah})`;
  return [number, total, cash];
}

const inRecords = (records: string) =>
  sql<boolean>`record in (select value from json_each(${records}))`;

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
const sign = sql<number>`iif(s.kind = 'refund', -1, 1)`;

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
