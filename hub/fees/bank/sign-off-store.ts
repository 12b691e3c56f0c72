import type { Kysely } from 'kysely';
import { BANK_PAGE_MAX } from '../../../domain/fees/bank/inputs.ts';
import type { SignOff } from '../../../domain/fees/bank/reconciliation.ts';
import { FeeDetails } from '../../../domain/fees/details.ts';
import { assert } from '../../../domain/assert.ts';
import type { HubTables } from '../../database/tables.ts';
import type { Tx } from '../../database/transact.ts';

/** Keeps who signed, beside the act. */
export async function insertSignature(
  trx: Tx,
  { act, account, date, name }: Pick<SignOff, 'act' | 'account' | 'date' | 'name'>,
): Promise<void> {
  await trx.insertInto('fee_signature').values({ act, account, of_date: date, name }).execute();
}

function selectSignOffs(db: Kysely<HubTables>) {
  return db
    .selectFrom('fee_signature as s')
    .innerJoin('fee_act as a', 'a.id', 's.act')
    .select(['s.act', 's.name', 'a.by_whom as by', 'a.at_ms as atMs', 'a.details'])
    .orderBy('s.of_date', 'desc')
    .orderBy('a.position', 'desc')
    .limit(BANK_PAGE_MAX);
}

type Row = Omit<SignOff, 'account' | 'date' | 'bankSen' | 'book'> & { details: string | null };

function signOffOf({ details, ...row }: Row): SignOff {
  const said = FeeDetails.parse(JSON.parse(details ?? 'null'));
  assert(said.kind === 'sign-off', 'what was signed is a sign-off');
  const { account, date, bankSen, book } = said;
  return { ...row, account, date, bankSen, book };
}

/** A sign-off by its act. */
export async function findSignOff(
  db: Kysely<HubTables>,
  act: string,
): Promise<SignOff | undefined> {
  const row = await selectSignOffs(db).where('s.act', '=', act).executeTakeFirst();
  return row && signOffOf(row);
}

/** Sign-offs of an account, of one date or of all, the newest first. */
export async function listSignOffs(
  db: Kysely<HubTables>,
  account: string,
  date: string | null,
): Promise<SignOff[]> {
  let query = selectSignOffs(db).where('s.account', '=', account);
  if (date !== null) query = query.where('s.of_date', '=', date);
  return (await query.execute()).map(signOffOf);
}
