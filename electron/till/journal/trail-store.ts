import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { TrailFilter } from '../../../domain/journal/contract.ts';
import {
  actsBesideTill,
  kindsOf,
  TrailChange,
  type TrailEntry,
  type TrailTopic,
  topicOf,
} from '../../../domain/journal/trail.ts';
import { rupiah } from '../../../domain/money.ts';
import { HOUR_MS } from '../../../domain/time.ts';
import { build } from '../database/build.ts';
import { all, first, type Tx } from '../database/run.ts';

/** Which entries of the audit trail, and how many. */
export interface TrailPage extends TrailFilter {
  /** The newest of those before `place`, or the oldest of those after it. */
  readonly first: 'newest' | 'oldest';
  /** A place of the journal. */
  readonly place: number;
  readonly limit: number;
}

/** An entry, and the place of its record in the journal. */
export interface PlacedEntry {
  readonly record: number;
  readonly entry: TrailEntry;
}

/** What people and the program did, by the places of its records. */
export function readTrail(tx: Tx, page: TrailPage): PlacedEntry[] {
  return all(tx, pageOf(page)).map((row) => ({
    record: row.record,
    entry: {
      mark: `${row.epoch}.${row.seq}`,
      atMs: row.at_ms,
      offsetMinutes: row.offset_minutes,
      cashier: row.cashier,
      approver: row.approver,
      topic: topicOf(row.type, row.act),
      act: row.act,
      subject: row.subject,
      amountRupiah: row.amount_rupiah === null ? null : rupiah(row.amount_rupiah),
      note: row.note === '' ? (row.tenders ?? '') : row.note,
      changes: Changes.parse(JSON.parse(row.changes)),
    },
  }));
}

const Changes = z.array(TrailChange);

/** The query of a page. Its place among the records is looked up only for what is on the page. */
export function pageOf(page: TrailPage) {
  const direction = page.first === 'newest' ? 'desc' : 'asc';
  const { date } = waysOf(page);
  const picked = entries
    .where(isBeyond(page))
    .$if(page.from !== null, (q) => q.where(sql<boolean>`${date} >= ${page.from}`))
    .$if(page.to !== null, (q) => q.where(sql<boolean>`${date} <= ${page.to}`))
    .$if(page.cashier !== null, (q) => q.where('cashier', '=', page.cashier))
    .$if(page.topic !== null, (q) => q.where(isAbout(page.topic ?? 'till')))
    .$if(page.onlyApproved, (q) => q.where('approver', 'is not', null))
    .$if(page.text.trim() !== '', (q) => q.where(has(page.text.trim())))
    .orderBy('record', direction)
    .limit(page.limit);
  return build
    .selectFrom(picked.as('p'))
    .innerJoin('journal_record as r', 'r.position', 'p.record')
    .select(['p.record', 'r.epoch', 'r.seq', 'p.type', 'p.act', 'p.at_ms', 'p.offset_minutes'])
    .select(['p.cashier', 'p.approver', 'p.subject', 'p.amount_rupiah', 'p.note', 'p.changes'])
    .select(tendersOf(sql`p.record`).as('tenders'))
    .orderBy('p.record', direction);
}

/** Few enough days that finding them by their index and sorting them costs less than reading on. */
const FEW_DAYS_MS = 14 * 24 * HOUR_MS;

/**
 * The plus keeps SQLite off an index. Few days are found by theirs; else the records are read in
 * their order, past those of other dates: some 4 ms for 100.000 of them.
 */
function waysOf({ from, to }: TrailPage) {
  const isShort = from !== null && to !== null && Date.parse(to) - Date.parse(from) < FEW_DAYS_MS;
  return isShort
    ? { date: sql`business_date`, record: sql`+record` }
    : { date: sql`+business_date`, record: sql`record` };
}

function isBeyond(page: TrailPage): RawBuilder<boolean> {
  const { record } = waysOf(page);
  return page.first === 'newest'
    ? sql<boolean>`${record} < ${page.place}`
    : sql<boolean>`${record} > ${page.place}`;
}

/** SQLite merges two tables in their order only where the columns have one type in both. */
function text(value: RawBuilder<unknown>): RawBuilder<string> {
  return sql<string>`cast(${value} as text)`;
}

/** Sales and all else, as one. */
const entries = build
  .selectFrom(
    build
      .selectFrom('act')
      .select(['record', 'type', 'act', 'at_ms', 'offset_minutes', 'business_date', 'cashier'])
      .select(['approver', 'subject', 'amount_rupiah', 'note', 'changes'])
      .unionAll(
        build
          .selectFrom('sale')
          .select(['record', 'kind as type'])
          .select(text(sql`iif(source is null, kind, kind || '-taken-over')`).as('act'))
          .select(['sold_at_ms as at_ms', 'offset_minutes', 'business_date', 'cashier'])
          .select(['approver', 'number as subject', 'total_rupiah as amount_rupiah'])
          .select(text(sql`coalesce(source, '')`).as('note'))
          .select(text(sql`'[]'`).as('changes')),
      )
      .as('e'),
  )
  .selectAll();

/** How a sale was paid: `cash`, or `cash, qris`; null of what is none. */
function tendersOf(record: RawBuilder<unknown>): RawBuilder<string | null> {
  return sql<string | null>`(
    select group_concat(kind, ', ' order by at) from (
      select kind, min(position) as at from sale_tender where record = ${record} group by kind))`;
}

/** An act that this program does not know is of the till. */
function isAbout(topic: TrailTopic): RawBuilder<boolean> {
  const { types, acts } = kindsOf(topic);
  const ofType = sql<boolean>`type in (${list(types)})`;
  const isAct =
    topic === 'till' ? sql`act not in (${list(actsBesideTill)})` : sql`act in (${list(acts)})`;
  return sql<boolean>`(${ofType} or (type = 'act' and ${isAct}))`;
}

function list(names: readonly string[]): RawBuilder<unknown> {
  return sql.join(names);
}

function has(part: string): RawBuilder<boolean> {
  return sql<boolean>`(instr(lower(subject), lower(${part})) > 0
    or instr(lower(note), lower(${part})) > 0)`;
}

/**
 * Whether a record after this place says that somebody with this pseudonym allowed it. Of one call
 * only within its transaction: other calls write between two.
 */
export function findApprovedSince(tx: Tx, approver: string, position: number): boolean {
  const found = (table: 'act' | 'sale') =>
    first(
      tx,
      build
        .selectFrom(table)
        .select('record')
        .where('record', '>', position)
        .where('approver', '=', approver)
        .limit(1),
    );
  return found('act') !== undefined || found('sale') !== undefined;
}
