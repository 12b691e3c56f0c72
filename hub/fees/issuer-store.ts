import type { Kysely } from 'kysely';
import type { MallIssuer } from '../../domain/fees/manage/issuer-calls.ts';
import type { HubTables } from '../database/tables.ts';
import type { Tx } from '../database/transact.ts';

/** Who writes the papers of a mall; undefined where nobody said it. */
export function findIssuer(db: Kysely<HubTables>, mall: string): Promise<MallIssuer | undefined> {
  return db
    .selectFrom('fee_mall')
    .where('mall', '=', mall)
    .select(['address', 'telephone', 'place', 'signer'])
    .executeTakeFirst();
}

/** Keeps it, in place of what was there. */
export async function saveIssuer(trx: Tx, mall: string, issuer: MallIssuer): Promise<void> {
  const { address, telephone, place, signer } = issuer;
  const kept = { address, telephone, place, signer };
  await trx
    .insertInto('fee_mall')
    .values({ mall, charge_day: null, charge_from: null, charged_period: '', ...kept })
    .onConflict((met) => met.column('mall').doUpdateSet(kept))
    .execute();
}
