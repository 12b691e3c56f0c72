import type { Kysely } from 'kysely';
import { ClosureReason } from '../../../domain/fees/kinds.ts';
import type { FeeClosure } from '../../../domain/fees/matters/closure-contract.ts';
import type { Days } from '../../../domain/fees/matters/relief.ts';
import type { HubTables } from '../../database/tables.ts';

/** Where a page of closures begins: behind this one. */
export interface ClosurePlace {
  readonly from: string;
  readonly id: string;
}

/** A closure by its id. */
export async function findClosure(
  db: Kysely<HubTables>,
  id: string,
): Promise<FeeClosure | undefined> {
  const row = await closures(db).where('c.act', '=', id).executeTakeFirst();
  return row && closureOf(row);
}

/** Closures of a mall that touch these days, by their first day; for a stall, the mall's too. */
export async function closuresIn(
  db: Kysely<HubTables>,
  { mall, days, stall, after, limit }: ClosuresWanted,
): Promise<FeeClosure[]> {
  const rows = await closures(db)
    .where('c.mall', '=', mall)
    .where('c.from_date', '<=', days.to)
    .where('c.to_date', '>=', days.from)
    .$if(stall !== undefined, (query) =>
      query.where((e) => e.or([e('c.stall', 'is', null), e('c.stall', '=', stall ?? '')])),
    )
    .$if(after !== null, (query) =>
      query.where((e) =>
        e(e.refTuple('c.from_date', 'c.act'), '>', e.tuple(after?.from ?? '', after?.id ?? '')),
      ),
    )
    .orderBy('c.from_date')
    .orderBy('c.act')
    .limit(limit)
    .execute();
  return rows.map(closureOf);
}

interface ClosuresWanted {
  readonly mall: string;
  readonly days: Days;
  readonly stall?: string | undefined;
  readonly after: ClosurePlace | null;
  readonly limit: number;
}

function closures(db: Kysely<HubTables>) {
  return db
    .selectFrom('fee_closure as c')
    .innerJoin('fee_act as a', 'a.id', 'c.act')
    .leftJoin('stall as s', 's.code', 'c.stall')
    .select([
      'c.act as id',
      'c.mall',
      'c.stall',
      's.name',
      's.number',
      'c.why',
      'c.from_date as from',
      'c.to_date as to',
      'a.note as text',
      'a.by_whom as by',
      'c.is_ended',
    ]);
}

type ClosureRow = Awaited<ReturnType<ReturnType<typeof closures>['executeTakeFirstOrThrow']>>;

function closureOf({ stall, name, number, is_ended: ended, why, ...row }: ClosureRow): FeeClosure {
  return {
    ...row,
    why: ClosureReason.parse(why),
    stall: stall === null ? null : { stall, name: name ?? '', number: number ?? '' },
    isEnded: ended === 1,
  };
}
