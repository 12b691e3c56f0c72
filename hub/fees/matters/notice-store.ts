import type { Kysely } from 'kysely';
import { assert } from '../../../domain/assert.ts';
import { FeeDetails, type FeeDetailsOf } from '../../../domain/fees/details.ts';
import { NoticeLevel } from '../../../domain/fees/kinds.ts';
import { DeliveredHow, type FeeNotice } from '../../../domain/fees/matters/notice-contract.ts';
import { noticeNumber } from '../../../domain/fees/matters/next-notice.ts';
import type { HubTables } from '../../database/tables.ts';

/** A letter, and what it is about. */
export interface KeptNotice extends FeeNotice {
  readonly mall: string;
  /** Where it stands in the hub's journal. */
  readonly position: number;
  readonly about: FeeDetailsOf<'notice'>['about'];
}

/** A letter by its id. */
export async function findNotice(
  db: Kysely<HubTables>,
  id: string,
): Promise<KeptNotice | undefined> {
  const row = await notices(db).where('n.act', '=', id).executeTakeFirst();
  return row && noticeOf(row);
}

/** The newest letter of each of these stalls. */
export async function newestNotices(
  db: Kysely<HubTables>,
  stalls: readonly string[],
): Promise<Map<string, KeptNotice>> {
  if (stalls.length === 0) return new Map();
  const newest = db
    .selectFrom('fee_notice as m')
    .innerJoin('fee_act as b', 'b.id', 'm.act')
    .where('m.stall', 'in', stalls)
    .groupBy('m.stall')
    .select(({ fn }) => fn.max('b.position').as('position'));
  const rows = await notices(db)
    .where('a.position', 'in', newest)
    .orderBy('a.position')
    .limit(stalls.length)
    .execute();
  return new Map(rows.map((row) => [row.stall, noticeOf(row)]));
}

/** Letters of a mall, or of one stall of it, before a place of the journal: the newest first. */
export async function noticesBefore(
  db: Kysely<HubTables>,
  { mall, stall, before, limit }: NoticesWanted,
): Promise<KeptNotice[]> {
  const rows = await notices(db)
    .where('n.mall', '=', mall)
    .$if(stall !== undefined, (query) => query.where('n.stall', '=', stall ?? ''))
    .$if(before !== null, (query) => query.where('a.position', '<', before ?? 0))
    .orderBy('a.position', 'desc')
    .limit(limit)
    .execute();
  return rows.map(noticeOf);
}

interface NoticesWanted {
  readonly mall: string;
  readonly stall?: string | undefined;
  readonly before: number | null;
  readonly limit: number;
}

/** The next number of each level of a mall and year, beginning with 1. */
export async function nextNumbers(
  db: Kysely<HubTables>,
  mall: string,
  year: number,
): Promise<(level: NoticeLevel) => number> {
  const rows = await db
    .selectFrom('fee_notice')
    .where('mall', '=', mall)
    .where('year', '=', year)
    .groupBy('level')
    .select(({ fn }) => ['level', fn.max('number').as('number')])
    .orderBy('level')
    .limit(10)
    .execute();
  const used = new Map(rows.map(({ level, number }) => [level, Number(number)]));
  return (level) => {
    const next = (used.get(level) ?? 0) + 1;
    used.set(level, next);
    return next;
  };
}

function notices(db: Kysely<HubTables>) {
  return db
    .selectFrom('fee_notice as n')
    .innerJoin('fee_act as a', 'a.id', 'n.act')
    .innerJoin('stall as s', 's.code', 'n.stall')
    .select([
      'n.act as id',
      'n.mall',
      'n.stall',
      's.name',
      's.number',
      'n.level',
      'n.year',
      'n.number as count',
      'n.owed',
      'n.on_date as on',
      'n.until_date as until',
      'n.delivered_on as deliveredOn',
      'n.delivered_how as deliveredHow',
      'n.delivered_photo as photo',
      'a.position',
      'a.details',
    ]);
}

type NoticeRow = Awaited<ReturnType<ReturnType<typeof notices>['executeTakeFirstOrThrow']>>;

function noticeOf({ year, count, details, deliveredHow, ...row }: NoticeRow): KeptNotice {
  const said = FeeDetails.parse(JSON.parse(details ?? 'null'));
  assert(said.kind === 'notice', 'a letter says what it is about');
  const level = NoticeLevel.parse(row.level);
  return {
    ...row,
    level,
    paperNumber: noticeNumber(level, { mall: row.mall, year, number: count }),
    about: said.about,
    deliveredHow: deliveredHow === null ? null : DeliveredHow.parse(deliveredHow),
  };
}
