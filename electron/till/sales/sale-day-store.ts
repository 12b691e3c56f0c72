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
  return all(tx, query).map(({ record, ...sale }) => ({
    record,
    summary: {
      number: sale.number,
      kind: sale.kind,
      soldAtMs: sale.sold_at_ms,
      offsetMinutes: sale.offset_minutes,
      products: firstProducts.all(tx, { record }).map(({ name }) => name),
      productCount: countProducts.first(tx, { record })?.products ?? 0,
      totalRupiah: rupiah(sale.total_rupiah),
      tenders: tenderKinds.all(tx, { record }).map(({ kind }) => kind),
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

const firstProducts = prepare<{ record: number }, { name: string }>((given) =>
  build
    .selectFrom('sale_line')
    .select((e) => ['name', e.fn.min('position').as('at')]) // the name at that position
    .where('record', '=', given('record'))
    .groupBy('code')
    .orderBy('at')
    .limit(PRODUCTS_NAMED_MAX),
);

const countProducts = prepare<{ record: number }, { products: number }>((given) =>
  build
    .selectFrom('sale_line')
    .select((e) => e.fn.count<number>('code').distinct().as('products'))
    .where('record', '=', given('record')),
);

const tenderKinds = prepare<{ record: number }, { kind: string }>((given) =>
  build
    .selectFrom('sale_tender')
    .select((e) => ['kind', e.fn.min('position').as('at')])
    .where('record', '=', given('record'))
    .groupBy('kind')
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
