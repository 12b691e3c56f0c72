import { sql } from 'kysely';
import type { Sought } from '../../../domain/sales/find-sales.ts';
import { build } from '../database/build.ts';
import { prepare, type Tx } from '../database/run.ts';
import { findSold } from './sold-product-store.ts';

/** Business dates as they are compared, and the places of the journal that their sales lie in. */
export interface SpanPlaces {
  readonly from: string;
  readonly to: string;
  readonly first: number;
  readonly last: number;
}

/** Which sales, and how many. */
export interface SalesSought {
  /** Null for all of the days. */
  readonly sought: Sought | null;
  readonly days: SpanPlaces;
  /** Records before this place of the journal. */
  readonly before: number;
  readonly limit: number;
}

/** Sales that are looked at one by one before those of each product are, newest first. */
const LOOKED_AT = 500;

/** Figures by which receipt numbers are indexed: see sale_by_number_end. */
const NUMBER_END = 4;

const EARLIEST = '0000';
const LATEST = '9999';

/**
 * Where in the journal the sales of these business dates lie: between two places, though others may
 * lie between them as well. A null date is without end.
 */
export function placesOf(tx: Tx, from: string | null, to: string | null): SpanPlaces {
  const dates = { from: from ?? EARLIEST, to: to ?? LATEST };
  const everywhere = { first: 0, last: Number.MAX_SAFE_INTEGER };
  if (from === null && to === null) return { ...dates, ...everywhere };
  const found = span.first(tx, dates);
  return { ...dates, first: found?.first ?? 0, last: found?.last ?? -1 };
}

/** Places in the journal of sales and refunds, the newest first; see SalesChoice.text. */
export function findSales(tx: Tx, choice: SalesSought): number[] {
  const page = pageOf(choice);
  if (!choice.sought) return recordsOf(newest.all(tx, page));
  const { number, amountRupiah, words } = choice.sought;
  const found = [
    ...(number === '' ? [] : numbered(tx, page, number)),
    ...(amountRupiah === undefined ? [] : byTotal.all(tx, { ...page, amountRupiah })),
    ...(amountRupiah === undefined ? [] : byCash.all(tx, { ...page, amountRupiah })),
    ...(words.length === 0 ? [] : byProducts(tx, page, words)),
  ];
  const records = [...new Set(recordsOf(found))];
  return records.sort((a, b) => b - a).slice(0, choice.limit);
}

interface Found {
  readonly record: number;
}

interface Page {
  readonly from: string;
  readonly to: string;
  readonly first: number;
  readonly before: number;
  readonly limit: number;
}

function pageOf({ days, before, limit }: SalesSought): Page {
  const { from, to, first, last } = days;
  return { from, to, first, before: Math.min(before, last + 1), limit };
}

function recordsOf(found: readonly Found[]): number[] {
  return found.map(({ record }) => record);
}

/**
 * Sales in whose number the text stands. It has six figures: behind four of the text there are two
 * more at the most, so that its last four are known but for those.
 */
function numbered(tx: Tx, page: Page, number: string): Found[] {
  const figures = /\d{4,}$/.exec(number)?.[0];
  if (figures === undefined) return byNumber.all(tx, { ...page, number });
  const ends = [0, 1, 2].flatMap((behind) => {
    const known = figures.slice(behind - NUMBER_END);
    return Array.from({ length: 10 ** behind }, (_, at) =>
      behind === 0 ? known : known + String(at).padStart(behind, '0'),
    );
  });
  return byNumberEnd.all(tx, { ...page, number, ends: JSON.stringify(ends) });
}

/**
 * Sales with a line of one of these products. Of what is sold often the newest sales have enough
 * for a page; else every sale of each product is looked up, which are few then.
 */
function byProducts(tx: Tx, page: Page, words: readonly string[]): Found[] {
  const sold = findSold(tx, words);
  if (sold.length === 0) return [];
  const products = {
    codes: JSON.stringify(sold.filter(({ code }) => code !== '').map(({ code }) => code)),
    names: JSON.stringify(sold.filter(({ code }) => code === '').map(({ name }) => name)),
  };
  const newest = newestBefore.first(tx, page)?.record ?? 0;
  const near = byLines.all(tx, {
    ...page,
    ...products,
    first: Math.max(page.first, newest - LOOKED_AT),
  });
  if (near.length === page.limit) return near;
  return [
    ...byCodes.all(tx, { ...page, ...products }),
    ...(products.names === '[]' ? [] : byNames.all(tx, { ...page, ...products })),
  ];
}

/** By place in the journal and then by date: an index of dates would have to be sorted. */
const salesIn = (given: <K extends keyof Page>(name: K) => Page[K]) =>
  build
    .selectFrom('sale as s')
    .where('s.record', '>=', given('first'))
    .where('s.record', '<', given('before'))
    .where(sql<boolean>`+s.business_date between ${given('from')} and ${given('to')}`)
    .orderBy('s.record', 'desc')
    .limit(given('limit'));

