import { expect, test } from 'vitest';
import { canonicalJson } from '../journal/canonical.ts';
import { readHead } from '../journal/check-head.ts';
import { type ChainAtHub, judge } from './judge.ts';

const device = 'd'.repeat(32);
const leaf = (letter: string) => letter.repeat(64);

/** The head of a sale that follows a first record of nothing. */
function saleHead(change: object = {}): Record<string, unknown> {
  return {
    v: 1,
    type: 'sale',
    device,
    epoch: 1,
    seq: 2,
    prev: leaf('a'),
    at: 0,
    offset: 420,
    businessDate: '2026-11-24',
    cashier: 'kasir-1',
    total: 45_000,
    counters: { sales: 45_000, refunds: 0, count: 1 },
    body: leaf('b'),
    number: 'ABC-000001',
    tenders: { cash: 45_000 },
    discount: 0,
    tax: 0,
    rounding: 0,
    shift: 1,
    ...change,
  };
}

const first = {
  place: { epoch: 1, seq: 1, leaf: leaf('a') },
  counters: { sales: 0, refunds: 0, count: 0 },
  unread: 0,
};
const chain: ChainAtHub = {
  device,
  newest: first,
  isAfterNewest: true,
  named: first,
  isPlaceTaken: false,
  validThrough: null,
};

function judged(head: object, change: Partial<ChainAtHub> = {}) {
  const read = readHead(canonicalJson(head));
  const arrived = { leaf: leaf('c'), lay: { epoch: 1, seq: 2 }, read, isAuthentic: true };
  const { verdict, reason, goesOn } = judge(arrived, { ...chain, ...change });
  return `${verdict} ${reason ?? '-'} ${goesOn ? 'goes on' : 'stays'}`;
}

test('a record that follows and adds up is ok, and the chain goes on from it', () => {
  expect(judged(saleHead())).toBe('ok - goes on');
});

const ofNoSale = {
  type: 'refund',
  total: -45_000,
  tenders: { cash: -45_000 },
  counters: { sales: 0, refunds: 45_000, count: 1 },
};
const huge = 200_000_000_000;
const other = { epoch: 1, seq: 1, leaf: leaf('9') };
test.each<[string, object, Partial<ChainAtHub>, string]>([
  ['of another device', { device: 'e'.repeat(32) }, {}, 'quarantined other-device goes on'],
  ['that jumps', { seq: 3 }, {}, 'quarantined not-linked goes on'],
  ['that names nobody', {}, { named: null }, 'quarantined not-linked goes on'],
  ['with other counters', { counters: first.counters }, {}, 'quarantined counters-differ goes on'],
  ['with other tenders', { tenders: { cash: 1 } }, {}, 'quarantined tenders-differ goes on'],
  [
    'of more than a stall takes',
    { total: huge, tenders: { cash: huge }, counters: { sales: huge, refunds: 0, count: 1 } },
    {},
    'quarantined implausible goes on',
  ],
  [
    'of tenders that only cancel out',
    { tenders: { cash: 45_000 + huge, qris: -huge } },
    {},
    'quarantined implausible goes on',
  ],
  [
    'that takes less than nothing, on a fork',
    { total: -5, tenders: { cash: -5 } },
    { isPlaceTaken: true },
    'quarantined implausible stays',
  ],
  [
    'that takes less than nothing, behind what could not be read',
    { total: -5, tenders: { cash: -5 }, counters: { sales: 0, refunds: 0, count: 2 } },
    { newest: { ...first, unread: 1 } },
    'quarantined implausible goes on',
  ],
  ['with more tax than it came to', { tax: 47_000 }, {}, 'quarantined implausible goes on'],
  ['with a discount of less than nothing', { discount: -1 }, {}, 'quarantined implausible goes on'],
  ['rounded by more than any step', { rounding: -1_001 }, {}, 'quarantined implausible goes on'],
  [
    'with change in cash for another tender',
    { tenders: { cash: -5_000, qris: 50_000 } },
    {},
    'ok - goes on',
  ],
  [
    'with a tender of less than nothing',
    { tenders: { cash: 50_000, qris: -5_000 } },
    {},
    'quarantined implausible goes on',
  ],
  [
    'after a revocation',
    {},
    { validThrough: { epoch: 1, seq: 1 } },
    'quarantined after-revocation goes on',
  ],
  ['at a place that is taken', {}, { isPlaceTaken: true }, 'fork other-at-place stays'],
  ['on a fork', {}, { named: { ...first, place: other } }, 'fork on-a-fork stays'],
  [
    'on a fork, of more than a stall takes',
    { total: huge, tenders: { cash: huge }, counters: { sales: huge, refunds: 0, count: 1 } },
    { isPlaceTaken: true },
    'quarantined implausible stays',
  ],
  ['that gives back of no sale', ofNoSale, {}, 'quarantined refund-of-nothing goes on'],
  [
    'that voids no sale',
    { ...ofNoSale, type: 'void' },
    {},
    'quarantined refund-of-nothing goes on',
  ],
  [
    'on a fork, that gives back of no sale',
    ofNoSale,
    { isPlaceTaken: true },
    'quarantined refund-of-nothing stays',
  ],
  ['that gives back of a sale', { ...ofNoSale, ref: '1.1' }, {}, 'ok - goes on'],
  ['of a newer program', { v: 2, points: 3 }, {}, 'held newer-version goes on'],
  ['of no form', { v: 1, type: 'weather' }, {}, 'quarantined not-readable goes on'],
])('a record %s is told so', (_, change, at, expected) => {
  expect(judged(saleHead(change), at)).toBe(expected);
});

test('what nobody signed is told so, and the chain goes on from the next place only', () => {
  const unsigned = (lay: { epoch: number; seq: number }, change: Partial<ChainAtHub> = {}) => {
    const read = readHead(canonicalJson(saleHead()));
    const arrived = { leaf: leaf('c'), lay, read, isAuthentic: false };
    const { reason, goesOn, unread } = judge(arrived, { ...chain, ...change });
    return `${reason} ${goesOn ? `goes on, ${unread} unread` : 'stays'}`;
  };
  expect(unsigned({ epoch: 1, seq: 2 })).toBe('not-authentic goes on, 1 unread');
  expect(unsigned({ epoch: 2, seq: 1 })).toBe('not-authentic goes on, 1 unread');
  expect(unsigned({ epoch: 1, seq: 900 })).toBe('not-authentic stays');
  expect(unsigned({ epoch: 7, seq: 1 })).toBe('not-authentic stays');
  expect(unsigned({ epoch: 1, seq: 2 }, { isAfterNewest: false })).toBe('not-authentic stays');
});

test('behind what could not be read, no more can have been counted than stood there', () => {
  const after = { newest: { ...first, unread: 2 }, named: null };
  const counted = (count: number, sales: number) =>
    judged(saleHead({ prev: leaf('f'), counters: { sales, refunds: 0, count } }), after);

  expect(counted(1, 45_000)).toBe('ok - goes on');
  expect(counted(3, 745_000)).toBe('ok - goes on');
  expect(counted(4, 745_000)).toBe('quarantined counters-differ goes on');
  expect(counted(1, 745_000)).toBe('quarantined counters-differ goes on');
  expect(counted(3, 44_000)).toBe('quarantined counters-differ goes on');
});
