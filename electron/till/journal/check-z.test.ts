import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { canonicalJson } from '../../../domain/journal/canonical.ts';
import { type ChainTip, nextHead } from '../../../domain/journal/chain.ts';
import { checkRecord } from '../../../domain/journal/check-record.ts';
import type { RecordDraft } from '../../../domain/journal/record.ts';
import { deviceName, rawPublicKey } from '../../../node/crypto/keys.ts';
import { chainCrypto, hashOf, leafOf, signRecord } from '../../../node/crypto/signing.ts';

/** A Z whose own figures do not add up is found in any journal, without the sales before it. */

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const device = deviceName(rawPublicKey(publicKey));
const crypto = chainCrypto(publicKey);

const before: ChainTip = {
  epoch: 1,
  seq: 4,
  leaf: 'b'.repeat(64),
  counters: { sales: 135_100, refunds: 45_000, count: 3 },
  clockMs: 1_795_402_700_000,
};

type ZDraft = Extract<RecordDraft, { type: 'z' }>;

/** Two sales (Rp135.100), a refund (Rp45.000), Rp20.000 to the safe, and Rp5.000 short. */
const z: ZDraft = {
  type: 'z',
  head: {
    at: 1_795_402_800_000,
    offset: 420,
    businessDate: '2026-11-23',
    cashier: 'kasir-1',
    total: 0,
    number: 1,
    shift: 1,
    drawer: 1,
    opened: '2026-11-23',
    sales: { count: 2, total: 135_100 },
    refunds: { count: 1, total: 45_000 },
    discount: 5_000,
    tax: 0,
    rounding: 100,
    tenders: { cash: 60_100, qris: 30_000 },
    taxes: [{ kind: 'none', base: 90_000, tax: 0 }],
    categories: [
      { name: 'Kopi', total: 67_000 },
      { name: 'Teh', total: 23_000 },
    ],
    unsent: 4,
  },
  body: {
    id: '019a0000-0000-7000-8000-000000000001',
    cash: {
      float: 200_000,
      taken: 120_000,
      change: 14_900,
      refunds: 45_000,
      in: 10_000,
      out: 20_000,
      expected: 250_100,
    },
    counted: [
      { value: 50_000, pieces: 4 },
      { value: 5_000, pieces: 9 },
      { value: 100, pieces: 1 },
    ],
    counts: 2,
    difference: -5_000,
    reason: 'unknown',
    note: '',
    voids: { count: 0, total: 0 },
    noSales: 1,
  },
};

/** Why a Z of these figures, signed by the device itself, is not whole; empty when it is. */
function reasonOf(change: { head?: Partial<ZDraft['head']>; body?: Partial<ZDraft['body']> }) {
  const salted = { ...z.body, ...change.body, salt: '5'.repeat(32) };
  const body = Buffer.from(canonicalJson(salted));
  const draft = { ...z, head: { ...z.head, ...change.head } };
  const head = Buffer.from(canonicalJson(nextHead(device, before, draft, hashOf(body))));
  const signature = signRecord(privateKey, head);
  const place = { epoch: 1, seq: 5, type: 'z' };
  const stored = { ...place, head, body, leaf: leafOf(head), signature };
  const found = checkRecord(stored, { device, before, isSignatureChecked: true }, crypto);
  return 'reason' in found ? found.reason : '';
}

const cash = (change: Partial<ZDraft['body']['cash']>) => ({ cash: { ...z.body.cash, ...change } });

test('a Z that adds up is whole, and one of a day without a sale too', () => {
  const nothing = { count: 0, total: 0 };
  const nilHead = { sales: nothing, refunds: nothing, discount: 0, rounding: 0 };
  const nilDrawer = { float: 0, taken: 0, change: 0, refunds: 0, in: 0, out: 0, expected: 0 };

  expect(reasonOf({})).toBe('');
  expect(
    reasonOf({
      head: { ...nilHead, tenders: {}, taxes: [], categories: [] },
      body: { cash: nilDrawer, counted: [], difference: 0, reason: '' },
    }),
  ).toBe('');
});

test.each([
  ['sales', { sales: { count: 2, total: 135_000 } }],
  ['refunds', { refunds: { count: 1, total: 0 } }],
  ['cash', { tenders: { cash: 60_000, qris: 30_000 } }],
  ['tender less', { tenders: { cash: 60_100 } }],
  ['tender more', { tenders: { cash: 60_100, qris: 30_000, card: 1 } }],
])('other %s in a Z: its tenders are not its net', (_, head) => {
  expect(reasonOf({ head })).toBe('its tenders are not its net');
});

test.each([
  ['category less', { categories: z.head.categories.slice(1) }],
  ['category more', { categories: [...z.head.categories, { name: 'Susu', total: -1 }] }],
  ['rounding less', { rounding: 0 }],
])('a %s in a Z: its categories are not its net', (_, head) => {
  expect(reasonOf({ head })).toBe('its categories are not its net');
});

test.each([
  ['float', cash({ float: 100_000 })],
  ['cash taken', cash({ taken: 120_001 })],
  ['change', cash({ change: 0 })],
  ['cash of refunds', cash({ refunds: 0 })],
  ['cash put in', cash({ in: 0 })],
  ['cash taken out', cash({ out: 25_000 })],
  ['expected cash', cash({ expected: 245_100 })],
])('another %s in a Z: its drawer does not add up', (_, body) => {
  expect(reasonOf({ body })).toBe('its drawer does not add up');
});

test.each([
  ['difference', { difference: 0 }],
  ['sign of its difference', { difference: 5_000 }],
  ['count', { counted: z.body.counted.slice(1) }],
])('another %s in a Z: its difference is not the count', (_, body) => {
  expect(reasonOf({ body })).toBe('its difference is not the count');
});
