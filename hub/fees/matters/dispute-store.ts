import type { Kysely } from 'kysely';
import type { FeeDispute } from '../../../domain/fees/matters/dispute-contract.ts';
import { z } from 'zod';
import type { HubTables } from '../../database/tables.ts';

/** A dispute as its table has it. */
export interface KeptDispute {
  readonly id: string;
  readonly mall: string;
  readonly stall: string;
  readonly name: string;
  readonly number: string;
  readonly on: string;
  /** Id of a charge, or of the act of a reading. */
  readonly about: string;
  readonly text: string;
  readonly photo: string | null;
  readonly outcome: FeeDispute['outcome'];
  readonly answer: string;
  readonly position: number;
}

/** A dispute by its id. */
export async function findDispute(
  db: Kysely<HubTables>,
  id: string,
): Promise<KeptDispute | undefined> {
  const row = await disputes(db).where('d.act', '=', id).executeTakeFirst();
  return row && disputeOf(row);
}

/** Disputes of a mall before a place of the journal: the newest first. */
export async function disputesBefore(
  db: Kysely<HubTables>,
  { mall, isOpen, before, limit }: DisputesWanted,
): Promise<KeptDispute[]> {
  const rows = await disputes(db)
    .where('d.mall', '=', mall)
    .$if(isOpen, (query) => query.where('d.outcome', 'is', null))
    .$if(before !== null, (query) => query.where('a.position', '<', before ?? 0))
    .orderBy('a.position', 'desc')
    .limit(limit)
    .execute();
  return rows.map(disputeOf);
}

interface DisputesWanted {
  readonly mall: string;
  /** Only those that wait for an answer. */
  readonly isOpen: boolean;
  readonly before: number | null;
  readonly limit: number;
}

/** Whether a stall disputes this already, and waits for the answer. */
export async function isDisputed(
  db: Kysely<HubTables>,
  stall: string,
  about: string,
): Promise<boolean> {
  const row = await db
    .selectFrom('fee_dispute')
    .where('stall', '=', stall)
    .where('about', '=', about)
    .where('outcome', 'is', null)
    .select('act')
    .executeTakeFirst();
  return row !== undefined;
}

/** A reading of a meter. Thousandths of a kWh */
export interface KeptReading {
  readonly reading: string;
  readonly stall: string;
  readonly period: string;
  readonly meter: string;
  readonly fromMilli: number;
  readonly toMilli: number;
  readonly usedMilli: number;
  readonly isEstimate: boolean;
}

/** Readings by the ids of their acts, those that were taken back too. */
export async function readingsWith(
  db: Kysely<HubTables>,
  ids: readonly string[],
): Promise<Map<string, KeptReading>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('fee_reading')
    .where('act', 'in', ids)
    .select([
      'act as reading',
      'stall',
      'period',
      'meter',
      'from_milli as fromMilli',
      'to_milli as toMilli',
      'used_milli as usedMilli',
      'is_estimate',
    ])
    .orderBy('act')
    .limit(ids.length)
    .execute();
  return new Map(
    rows.map(({ is_estimate: estimate, ...row }) => [
      row.reading,
      { ...row, isEstimate: estimate === 1 },
    ]),
  );
}

function disputes(db: Kysely<HubTables>) {
  return db
    .selectFrom('fee_dispute as d')
    .innerJoin('fee_act as a', 'a.id', 'd.act')
    .innerJoin('stall as s', 's.code', 'd.stall')
    .leftJoin('fee_act as b', 'b.id', 'd.settled_by')
    .select([
      'd.act as id',
      'd.mall',
      'd.stall',
      's.name',
      's.number',
      'd.opened_on as on',
      'd.about',
      'a.note as text',
      'd.photo',
      'd.outcome',
      'b.note as answer',
      'a.position',
    ]);
}

type DisputeRow = Awaited<ReturnType<ReturnType<typeof disputes>['executeTakeFirstOrThrow']>>;

const Outcome = z.enum(['upheld', 'rejected', 'withdrawn']).nullable();

function disputeOf({ answer, outcome, ...row }: DisputeRow): KeptDispute {
  return { ...row, outcome: Outcome.parse(outcome), answer: answer ?? '' };
}
