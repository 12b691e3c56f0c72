import type { Kysely } from 'kysely';
import type { FreePayment } from '../../../domain/fees/claims-come.ts';
import { FeeDetails } from '../../../domain/fees/details.ts';
import type { CreditKind } from '../../../domain/fees/kinds.ts';
import type { HubTables } from '../../database/tables.ts';
import { numberOf } from '../act-store.ts';

/** Which payments. */
interface Wanted {
  /** Rupiah. */
  readonly amounts: readonly number[];
  /** UTC ms */
  readonly bookedFromMs: number;
  /** The first date. */
  readonly from: string;
}

/** More than some stalls pay in the time that a claim waits: the newest count. */
const PAYMENTS_MAX = 5_000;

/** Payments of stalls that stand, in the order in which they were booked. */
export async function paymentsOf(
  db: Kysely<HubTables>,
  stalls: readonly string[],
  { amounts, bookedFromMs, from }: Wanted,
): Promise<(FreePayment & { readonly stall: string })[]> {
  const rows = await db
    .selectFrom('fee_credit as c')
    .innerJoin('fee_act as a', 'a.id', 'c.act')
    .where('c.stall', 'in', stalls)
    .where('c.amount', 'in', amounts)
    .where('c.on_date', '>=', from)
    .where('c.kuitansi_number', 'is not', null)
    .where('c.is_reversed', '=', 0)
    .where('a.at_ms', '>=', bookedFromMs)
    .select(['c.id', 'c.stall', 'c.mall', 'c.kind', 'c.amount', 'c.on_date as on'])
    .select(['c.kuitansi_year', 'c.kuitansi_number', 'a.at_ms as atMs'])
    .orderBy('a.position', 'desc')
    .orderBy('c.kuitansi_number', 'desc')
    .limit(PAYMENTS_MAX)
    .execute();
  return rows.toReversed().map((row) => {
    const { id, stall, amount, on, atMs } = row;
    const kind = row.kind as CreditKind; // only project-fee.ts writes it
    return { id, stall, kuitansi: numberOf(row), kind, amount, on, atMs };
  });
}

/**
 * Ids of the credits by which claims of stalls were answered.
 * @param fromMs since when. UTC ms
 */
export async function creditsOfAnswers(
  db: Kysely<HubTables>,
  stalls: readonly string[],
  fromMs: number,
): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('fee_message as m')
    .innerJoin('fee_act as a', 'a.id', 'm.answered_by')
    .where('m.stall', 'in', stalls)
    .where('m.kind', '=', 'claim')
    .where('a.at_ms', '>=', fromMs)
    .select('a.details')
    .orderBy('a.position', 'desc')
    .limit(PAYMENTS_MAX)
    .execute();
  return new Set(rows.flatMap(({ details }) => answerOf(details)));
}

function answerOf(details: string | null): string[] {
  const said = details === null ? null : FeeDetails.parse(JSON.parse(details));
  return said?.kind === 'claim' && said.credit !== undefined ? [said.credit] : [];
}
