import { type Kysely, sql } from 'kysely';
import type { ChargeKind } from '../../domain/fees/kinds.ts';
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
  const rows = await db
    .selectFrom('fee_allocation as l')
    .innerJoin('fee_charge as c', 'c.id', 'l.charge')
    .where('l.credit', 'in', credits)
    .groupBy(['l.credit', 'c.id', 'c.period', 'c.kind', 'c.due_on'])
    .having(sql<boolean>`sum(l.amount) > 0`)
    .select(['l.credit', 'c.id as charge', 'c.period', 'c.kind'])
    .select(sql<number>`CAST(sum(l.amount) AS BIGINT)`.as('amount'))
    .orderBy('c.due_on')
    .orderBy('c.kind')
    .orderBy('c.id')
    .limit(ALLOCATIONS_MAX)
    .execute();
  const of = Map.groupBy(rows, ({ credit }) => credit);
  return new Map(
    [...of].map(([credit, lines]) => [
      credit,
      lines.map((line) => {
        const { credit: _, kind, ...to } = line;
        return { ...to, kind: kind as ChargeKind }; // only project-fee.ts writes it
      }),
    ]),
  );
}
