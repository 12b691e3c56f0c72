import { expect } from 'vitest';
import { rawPublicKey, deviceName } from '../../node/crypto/keys.ts';
import { eachDatabase } from '../../test/support/hub-databases.ts';
import { NINE_MS, seededKey } from '../../test/support/signed-chain.ts';
import type { HubDatabase } from '../database/open-database.ts';
import { transact } from '../database/transact.ts';
import { insertHub } from '../system/hub-store.ts';
import { appendAct, beginJournal } from './append-act.ts';
import { verifyJournal } from './verify-journal.ts';

const key = seededKey('hub');
const publicKey = rawPublicKey(key);
const signer = { device: deviceName(publicKey), publicKey, key };

async function begin(database: HubDatabase): Promise<void> {
  await transact(database, 'no-stall', async (trx) => {
    const hub = { name: 'hub.example', device: signer.device, publicKey };
    await insertHub(trx, { ...hub, nonceSecret: Buffer.alloc(32) }, NINE_MS);
    await beginJournal(trx, signer, NINE_MS);
  });
}

function approve(database: HubDatabase, device: string): Promise<void> {
  const act = { act: 'device-approve', by: 'pengelola-1', subject: device } as const;
  return transact(database, 'no-stall', (trx) => appendAct(trx, signer, act, NINE_MS));
}

eachDatabase('acts of the hub are chained and signed as a till signs its own', async ({ open }) => {
  const database = await open();
  await begin(database);
  await Promise.all(Array.from({ length: 12 }, (_, at) => approve(database, `device ${at}`)));

  expect(await verifyJournal(database, signer)).toEqual({
    ok: true,
    records: 13,
    firstBad: null,
    reason: '',
  });
});

eachDatabase('an act that was not done is not in the journal', async ({ open }) => {
  const database = await open();
  await begin(database);
  const broken = transact(database, 'no-stall', async (trx) => {
    const act = { act: 'device-approve', by: 'lapak', subject: 'x' } as const;
    await appendAct(trx, signer, act, NINE_MS);
    throw new Error('no');
  });
  await expect(broken).rejects.toThrow('no');
  expect(await verifyJournal(database, signer)).toMatchObject({ ok: true, records: 1 });
});

eachDatabase('the database refuses to change what the journal has', async ({ open }) => {
  const database = await open();
  await begin(database);
  const { db } = database;
  const change = db.updateTable('hub_record').set({ type: 'act' }).execute();
  await expect(change).rejects.toThrow(/stays as it is/);
  await expect(db.deleteFrom('hub_record').execute()).rejects.toThrow(/stays as it is/);
});

eachDatabase('a journal of another key, or of none, is told', async ({ open }) => {
  const database = await open();
  expect(await verifyJournal(database, signer)).toMatchObject({ ok: false, firstBad: 1 });
  await begin(database);
  const other = rawPublicKey(seededKey('another'));
  const check = await verifyJournal(database, { device: signer.device, publicKey: other });
  expect(check).toMatchObject({ ok: false, reason: "the signature is not this device's" });
});
