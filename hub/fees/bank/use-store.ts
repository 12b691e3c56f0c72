import { type Kysely, sql } from 'kysely';
import type { FeeBody } from '../../../domain/fees/body.ts';
import type { LedgerCredit } from '../../../domain/fees/ledger.ts';
import type { HubTables } from '../../database/tables.ts';
import type { Tx } from '../../database/transact.ts';
import type { PlacedFee } from '../effect-rows.ts';
import { learnSender, unlearnSender } from './sender-store.ts';

/** A payment that was reversed: the act that booked it, and the row that it came by. */
export interface ReversedPayment {
  readonly act: string;
  readonly row: string;
  readonly amount: number;
}

/** Keeps the uses of rows that an act makes: those of its payments, those that it gives back. */
export async function insertUses(
  trx: Tx,
  body: FeeBody,
  reversed: readonly ReversedPayment[],
): Promise<readonly BankUse[]> {
  const uses = usesOf(body, reversed);
  for (const use of uses) await trx.insertInto('bank_use').values(use).execute();
  return uses;
}

type BankUse = ReturnType<typeof usesOf>[number];

function usesOf({ id: act, credits = [] }: FeeBody, reversed: readonly ReversedPayment[]) {
  const taken = credits.flatMap(({ row, amount }) =>
    row === undefined ? [] : [{ bank_row: row, amount, undoes: null }],
  );
  const given = reversed.map(({ act: undoes, row, amount }) => {
    return { bank_row: row, amount: -amount, undoes };
  });
  return [...taken, ...given].map((use, at) => ({ act, line: at + 1, of_act: null, ...use }));
}

/**
 * Takes rows of bank files for the credits that came by them, and gives back what was reversed:
 * who sent a payment is remembered for its stall, and forgotten again.
 */
export async function takeRows(
  trx: Tx,
  { body }: PlacedFee,
  reversed: readonly Pick<LedgerCredit, 'id' | 'row' | 'amount'>[],
): Promise<void> {
  const { mall, stall } = body;
  if (stall === undefined) return;
  const given: ReversedPayment[] = [];
  for (const { id, row, amount } of reversed) {
    if (row === undefined) continue;
    const { act } = await trx
      .selectFrom('fee_credit')
      .where('id', '=', id)
      .select('act')
      .executeTakeFirstOrThrow();
    given.push({ act, row, amount });
  }
  for (const use of await insertUses(trx, body, given)) {
    const learn = use.undoes === null ? learnSender : unlearnSender;
    await learn(trx, { mall, stall, row: use.bank_row });
  }
}

/** What payments that came by a row have booked as kept by its acquirer. Rupiah */
export async function withheldOf(db: Kysely<HubTables>, row: string): Promise<number> {
  const sum = await db
    .selectFrom('fee_credit')
    .where('bank_row', '=', row)
    .where('is_reversed', '=', 0)
    .select(sql<number>`CAST(coalesce(sum(withheld), 0) AS BIGINT)`.as('amount'))
    .executeTakeFirst();
  return sum?.amount ?? 0;
}
