import type { HubDatabase } from '../../hub/database/open-database.ts';
import { transact } from '../../hub/database/transact.ts';
import type { FeeParts } from '../../hub/fees/write-fee.ts';
import { beginJournal } from '../../hub/journal/append-act.ts';
import { insertHub } from '../../hub/system/hub-store.ts';
import { deviceName, rawPublicKey } from '../../node/crypto/keys.ts';
import { NINE_MS, seededKey } from './signed-chain.ts';

/** Who the hub of these tests is. */
function feeIdentity(): FeeParts['identity'] {
  const key = seededKey('hub');
  const publicKey = rawPublicKey(key);
  const device = deviceName(publicKey);
  return { name: 'hub.example', device, publicKey, key, nonceSecret: Buffer.alloc(32) };
}

/** A hub whose journal has begun, on a database that has its form; again: as a second process. */
export async function openFeeHub(database: HubDatabase): Promise<FeeParts> {
  const identity = feeIdentity();
  await transact(database, 'no-stall', async (trx) => {
    const known = await trx.selectFrom('hub').select('only').executeTakeFirst();
    if (known) return;
    const { name, device, publicKey, nonceSecret } = identity;
    await insertHub(trx, { name, device, publicKey, nonceSecret }, NINE_MS);
    await beginJournal(trx, identity, NINE_MS);
  });
  return { database, identity, clock: () => NINE_MS };
}

/** Adds a mall and its stalls: `TC-1`, `TC-2`, … */
export async function addFeeStalls(
  { db }: Pick<HubDatabase, 'db'>,
  mall: string,
  count: number,
): Promise<string[]> {
  const codes = Array.from({ length: count }, (_, at) => `${mall}-${at + 1}`);
  await db
    .insertInto('region')
    .values({ code: 'dki', name: 'DKI Jakarta' })
    .onConflict((on) => on.doNothing())
    .execute();
  await db
    .insertInto('mall')
    .values({ code: mall, region: 'dki', name: `Mal ${mall}` })
    .execute();
  for (let from = 0; from < codes.length; from += 500) {
    const some = codes.slice(from, from + 500);
    await db
      .insertInto('stall')
      .values(some.map((code) => ({ code, mall, number: code, name: `Lapak ${code}` })))
      .execute();
  }
  return codes;
}
