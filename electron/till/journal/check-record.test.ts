import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { canonicalJson } from '../../../domain/journal/canonical.ts';
import { type ChainHead, type JournalRecord, nextRecord } from '../../../domain/journal/record.ts';
import { chainKey, checkRecord } from './check-record.ts';
import type { StoredRecord } from './record-store.ts';
import { leafOf, signRecord } from '../../../node/crypto/signing.ts';

/** What only somebody with the device's own key could forge, and what a worn disk does. */

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const raw = publicKey.export({ type: 'spki', format: 'der' }).subarray(-32);
const key = chainKey(raw);

const before: ChainHead = {
  epoch: 1,
  seq: 4,
  leaf: 'b'.repeat(64),
  counters: { sales: 90_100, refunds: 5_000, count: 3 },
};
const sale: JournalRecord = nextRecord(key.device, before, {
  type: 'sale',
  at: 1_795_402_800_000,
  offset: 420,
  businessDate: '2026-11-23',
  cashier: 'kasir-1',
  total: 45_000,
  body: {
    number: 'K7M-000004',
    lines: [
      {
        code: 'KOPI-01',
        name: 'Kopi Gayo',
        unit: 'pcs',
        quantity: 1000,
        price: 45_000,
        amount: 45_000,
      },
    ],
    rounding: 0,
    tenders: [{ kind: 'cash', amount: 50_000 }],
    change: 5_000,
  },
});

/** Signs these bytes as the device would, in the place of the sale. */
function store(bytes: string | Buffer, change: Partial<StoredRecord> = {}): StoredRecord {
  const signed = Buffer.from(bytes);
  const place = { position: 5, epoch: 1, seq: 5, type: 'sale' };
  const signature = signRecord(privateKey, signed);
  return { ...place, bytes: signed, leaf: leafOf(signed), signature, ...change };
}

function reasonOf(stored: StoredRecord, known: ChainHead | null = before): string {
  const check = checkRecord(stored, { ...key, before: known });
  return 'reason' in check ? check.reason : '';
}

test('a record that follows is whole, and the head after it is its own', () => {
  const stored = store(canonicalJson(sale));

  expect(checkRecord(stored, { ...key, before })).toEqual({
    record: sale,
    head: {
      epoch: 1,
      seq: 5,
      leaf: stored.leaf.toString('hex'),
      counters: { sales: 135_100, refunds: 5_000, count: 4 },
    },
  });
});

test.each([
  ['device', { device: 'd'.repeat(32) }, 'it names another device'],
  ['epoch', { epoch: 2 }, 'it stands in the place of another record'],
  ['seq', { seq: 6 }, 'it stands in the place of another record'],
  ['kind', { type: 'refund' }, 'it stands in the place of another record'],
  ['leaf before it', { prev: 'c'.repeat(64) }, 'it does not point to the record before it'],
  ['total', { total: 45_001 }, 'its counters do not add up'],
  ['sign of its total', { total: -45_000 }, 'its counters do not add up'],
  ['counters', { counters: { ...sale.counters, sales: 0 } }, 'its counters do not add up'],
  ['version', { v: 2 }, 'the bytes are no record of a known form'],
  ['whole rupiah', { total: 45_000.5 }, 'the bytes are no record of a known form'],
  ['number of fields', { customer: 'Ibu Ani' }, 'the bytes are no record of a known form'],
])('another %s is found, though the device itself had signed it', (_, change, reason) => {
  expect(reasonOf(store(canonicalJson({ ...sale, ...change })))).toBe(reason);
});

test('a record moved to another place, its row changed with it, does not follow', () => {
  const moved = (place: { epoch: number; seq: number }) =>
    reasonOf(store(canonicalJson({ ...sale, ...place }), place));

  expect(moved({ epoch: 1, seq: 6 })).toBe('it does not follow record 1.4');
  expect(moved({ epoch: 1, seq: 4 })).toBe('it does not follow record 1.4');
  expect(moved({ epoch: 2, seq: 5 })).toBe('it does not follow record 1.4');
});

test('a refund lowers no counter, and one above nothing is found', () => {
  const refund = (total: number, refunds: number) => {
    const counters = { ...before.counters, refunds, count: 4 };
    const record = { ...sale, type: 'refund', total, counters };
    return reasonOf(store(canonicalJson(record), { type: 'refund' }));
  };

  expect(refund(-45_000, 50_000)).toBe('');
  expect(refund(-45_000, 5_000)).toBe('its counters do not add up');
  expect(refund(45_000, -40_000)).toBe('the bytes are no record of a known form');
  expect(refund(1_000, 4_000)).toBe('its counters do not add up');
});

test.each([
  ['spaces', JSON.stringify(sale, null, 1)],
  ['members in another order', JSON.stringify(sale)],
  ['a number written otherwise', canonicalJson(sale).replace('45000', '4.5e4')],
  ['an escape that is not needed', canonicalJson(sale).replace('Kopi', '\\u004bopi')],
  ['a member twice', canonicalJson(sale).replace('{"at"', '{"v":1,"at"')],
])('%s: the bytes are not canonical', (_, bytes) => {
  expect(JSON.parse(bytes)).toEqual(sale);
  expect(reasonOf(store(bytes))).toBe('the bytes are not canonical');
});

test.each([
  ['no JSON', Buffer.from('{')],
  ['nothing', Buffer.alloc(0)],
  ['no UTF-8', Buffer.from(canonicalJson(sale).replace('Kopi', 'K\xfcpi'), 'latin1')],
  ['a byte order mark before it', Buffer.from(`\ufeff${canonicalJson(sale)}`)],
])('bytes that are %s are no record', (_, bytes) => {
  expect(reasonOf(store(bytes))).toBe('the bytes are no record of a known form');
});

test('leaf, signature and cells are held against the bytes first', () => {
  const bytes = canonicalJson(sale);
  const other = generateKeyPairSync('ed25519').privateKey;
  const text = bytes as unknown as Buffer; // as a cell that a worn disk made text of

  expect(reasonOf(store(bytes, { leaf: Buffer.alloc(32) }))).toBe('the leaf is not of these bytes');
  expect(reasonOf(store(bytes, { signature: signRecord(other, Buffer.from(bytes)) }))).toBe(
    "the signature is not this device's",
  );
  expect(reasonOf(store(bytes, { signature: Buffer.alloc(63) }))).toBe(
    "the signature is not this device's",
  );
  expect(reasonOf(store(bytes, { bytes: text }))).toBe('its cells are not of their kind');
});

test('where the record before was not read, place and counters are taken as they are', () => {
  const far = { ...sale, prev: 'c'.repeat(64), counters: { ...sale.counters, sales: 0 } };

  expect(reasonOf(store(canonicalJson(far)), null)).toBe('');
});