/** Where all days are wanted no row is looked at. */
const isOfDays = (given: <K extends keyof Page>(name: K) => Page[K]) =>
  sql<boolean>`((${given('from')} = ${sql.lit(EARLIEST)} and ${given('to')} = ${sql.lit(LATEST)})
    or exists (select 1 from sale as s where s.record = found.record
      and s.business_date between ${given('from')} and ${given('to')}))`;

const newest = prepare<Page, Found>((given) => salesIn(given).select('s.record'));

/** One sale after another, the newest first: of few figures there are many. */
const byNumber = prepare<Page & { number: string }, Found>((given) =>
  salesIn(given)
    .select('s.record')
    .where(sql<boolean>`instr(s.number, ${given('number')}) > 0`),
);

const byNumberEnd = prepare<Page & { number: string; ends: string }, Found>((given) =>
  build
    .selectFrom('sale as s')
    .select('s.record')
    .where(sql<boolean>`substr(s.number, -4) in ${isOneOf(given('ends'))}`)
    .where(sql<boolean>`instr(s.number, ${given('number')}) > 0`)
    .where(sql<boolean>`+s.record >= ${given('first')}`)
    .where(sql<boolean>`+s.record < ${given('before')}`)
    .where(sql<boolean>`+s.business_date between ${given('from')} and ${given('to')}`)
    .orderBy('s.record', 'desc')
    .limit(given('limit')),
);

const byTotal = prepare<Page & { amountRupiah: number }, Found>((given) =>
  salesIn(given)
    .select('s.record')
    .where(sql<boolean>`abs(s.total_rupiah) = ${given('amountRupiah')}`),
);

const byCash = prepare<Page & { amountRupiah: number }, Found>((given) =>
  build
    .selectFrom('sale_tender as found')
    .select('found.record')
    .distinct()
    .where('found.kind', '=', sql.lit('cash'))
    .where('found.amount_rupiah', '=', given('amountRupiah') as never) // whole rupiah
    .where('found.record', '>=', given('first'))
    .where('found.record', '<', given('before'))
    .where(isOfDays(given))
    .orderBy('found.record', 'desc')
    .limit(given('limit')),
);

interface Products {
  /** JSON arrays: codes of products, and names of quick items. */
  readonly codes: string;
  readonly names: string;
}

const isOneOf = (list: string) => sql<boolean>`(select value from json_each(${list}))`;

const byLines = prepare<Page & Products, Found>((given) =>
  build
    .selectFrom('sale_line as found')
    .select('found.record')
    .distinct()
    .where(
      sql<boolean>`(found.code in ${isOneOf(given('codes'))}
        or (found.code = '' and found.name in ${isOneOf(given('names'))}))`,
    )
    .where('found.record', '>=', given('first'))
    .where('found.record', '<', given('before'))
    .where(isOfDays(given))
    .orderBy('found.record', 'desc')
    .limit(given('limit')),
);

const byCodes = prepare<Page & Products, Found>((given) =>
  build
    .selectFrom('stock_move as found')
    .select('found.record')
    .distinct()
    .where(sql<boolean>`found.code in ${isOneOf(given('codes'))}`)
    .where('found.record', '>=', given('first'))
    .where('found.record', '<', given('before'))
    .where(isOfDays(given))
    .orderBy('found.record', 'desc')
    .limit(given('limit')),
);

const byNames = prepare<Page & Products, Found>((given) =>
  build
    .selectFrom('sale_line as found')
    .select('found.record')
    .distinct()
    .where('found.code', '=', sql.lit(''))
    .where(sql<boolean>`found.name in ${isOneOf(given('names'))}`)
    .where('found.record', '>=', given('first'))
    .where('found.record', '<', given('before'))
    .where(isOfDays(given))
    .orderBy('found.record', 'desc')
    .limit(given('limit')),
);

const newestBefore = prepare<Page, Found>((given) =>
  build
    .selectFrom('sale')
    .select('record')
    .where('record', '<', given('before'))
    .orderBy('record', 'desc')
    .limit(1),
);

/** From each date to the next one that has sales: not through all of them. */
const span = prepare<{ from: string; to: string }, { first: number | null; last: number | null }>(
  (given) =>
    build
      .withRecursive(
        'day',
        () =>
          sql<{ date: string | null }>`(
          select min(business_date) as date from sale where business_date >= ${given('from')}
          union all
          select (select min(business_date) from sale where business_date > day.date)
          from day where day.date <= ${given('to')})`,
      )
      .selectFrom('day')
      .select([
        sql<number | null>`min((select min(record) from sale where business_date = day.date))`.as(
          'first',
        ),
        sql<number | null>`max((select max(record) from sale where business_date = day.date))`.as(
          'last',
        ),
      ])
      .where('day.date', '<=', given('to')),
);
