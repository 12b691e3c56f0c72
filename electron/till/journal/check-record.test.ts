import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { canonicalJson } from '../../../domain/journal/canonical.ts';
import { type ChainTip, nextHead } from '../../../domain/journal/chain.ts';
import { checkRecord, type StoredRecord } from '../../../domain/journal/check-record.ts';
import type { RecordHead } from '../../../domain/journal/record.ts';
import { rupiah } from '../../../domain/money.ts';
import { saleDraft } from '../../../domain/sales/record.ts';
import { aLine } from '../../../test/support/test-till.ts';
import { deviceName, rawPublicKey } from '../../../node/crypto/keys.ts';
import { chainCrypto, hashOf, leafOf, signRecord } from '../../../node/crypto/signing.ts';
import { plainCart, plainSums } from '../../../test/support/plain-sale.ts';

/** What only somebody with the device's own key could forge, and what a worn disk does. */

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const device = deviceName(rawPublicKey(publicKey));
const crypto = chainCrypto(publicKey);

const before: ChainTip = {
  epoch: 1,
  seq: 4,
  leaf: 'b'.repeat(64),
  counters: { sales: 90_100, refunds: 5_000, count: 3 },
  clockMs: 1_795_402_700_000,
};
const draft = saleDraft({
  id: '019a0000-0000-7000-8000-000000000001',
  kind: 'sale',
  number: 'K7M-000004',
  soldAtMs: 1_795_402_800_000,
  offsetMinutes: 420,
  businessDate: '2026-11-23',
  cashier: 'kasir-1',
  approver: null,
  shift: 2,
  stall: { name: 'Kopi Ibu', number: '', mall: '', phone: '' },
  lines: [{ ...aLine(1), ...plainSums(rupiah(45_000)) }],
  ...plainCart,
  roundingRupiah: rupiah(0),
  totalRupiah: rupiah(45_000),
  tenders: [{ kind: 'cash', amountRupiah: rupiah(50_000) }],
  changeRupiah: rupiah(5_000),
});
const body = { ...draft.body, salt: '5'.repeat(32) };
const bodyBytes = Buffer.from(canonicalJson(body));
const sale = nextHead(device, before, draft, hashOf(bodyBytes));

/** Signs this head as the device would, in the place of the sale. */
function store(bytes: string | Buffer, change: Partial<StoredRecord> = {}): StoredRecord {
  const head = Buffer.from(bytes);
  const signature = signRecord(privateKey, head);
  const place = { epoch: 1, seq: 5, type: 'sale' };
  return { ...place, head, body: bodyBytes, leaf: leafOf(head), signature, ...change };
}

/** Stores these body bytes with a head that names them. */
function storeBody(bytes: Buffer): StoredRecord {
  return store(canonicalJson({ ...sale, body: hashOf(bytes) }), { body: bytes });
}

function check(stored: StoredRecord, known: ChainTip | null = before, isSignatureChecked = true) {
  return checkRecord(stored, { device, before: known, isSignatureChecked }, crypto);
}

function reasonOf(stored: StoredRecord, known: ChainTip | null = before): string {
  const found = check(stored, known);
  return 'reason' in found ? found.reason : '';
}

