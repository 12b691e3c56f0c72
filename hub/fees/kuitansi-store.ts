import { type Kysely, sql } from 'kysely';
import type { PaymentKind } from '../../domain/fees/kinds.ts';
import type { KuitansiLine, KuitansiSums } from '../../domain/fees/manage/paper-calls.ts';
import { KUITANSI, parseTypedNumber } from '../../domain/fees/number.ts';
import { datesOf } from '../../domain/fees/period.ts';
import type { HubTables } from '../database/tables.ts';
import type { Tx } from '../database/transact.ts';
import { numberOf } from './act-store.ts';
import { isStallWith } from './stall-text-store.ts';

/** Which kuitansi of a mall. */
export interface KuitansiOf {
  readonly mall: string;
  /** Its number, whole or its end, or a part of the code, number or name of its stall. */
  readonly text: string;
  /** Month of payment; null for all. */
  readonly period: string | null;
}

/** Which page of them. */
export interface KuitansiWanted extends KuitansiOf {
  /** The last of the page before; null for the first. */
  readonly before: { readonly year: number; readonly number: number } | null;
  readonly limit: number;
}

/** A kuitansi as its line shows it, with its place in the list. */
export interface KuitansiRow {
  readonly line: KuitansiLine;
  readonly year: number;
  readonly number: number;
}

/** A page of the kuitansi of a mall, the newest first. */
export async function pageOfKuitansi(
  db: Kysely<HubTables>,
  { before, limit, ...of }: KuitansiWanted,
): Promise<KuitansiRow[]> {
  const rows = await kuitansi(db)
    .where(isOf(of))
    .$if(before !== null, (query) =>
      query.where((e) =>
        e(
          e.refTuple('c.kuitansi_year', 'c.kuitansi_number'),
          '<',
          e.tuple(before?.year ?? 0, before?.number ?? 0),
        ),
      ),
    )
    .orderBy('c.kuitansi_year', 'desc')
    .orderBy('c.kuitansi_number', 'desc')
    .limit(limit)
    .execute();
  return rows.map(rowOf);
}

/** What all of these kuitansi come to. */
export async function sumKuitansi(db: Kysely<HubTables>, of: KuitansiOf): Promise<KuitansiSums> {
  const row = await db
    .selectFrom('fee_credit as c')
    .innerJoin('stall as s', 's.code', 'c.stall')
    .where(isOf(of))
    .select(sql<number>`CAST(count(*) AS BIGINT)`.as('kuitansi'))
    .select(sql<number>`CAST(coalesce(sum(c.is_reversed), 0) AS BIGINT)`.as('reversed'))
    .select(
      sql<number>`CAST(coalesce(sum(c.amount * (1 - c.is_reversed)), 0) AS BIGINT)`.as('total'),
    )
    .executeTakeFirstOrThrow();
  return row;
}

/** Of a credit `c` of a stall `s`: whether it is one of these kuitansi. */
function isOf({ mall, text, period }: KuitansiOf) {
  const { from, to } = period === null ? { from: '', to: '~' } : datesOf(period);
  const ofYear = period === null ? sql`TRUE` : sql`c.kuitansi_year = ${Number(period.slice(0, 4))}`;
  return sql<boolean>`c.mall = ${mall} AND c.kuitansi_number IS NOT NULL
    AND ${ofYear} AND c.on_date >= ${from} AND c.on_date <= ${to} AND ${isFound(mall, text)}`;
}

/** The text is looked for among stalls, which are few, and read as a number: not once a payment. */
function isFound(mall: string, text: string) {
  if (text === '') return sql`TRUE`;
  const typed = parseTypedNumber(text, { kind: KUITANSI, mall });
  const isNumbered = typed
    ? sql`(${typed.year === null ? sql`TRUE` : sql`c.kuitansi_year = ${typed.year}`} AND
        ${typed.number === null ? sql`TRUE` : sql`c.kuitansi_number = ${typed.number}`})`
    : sql`FALSE`;
  return sql`(${isNumbered}
    OR c.stall IN (SELECT s.code FROM stall AS s WHERE ${isStallWith(text)}))`;
}

