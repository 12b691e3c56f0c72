import type { Kysely } from 'kysely';
import type { Days } from '../../../domain/fees/matters/relief.ts';
import type { HubTables } from '../../database/tables.ts';

/** Most credits that are looked through for one page of stalls. */
const CREDITS_MAX = 50_000;

/** A credit note of a closure or a dispute, by charge. */
export interface ReliefCredit {
  readonly act: string;
  readonly stall: string;
  /** Id of the charge. */
  readonly charge: string;
  /** Rupiah. */
  readonly amount: number;
}

/** What was credited of a closure or dispute, and not reversed. */
export async function creditsOfRelief(
  db: Kysely<HubTables>,
  of: string,
  stalls: readonly string[],
): Promise<ReliefCredit[]> {
  if (stalls.length === 0) return [];
  const rows = await live(db)
    .where('r.of_act', '=', of)
    .where('r.stall', 'in', stalls)
    .select(['r.act', 'r.stall', 'c.of_charge as charge', 'c.amount'])
    .orderBy('c.id')
    .limit(CREDITS_MAX)
    .execute();
  return rows.flatMap(({ charge, ...row }) => (charge === null ? [] : [{ ...row, charge }]));
}

/** Which of these matters have a credit note that was not reversed. */
export async function creditedMatters(
  db: Kysely<HubTables>,
  matters: readonly string[],
): Promise<Set<string>> {
  if (matters.length === 0) return new Set();
  const rows = await live(db)
    .where('r.of_act', 'in', matters)
    .select('r.of_act')
    .distinct()
    .orderBy('r.of_act')
    .limit(matters.length)
    .execute();
  return new Set(rows.map(({ of_act: of }) => of));
}

/** The days that these stalls were credited for by other closures. */
export async function daysGranted(
  db: Kysely<HubTables>,
  stalls: readonly string[],
  besides: string,
): Promise<Map<string, Days[]>> {
  if (stalls.length === 0) return new Map();
  const rows = await live(db)
    .innerJoin('fee_closure as d', 'd.act', 'r.of_act')
    .where('r.stall', 'in', stalls)
    .where('r.of_act', '<>', besides)
    .select(['r.stall', 'd.from_date as from', 'd.to_date as to'])
    .distinct()
    .orderBy('r.stall')
    .orderBy('d.from_date')
    .limit(CREDITS_MAX)
    .execute();
  return Map.groupBy(rows, ({ stall }) => stall);
}

/** What was taken off these charges by credit notes and waivers. Rupiah */
export async function creditedOf(
  db: Kysely<HubTables>,
  stalls: readonly string[],
  charges: readonly string[],
): Promise<Map<string, number>> {
  if (charges.length === 0) return new Map();
  const rows = await db
    .selectFrom('fee_credit')
    .where('stall', 'in', stalls)
    .where('of_charge', 'is not', null)
    .where('kind', 'in', ['credit-note', 'waiver'])
    .where('is_reversed', '=', 0)
    .groupBy('of_charge')
    .select(({ fn }) => ['of_charge', fn.sum<number>('amount').as('amount')])
    .orderBy('of_charge')
    .limit(CREDITS_MAX)
    .execute();
  const wanted = new Set(charges);
  return new Map(
    rows.flatMap(({ of_charge: of, amount }) =>
      of !== null && wanted.has(of) ? [[of, Number(amount)] as const] : [],
    ),
  );
}

function live(db: Kysely<HubTables>) {
  return db
    .selectFrom('fee_relief as r')
    .innerJoin('fee_credit as c', 'c.act', 'r.act')
    .where('c.is_reversed', '=', 0);
}