test('a record that follows is whole, and the tip after it is its own', () => {
  const stored = store(canonicalJson(sale));

  expect(check(stored)).toEqual({
    record: { type: 'sale', head: sale, body },
    tip: {
      epoch: 1,
      seq: 5,
      leaf: leafOf(stored.head).toString('hex'),
      counters: { sales: 135_100, refunds: 5_000, count: 4 },
      clockMs: 1_795_402_800_000,
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
  ['source', { source: 'INV-1' }, 'its counters do not add up'],
  ['tender', { tenders: { cash: 45_001 } }, 'its tenders are not its total'],
  ['rounding', { rounding: 1 }, 'its lines are not its total'],
  ['discount', { discount: 1 }, 'its discounts are not those of its lines'],
  ['tax', { tax: 1 }, 'its tax is not that of its lines'],
  ['body', { body: 'c'.repeat(64) }, 'the body is not the one that its head names'],
  ['version', { v: 2 }, 'the bytes are no record of a known form'],
  ['whole rupiah', { total: 45_000.5 }, 'the bytes are no record of a known form'],
  ['number of fields', { customer: 'Ibu Ani' }, 'the bytes are no record of a known form'],
])('another %s is found, though the device itself had signed it', (_, change, reason) => {
  expect(reasonOf(store(canonicalJson({ ...sale, ...change })))).toBe(reason);
});

test('a sale that belongs to no shift and to no other system, or to both, is found', () => {
  const { shift: _, ...homeless } = sale as Extract<RecordHead, { type: 'sale' }>; // its draft's
  const taken = { source: 'INV-1', counters: before.counters };
  const nowhere = 'a sale belongs to a shift or to another system';

  expect(reasonOf(store(canonicalJson(homeless)))).toBe(nowhere);
  expect(reasonOf(store(canonicalJson({ ...sale, ...taken })))).toBe(nowhere);
  expect(reasonOf(store(canonicalJson({ ...homeless, ...taken })))).toBe('');
});

test('a record moved to another place, its row changed with it, does not follow', () => {
  const moved = (place: { epoch: number; seq: number }) =>
    reasonOf(store(canonicalJson({ ...sale, ...place }), place));

  expect(moved({ epoch: 1, seq: 6 })).toBe('it does not follow record 1.4');
  expect(moved({ epoch: 1, seq: 4 })).toBe('it does not follow record 1.4');
  expect(moved({ epoch: 2, seq: 5 })).toBe('it does not follow record 1.4');
  expect(moved({ epoch: 2, seq: 1 })).toBe('it does not follow record 1.4');
});

test('a sale in the place of the first record is found', () => {
  const empty = { ...before, seq: 0 };
  const moved = { ...sale, seq: 1 };

  expect(reasonOf(store(canonicalJson(moved), { seq: 1 }), empty)).toBe(
    'only the first record is a start',
  );
});

test('a refund lowers no counter, and one above nothing or of no sale is found', () => {
  const refund = (total: number, refunds: number, ref: { ref?: string } = { ref: '1.3' }) => {
    const counters = { ...before.counters, refunds, count: 4 };
    const lines = draft.type === 'sale' ? draft.body.lines : [];
    const back = lines.map((line) => ({ ...line, quantity: -line.quantity, amount: total }));
    const bytes = Buffer.from(canonicalJson({ ...body, lines: back }));
    const sums = { total, counters, tenders: { cash: total }, body: hashOf(bytes) };
    const head = { ...sale, type: 'refund', ...sums, ...ref };
    return reasonOf(store(canonicalJson(head), { type: 'refund', body: bytes }));
  };

  expect(refund(-45_000, 50_000)).toBe('');
  expect(refund(-45_000, 5_000)).toBe('its counters do not add up');
  expect(refund(45_000, -40_000)).toBe('the bytes are no record of a known form');
  expect(refund(1_000, 4_000)).toBe('its counters do not add up');
  expect(refund(-45_000, 50_000, {})).toBe('what comes back answers a sale');
});

test.each([
  ['spaces', JSON.stringify(sale, null, 1)],
  ['members in another order', JSON.stringify(sale)],
  ['a number written otherwise', canonicalJson(sale).replace(':45000', ':4.5e4')],
  ['an escape that is not needed', canonicalJson(sale).replace('kasir', '\\u006basir')],
  ['a member twice', canonicalJson(sale).replace('{"at"', '{"v":1,"at"')],
])('%s: the bytes are not canonical', (_, bytes) => {
  expect(JSON.parse(bytes)).toEqual(sale);
  expect(reasonOf(store(bytes))).toBe('the bytes are not canonical');
});

test('a body that is not canonical, or of another form, is found though its head names it', () => {
  expect(reasonOf(storeBody(Buffer.from(JSON.stringify(body))))).toBe(
    'the bytes are not canonical',
  );
  expect(reasonOf(storeBody(Buffer.from(canonicalJson({ ...body, buyer: 'Ani' }))))).toBe(
    'the bytes are no record of a known form',
  );
  expect(reasonOf(storeBody(Buffer.alloc(0)))).toBe('the bytes are no record of a known form');
});

test.each([
  ['no JSON', Buffer.from('{')],
  ['nothing', Buffer.alloc(0)],
  ['no UTF-8', Buffer.from(canonicalJson(sale).replace('kasir', 'k\xfcsir'), 'latin1')],
  ['a byte order mark before it', Buffer.from(`\ufeff${canonicalJson(sale)}`)],
])('bytes that are %s are no record', (_, bytes) => {
  expect(reasonOf(store(bytes))).toBe('the bytes are no record of a known form');
});

test('leaf and signature are held against the bytes first', () => {
  const bytes = canonicalJson(sale);
  const other = generateKeyPairSync('ed25519').privateKey;
  const notSigned = "the signature is not this device's";

  expect(reasonOf(store(bytes, { leaf: Buffer.alloc(32) }))).toBe('the leaf is not of these bytes');
  expect(reasonOf(store(bytes, { signature: signRecord(other, Buffer.from(bytes)) }))).toBe(
    notSigned,
  );
  expect(reasonOf(store(bytes, { signature: Buffer.alloc(63) }))).toBe(notSigned);
});

test('a signature that a later one stands for can be left out', () => {
  const stored = store(canonicalJson(sale), { signature: Buffer.alloc(64) });

  expect(check(stored, before, false)).toMatchObject({ tip: { seq: 5 } });
});

test('where the record before was not read, place and counters are taken as they are', () => {
  const far = { ...sale, prev: 'c'.repeat(64), counters: { ...sale.counters, sales: 0 } };

  expect(reasonOf(store(canonicalJson(far)), null)).toBe('');
});