/** One kuitansi with what its paper needs of its act, by the id of its payment. */
export async function findKuitansi(db: Kysely<HubTables>, id: string) {
  const row = await kuitansi(db)
    .innerJoin('fee_act as a', 'a.id', 'c.act')
    .innerJoin('mall as m', 'm.code', 'c.mall')
    .leftJoin('fee_account as b', 'b.code', 'c.account')
    .innerJoin('hub_record as h', 'h.position', 'a.position')
    .leftJoin('fee_act as r', 'r.id', 'c.reversed_by')
    .leftJoin('fee_given as g', 'g.credit', 'c.id')
    .where('c.id', '=', id)
    .where('c.kuitansi_number', 'is not', null)
    .select(['m.name as mallName', 'c.used', 'c.account', 'b.label', 'a.note', 'a.by_whom'])
    .select(['a.at_ms', 'a.position', 'h.leaf', 'r.on_date as reversedOn'])
    .select(['c.reversed_by as reversedBy', 'r.note as reversedWhy', 'g.on_date as givenOn'])
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    ...rowOf(row).line,
    mall: row.mall,
    mallName: row.mallName,
    account: row.account ?? '',
    accountLabel: row.label ?? '',
    note: row.note,
    by: row.by_whom,
    atMs: row.at_ms,
    givenOn: row.givenOn,
    position: row.position,
    leaf: row.leaf,
    reversed:
      row.reversedOn === null ? null : { on: row.reversedOn, reason: row.reversedWhy ?? '' },
    reversedBy: row.reversedBy,
    used: row.used,
  };
}

/** The giving out of a kuitansi. */
interface Giving {
  /** Of its payment. */
  readonly id: string;
  readonly on: string;
  readonly by: string;
  readonly atMs: number;
}

/**
 * Remembers when a kuitansi was first given out; a later time changes nothing.
 * @returns the date of the first, and whether this was it; undefined for no kuitansi
 */
export async function saveGiving(
  trx: Tx,
  { id, on, by, atMs }: Giving,
): Promise<{ readonly givenOn: string; readonly isFirst: boolean } | undefined> {
  const isThere = await trx
    .selectFrom('fee_credit')
    .where('id', '=', id)
    .where('kuitansi_number', 'is not', null)
    .select('id')
    .executeTakeFirst();
  if (!isThere) return undefined;
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('fee_given')
    .values({ credit: id, on_date: on, by_whom: by, at_ms: atMs })
    .onConflict((met) => met.doNothing())
    .executeTakeFirstOrThrow();
  const first = await trx
    .selectFrom('fee_given')
    .where('credit', '=', id)
    .select('on_date')
    .executeTakeFirstOrThrow();
  return { givenOn: first.on_date, isFirst: numInsertedOrUpdatedRows === 1n };
}

/** What of a payment was given back. Rupiah */
export async function refundedOf(db: Kysely<HubTables>, credit: string): Promise<number> {
  const row = await db
    .selectFrom('fee_refund')
    .where('credit', '=', credit)
    .select(sql<number>`CAST(coalesce(sum(amount), 0) AS BIGINT)`.as('amount'))
    .executeTakeFirst();
  return row?.amount ?? 0;
}

function kuitansi(db: Kysely<HubTables>) {
  return db
    .selectFrom('fee_credit as c')
    .innerJoin('stall as s', 's.code', 'c.stall')
    .select(['c.id', 'c.mall', 'c.kuitansi_year', 'c.kuitansi_number', 'c.kind', 'c.amount'])
    .select(['c.on_date as on', 'c.is_reversed', 's.code as stall', 's.name', 's.number']);
}

type Row = Awaited<ReturnType<ReturnType<typeof kuitansi>['execute']>>[number];

function rowOf(row: Row): KuitansiRow {
  const { id, stall, name, number, on, amount } = row;
  const line = {
    id,
    kuitansi: numberOf(row),
    stall,
    name,
    number,
    on,
    kind: row.kind as PaymentKind, // as its CHECK says of what has a number
    amount,
    isReversed: row.is_reversed === 1,
  };
  return { line, year: row.kuitansi_year ?? 0, number: row.kuitansi_number ?? 0 };
}
