import { createPublicKey, randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { checkKuitansi } from '../../domain/fees/check-kuitansi.ts';
import type { SignatureCheck } from '../../domain/tlog/signature-check.ts';
import { pay } from '../../hub/fees/pay.ts';
import { giveKuitansi, readKuitansi } from '../../hub/fees/read-kuitansi.ts';
import { reverse } from '../../hub/fees/reverse.ts';
import { hubKeyName } from '../../node/crypto/keys.ts';
import { isSignedMessage } from '../../node/crypto/signing.ts';
import { addLeasedMall, asked, cash, openOffice } from '../support/fee-office.ts';
import { eachDatabase } from '../support/hub-databases.ts';

const ORIGIN = 'https://hub.example';

eachDatabase('a kuitansi carries the code that the hub signed for it', async ({ open }) => {
  const database = await open();
  const office = await openOffice(database);
  await addLeasedMall(database, 1);
  const { key, publicKey } = office.hub.identity;
  const isSigned: SignatureCheck = (signature, message) =>
    isSignedMessage(createPublicKey(key), message, signature);
  const check = (text: string) =>
    checkKuitansi(text, { keyName: hubKeyName(publicKey), publicKey }, isSigned);

  const { credits } = await pay(office, { ...asked('TC-1'), ...cash(1_000_017) });
  const { code, position } = await readKuitansi(office.hub, ORIGIN, credits[0] ?? '');
  const { leaf } = await database.db
    .selectFrom('hub_record')
    .where('position', '=', position)
    .select('leaf')
    .executeTakeFirstOrThrow();

  expect(code).toMatch(/^https:\/\/hub\.example\/kuitansi\/#LK1\*/);
  expect(check(code ?? '')).toMatchObject({
    kind: 'genuine',
    code: {
      number: 'KW/TC/2026/000001',
      on: '2026-11-05',
      stall: 'TC-1',
      amountRupiah: 1_000_017,
      leaf16: leaf.toString('hex').slice(0, 16),
    },
  });
  expect(check((code ?? '').replace('*1000017*', '*1000018*')).kind).toBe('forged');
});

eachDatabase('a kuitansi that was taken back has no code', async ({ open }) => {
  const database = await open();
  const office = await openOffice(database);
  await addLeasedMall(database, 1);
  const { credits } = await pay(office, { ...asked('TC-1'), ...cash(50_000) });
  const of = credits[0] ?? '';

  await reverse(office, { ...asked('TC-1', 'salah lapak'), of });

  const { isReversed, code } = await readKuitansi(office.hub, ORIGIN, of);
  expect([isReversed, code]).toEqual([true, null]);
});

eachDatabase('a kuitansi is an original until it was first given out', async ({ open }) => {
  const database = await open();
  const office = await openOffice(database);
  await addLeasedMall(database, 1);
  const { credits } = await pay(office, { ...asked('TC-1'), ...cash(50_000) });
  const id = credits[0] ?? '';
  const givenOn = async () => (await readKuitansi(office.hub, ORIGIN, id)).givenOn;

  expect(await givenOn()).toBeNull();
  const first = await giveKuitansi(office, id);
  expect(first.isFirst).toBe(true);
  office.setToday('2026-12-24');
  expect(await giveKuitansi(office, id)).toEqual({ givenOn: first.givenOn, isFirst: false });
  expect(await givenOn()).toBe(first.givenOn);
  await expect(giveKuitansi(office, randomUUID())).rejects.toThrow('KUITANSI_UNKNOWN');
});
