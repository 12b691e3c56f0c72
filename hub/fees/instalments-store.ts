import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import type { InstalmentPart } from '../../domain/fees/instalments.ts';
import type { HubTables } from '../database/tables.ts';

/** Most stalls of a mall that have instalments at once. */
const RUNNING_MAX = 100_000;

/** Instalments that run, and what was paid since of what the stall owed when they were agreed. */
export interface RunningInstalments {
  readonly act: string;
  readonly stall: string;
  readonly from: string;
  readonly parts: readonly InstalmentPart[];
  /** Rupiah */
  readonly paid: number;
}

const Parts = z.array(z.strictObject({ due: z.string(), amount: z.int() }));

/** The instalments that run of a mall, or of some stalls of it, by stall. */
export async function runningInstalments(
  db: Kysely<HubTables>,
  of: { readonly mall: string } | { readonly stalls: readonly string[] },
): Promise<RunningInstalments[]> {
  if ('stalls' in of && of.stalls.length === 0) return [];
  const rows = await db
    .selectFrom('fee_instalments as i')
    .innerJoin('fee_act as a', 'a.id', 'i.act')
    .where('i.is_ended', '=', 0)
    .$if('mall' in of, (query) => query.where('i.mall', '=', 'mall' in of ? of.mall : ''))
    .$if('stalls' in of, (query) => query.where('i.stall', 'in', 'stalls' in of ? of.stalls : []))
    .select(['i.act', 'i.stall', 'i.from_date as from', 'i.parts'])
    .select((e) =>
      e
        .selectFrom('fee_charge as c')
        .innerJoin('fee_act as o', 'o.id', 'c.act')
        .innerJoin('fee_allocation as l', 'l.charge', 'c.id')
        .innerJoin('fee_act as p', 'p.id', 'l.act')
        .whereRef('c.stall', '=', 'i.stall')
        .whereRef('o.position', '<', 'a.position')
        .whereRef('p.position', '>', 'a.position')
        .select(sql<number>`CAST(coalesce(sum(l.amount), 0) AS BIGINT)`.as('paid'))
        .as('paid'),
    )
    .orderBy('i.stall')
    .limit(RUNNING_MAX)
    .execute();
  return rows.map(({ parts, paid, ...row }) => {
    return { ...row, parts: Parts.parse(JSON.parse(parts)), paid: paid ?? 0 };
  });
}
