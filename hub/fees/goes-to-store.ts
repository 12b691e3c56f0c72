import { type Kysely, sql } from 'kysely';
import { EFFECTS_MAX } from '../../domain/fees/body.ts';
import type { ChargeKind } from '../../domain/fees/kinds.ts';
import type { Kuitansi } from '../../domain/fees/manage/paper-calls.ts';
import type { GoesTo } from '../../domain/fees/manage/stall-calls.ts';
import type { HubTables } from '../database/tables.ts';

/** Most allocations of one look at a stall. */
const ALLOCATIONS_MAX = 10_000;

/** What each of these credits settles as it stands, the oldest due first. Rupiah */
export async function goesToOf(
  db: Kysely<HubTables>,
  credits: readonly string[],
): Promise<Map<string, GoesTo[]>> {
  if (credits.length === 0) return new Map();
  const of = Map.groupBy(await standing(db, credits).execute(), ({ credit }) => credit);
  return new Map(
    [...of].map(([credit, lines]) => [
      credit,
      lines
        .slice(0, EFFECTS_MAX)
        .map(({ charge, period, kind, amount }) => ({ charge, period, kind, amount })),
    ]),
  );
}

/**
 * What a payment pays for as it stands, the oldest due first. Rupiah
 * @param reversedBy the act that took it back, which is left out; null for none
 */
export async function paidFor(
  db: Kysely<HubTables>,
  credit: string,
  reversedBy: string | null,
): Promise<Kuitansi['paidFor']> {
  const lines = await standing(db, [credit])
    .$if(reversedBy !== null, (query) => query.where('l.act', '<>', reversedBy ?? ''))
    .execute();
  return lines.map(({ period, kind, basis, amount }) => ({ period, kind, basis, amount }));
}

function standing(db: Kysely<HubTables>, credits: readonly string[]) {
  return db
    .selectFrom('fee_allocation as l')
    .innerJoin('fee_charge as c', 'c.id', 'l.charge')
    .where('l.credit', 'in', credits)
    .groupBy(['l.credit', 'c.id', 'c.period', 'c.kind', 'c.basis', 'c.due_on'])
    .having(sql<boolean>`sum(l.amount) > 0`)
    .select(['l.credit', 'c.id as charge', 'c.period', 'c.basis'])
    .select(sql<ChargeKind>`c.kind`.as('kind')) // only project-fee.ts writes it
    .select(sql<number>`CAST(sum(l.amount) AS BIGINT)`.as('amount'))
    .orderBy('c.due_on')
    .orderBy('c.kind')
    .orderBy('c.id')
    .limit(ALLOCATIONS_MAX);
}
