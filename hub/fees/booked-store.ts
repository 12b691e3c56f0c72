import { type Kysely, sql } from 'kysely';
import { assert } from '../../domain/assert.ts';
import type { FeeBody } from '../../domain/fees/body.ts';
import type { ChargeKind, CreditKind } from '../../domain/fees/kinds.ts';
import type { FeeLedger, LedgerCharge, LedgerCredit } from '../../domain/fees/ledger.ts';
import { formatNumber, KUITANSI } from '../../domain/fees/number.ts';
import type { HubTables } from '../database/tables.ts';
import type { Tx } from '../database/transact.ts';

/** Most ids that one query names. */
const IDS_MAX = 500;

/** The charges and credits that acts reverse or refer to, as they stand. */
export async function bookedFor(
  trx: Tx,
  bodies: readonly FeeBody[],
): Promise<Pick<FeeLedger, 'charges' | 'credits'>> {
  const named = bodies.flatMap(({ reverses = [], credits = [] }) => [
    ...reverses,
    ...credits.flatMap(({ of }) => (of === undefined ? [] : [of])),
  ]);
  const charges = new Map<string, LedgerCharge>();
  const credits = new Map<string, LedgerCredit>();
  for (let from = 0; from < named.length; from += IDS_MAX) {
    const ids = named.slice(from, from + IDS_MAX);
    for (const charge of await chargesWith(trx, ids)) charges.set(charge.id, charge);
    for (const credit of await creditsWith(trx, ids)) credits.set(credit.id, credit);
  }
  // A waiver that is taken back goes back to where what it was of had gone.
  const reduced = [...credits.values()].flatMap(({ of }) => of ?? []);
  for (let from = 0; from < reduced.length; from += IDS_MAX) {
    const some = await chargesWith(trx, reduced.slice(from, from + IDS_MAX));
    for (const charge of some) charges.set(charge.id, charge);
  }
  return { charges, credits };
}

/** Charges by their ids. */
export async function chargesWith(
  db: Kysely<HubTables>,
  ids: readonly string[],
): Promise<(LedgerCharge & { readonly stall: string; readonly mall: string })[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('fee_charge')
    .select([
      'id',
      'mall',
      'stall',
      'period',
      'kind',
      'amount',
      'due_on',
      'on_date',
      'basis',
      'settled',
      'is_reversed',
    ])
    .where('id', 'in', ids)
    .orderBy('due_on')
    .orderBy('id')
    .limit(IDS_MAX)
    .execute();
  return rows.map(({ due_on: due, on_date: on, is_reversed: reversed, kind, ...charge }) => ({
    ...charge,
    kind: kind as ChargeKind, // only project-fee.ts writes it
    due,
    on,
    isReversed: reversed === 1,
  }));
}

/** Credits by their ids. */
export async function creditsWith(
  db: Kysely<HubTables>,
  ids: readonly string[],
): Promise<(LedgerCredit & { readonly stall: string; readonly mall: string })[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('fee_credit')
    .select([
      'id',
      'mall',
      'stall',
      'kind',
      'amount',
      'on_date',
      'account',
      'kuitansi_year',
      'kuitansi_number',
      'bank_row',
      'of_charge',
      'withheld',
      'used',
      'is_reversed',
    ])
    .where('id', 'in', ids)
    .orderBy('on_date')
    .orderBy('id')
    .limit(IDS_MAX)
    .execute();
  return rows.map((row) => {
    const { id, mall, stall, amount, used, withheld } = row;
    const { kuitansi_year: year, kuitansi_number: number } = row;
    return {
      id,
      mall,
      stall,
      kind: row.kind as CreditKind, // only project-fee.ts writes it
      amount,
      on: row.on_date,
      used,
      isReversed: row.is_reversed === 1,
      ...(row.account === null ? {} : { account: row.account }),
      ...(number === null || year === null
        ? {}
        : { kuitansi: formatNumber({ kind: KUITANSI, mall, year, number }) }),
      ...(row.bank_row === null ? {} : { row: row.bank_row }),
      ...(row.of_charge === null ? {} : { of: row.of_charge }),
      ...(withheld === 0 ? {} : { withheld }),
    };
  });
}

/**
 * Marks charges and credits as if they had not been, by an act: each once, as the database holds.
 * @throws InvariantError where one of them is not there
 */
export async function markReversed(
  trx: Tx,
  { id: act, on, reverses: ids = [] }: Pick<FeeBody, 'id' | 'on' | 'reverses'>,
): Promise<void> {
  let marked = 0;
  for (let from = 0; from < ids.length; from += IDS_MAX) {
    const some = ids.slice(from, from + IDS_MAX);
    const [charges] = await trx
      .updateTable('fee_charge')
      .set((e) => ({ is_reversed: e('is_reversed', '+', 1), reversed_by: act }))
      .set({ changed_on: sql<string>`CASE WHEN changed_on < ${on} THEN ${on} ELSE changed_on END` })
      .where('id', 'in', some)
      .execute();
    const [credits] = await trx
      .updateTable('fee_credit')
      .set((e) => ({ is_reversed: e('is_reversed', '+', 1), reversed_by: act }))
      .where('id', 'in', some)
      .execute();
    marked += Number(charges?.numUpdatedRows ?? 0) + Number(credits?.numUpdatedRows ?? 0);
  }
  assert(marked === ids.length, 'what is reversed is there');
}
