import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { FeeBody } from '../../../domain/fees/body.ts';
import {
  addTestStalls,
  openTestServer,
  type TestServer,
} from '../../../test/support/hub-server.ts';
import { eachDatabase } from '../../../test/support/hub-databases.ts';
import {
  enrolledTill,
  firstNonce,
  sendSigned,
  type TillKeys,
} from '../../../test/support/hub-till.ts';
import { aPng } from '../../../test/support/pictures.ts';
import { publicKeyOf } from '../../../node/crypto/keys.ts';
import { hashOf, isSignedRecord } from '../../../node/crypto/signing.ts';
import { writeFees } from '../write-fee.ts';

async function charge({ hub }: TestServer, stall: string): Promise<string> {
  const id = randomUUID();
  const charged = { period: '2026-11', kind: 'electricity', amount: 700_000 } as const;
  const charges = [{ id, ...charged, due: '2026-11-10', basis: '' }];
  const act = { act: 'charge', mall: 'TC', stall, on: '2026-11-01', note: '' } as const;
  await writeFees(hub, 'pengelola-1', (book) =>
    book.append([{ ...act, id: randomUUID(), charges }]),
  );
  return id;
}

async function send(server: TestServer, till: TillKeys, body: object) {
  const nonce = await firstNonce(server, till);
  return sendSigned(server, till, { path: '/v1/fees/messages', body, nonce });
}

function dispute(about: string) {
  const said = { kind: 'dispute', about, text: 'Listrik mati tiga hari' };
  return { id: randomUUID(), said, photo: aPng.toString('base64') };
}

eachDatabase('a till gets what it disputes back as a signed record', async ({ open }) => {
  const database = await open();
  await addTestStalls(database);
  await using server = await openTestServer(database);
  const till = await enrolledTill(server);
  const about = await charge(server, 'TC-A12');
  const message = dispute(about);
  const first = await send(server, till, message);
  const again = await send(server, till, message);
  const nonce = await firstNonce(server, till);
  const down = await sendSigned(server, till, { path: '/v1/down', nonce });

  expect(first).toMatchObject({ status: 200, body: { isBooked: true } });
  expect(again.body).toEqual(first.body);
  const { items } = down.body as { items: Record<string, string>[] }; // as the contract says
  const records = items.filter(({ kind }) => kind === 'fee-record');
  const bodies = records.map(({ body = '' }) => FeeBody.parse(JSON.parse(body)));
  expect(bodies.map(({ act }) => act)).toEqual(['charge', 'dispute']);
  expect(bodies[1]).toMatchObject({
    id: message.id,
    note: 'Listrik mati tiga hari',
    details: { about, photo: hashOf(aPng) },
  });
  const { head = '', signature = '' } = records[1] ?? {};
  const key = publicKeyOf(server.hub.identity.publicKey);
  expect(isSignedRecord(key, Buffer.from(head), Buffer.from(signature, 'base64'))).toBe(true);
});

eachDatabase('a till cannot dispute what another stall was charged', async ({ open }) => {
  const database = await open();
  await addTestStalls(database);
  await using server = await openTestServer(database);
  const till = await enrolledTill(server, 'TC-B01');
  const theirs = await charge(server, 'TC-A12');
  const tries = [
    await send(server, till, dispute(theirs)),
    await send(server, till, dispute(randomUUID())),
    await send(server, till, { ...dispute(theirs), photo: 'PHN2Zy8+' }),
    await send(server, till, { ...dispute(theirs), photo: 'A'.repeat(400_004) }),
  ];
  const told = await send(server, till, {
    id: randomUUID(),
    said: { kind: 'seen', positions: [2] },
    photo: null,
  });

  expect([...tries, told].map(({ status, code }) => `${status} ${String(code)}`)).toEqual([
    '404 FEE_MATTER_UNKNOWN',
    '404 FEE_MATTER_UNKNOWN',
    '422 PHOTO_WRONG',
    '400 INPUT_TOO_LONG',
    '404 FEE_MATTER_UNKNOWN',
  ]);
});
