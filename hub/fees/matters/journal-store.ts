import type { Kysely } from 'kysely';
import { FeeAct } from '../../../domain/fees/kinds.ts';
import type { JournalRow } from '../../../domain/fees/matters/month-contract.ts';
import type { Days } from '../../../domain/fees/matters/relief.ts';
import { periodOf } from '../../../domain/fees/period.ts';
import type { HubTables } from '../../database/tables.ts';

/** Where a posting stands: by date, then as it was booked. */
export interface PostingPlace {
  readonly on: string;
  readonly position: number;
  readonly line: number;
}

/** Which postings. */
export interface PostingsWanted {
  /** Null for every mall. */
  readonly mall: string | null;
  readonly days: Days;
  readonly after: PostingPlace | null;
  readonly limit: number;
}

/** A posting, and where it stands. */
export type PlacedPosting = JournalRow & PostingPlace & { readonly mall: string };

/** How many postings a month of a mall has. */
export async function countPostings(
  db: Kysely<HubTables>,
  mall: string,
  month: string,
): Promise<number> {
  const row = await db
    .selectFrom('fee_posting')
    .where('mall', '=', mall)
    .where('month', '=', month)
    .select(({ fn }) => fn.countAll<number>().as('postings'))
    .executeTakeFirst();
  return Number(row?.postings ?? 0);
}

/** Postings of these days, in their order. */
export async function postingsAfter(
  db: Kysely<HubTables>,
  { mall, days, after, limit }: PostingsWanted,
): Promise<PlacedPosting[]> {
  const rows = await db
    .selectFrom('fee_posting as p')
    .innerJoin('fee_act as a', 'a.id', 'p.act')
    .$if(mall !== null, (query) => query.where('p.mall', '=', mall ?? ''))
    .where('p.month', '>=', periodOf(days.from))
    .where('p.month', '<=', periodOf(days.to))
    .where('p.on_date', '>=', after?.on ?? days.from)
    .where('p.on_date', '<=', days.to)
    .$if(after !== null, (query) =>
      query.where((e) =>
        e(
          e.refTuple('p.on_date', 'a.position', 'p.line'),
          '>',
          e.tuple(after?.on ?? '', after?.position ?? 0, after?.line ?? 0),
        ),
      ),
    )
    .select([
      'p.act',
      'p.line',
      'p.mall',
      'p.on_date as on',
      'p.stall',
      'p.debit',
      'p.credit',
      'p.amount',
      'a.act as what',
      'a.note',
      'a.position',
    ])
    .orderBy('p.on_date')
    .orderBy('a.position')
    .orderBy('p.line')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, what: FeeAct.parse(row.what) }));
}
