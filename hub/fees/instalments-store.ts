import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import type { InstalmentPart } from '../../domain/fees/instalments.ts';
import { paymentKinds } from '../../domain/fees/kinds.ts';
import type { HubTables } from '../database/tables.ts';

/** Most stalls of a mall that have instalments at once. */
const RUNNING_MAX = 100_000;

/** Instalments that run, and what the stall paid since they were agreed. */
export interface RunningInstalments {
  readonly act: string;
  readonly stall: string;
  readonly from: string;
  readonly parts: readonly InstalmentPart[];
  /** Rupiah */
  readonly paid: number;
}

const Parts = z.array(z.strictObject({ due: z.string(), amount: z.int() }));

/** The instalments that run of a mall, or of one stall of it, by stall. */
export async function runningInstalments(
  db: Kysely<HubTables>,
  of: { readonly mall: string } | { readonly stall: string },
): Promise<RunningInstalments[]> {
  const rows = await db
    .selectFrom('fee_instalments as i')
    .innerJoin('fee_act as a', 'a.id', 'i.act')
    .where('i.is_ended', '=', 0)
    .$if('mall' in of, (query) => query.where('i.mall', '=', 'mall' in of ? of.mall : ''))
    .$if('stall' in of, (query) => query.where('i.stall', '=', 'stall' in of ? of.stall : ''))
    .select(['i.act', 'i.stall', 'i.from_date as from', 'i.parts'])
    .select((e) =>
      e
        .selectFrom('fee_credit as c')
        .innerJoin('fee_act as p', 'p.id', 'c.act')
        .whereRef('c.stall', '=', 'i.stall')
        .whereRef('c.on_date', '>=', 'i.from_date')
        .whereRef('p.position', '>', 'a.position')
        .where('c.is_reversed', '=', 0)
        .where('c.kind', 'in', paymentKinds)
        .select(sql<number>`CAST(coalesce(sum(c.amount), 0) AS BIGINT)`.as('paid'))
        .as('paid'),
    )
    .orderBy('i.stall')
    .limit(RUNNING_MAX)
    .execute();
  return rows.map(({ parts, paid, ...row }) => {
    return { ...row, parts: Parts.parse(JSON.parse(parts)), paid: paid ?? 0 };
  });
}
