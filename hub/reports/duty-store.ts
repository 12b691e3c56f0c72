import type { Kysely } from 'kysely';
import type { Duty } from '../../domain/reports/day-state.ts';
import { businessDate, zones } from '../../domain/time.ts';
import type { HubTables } from '../database/tables.ts';

/** Stalls by code, both ends included. */
export interface StallRange {
  readonly first: string;
  readonly last: string;
}

/** When stalls are to report: one of which nothing is known here never was. */
export async function readDuties(
  db: Kysely<HubTables>,
  { first, last }: StallRange,
): Promise<Map<string, Duty>> {
  const tills = await db
    .selectFrom('device')
    .where('stall', '>=', first)
    .where('stall', '<=', last)
    .where('approved_at_ms', 'is not', null)
    .select(['stall', 'approved_at_ms', 'revoked_at_ms'])
    .execute();
  const contracts = await db
    .selectFrom('contract')
    .where('stall', '>=', first)
    .where('stall', '<=', last)
    .select(['stall', 'from_date as from', 'to_date as to'])
    .execute();
  const held = Map.groupBy(contracts, ({ stall }) => stall);
  const duties = [...Map.groupBy(tills, ({ stall }) => stall)].map(([stall, own]) => {
    const duty: Duty = {
      tills: own.flatMap(({ approved_at_ms: from, revoked_at_ms: until }) =>
        from === null ? [] : [{ from: dateOf(from), until: until === null ? null : dateOf(until) }],
      ),
      contracts: (held.get(stall) ?? []).map(({ from, to }) => ({ from, to })),
    };
    return [stall, duty] as const;
  });
  return new Map(duties);
}

/** Its duty, of a stall that never had a till. */
export const noDuty: Duty = { tills: [], contracts: [] };

function dateOf(atMs: number): string {
  return businessDate(atMs, zones.WIB, 0);
}
