import { expect, test } from 'vitest';
import { claimsCome, freePayments, type OpenClaim } from './claims-come.ts';
import { applyFee, emptyLedger, type FeeLedger } from './ledger.ts';

const TOLD_MS = Date.parse('2026-11-05T10:00:00+07:00');
const DAY_MS = 86_400_000;
const claim: OpenClaim = {
  id: newId(1),
  how: 'bank',
  amount: 1_000_017,
  on: '2026-11-05',
  toldAtMs: TOLD_MS,
};

test('a claim has come once a payment of its sum is booked that is dated near it', () => {
  const ledger = emptyLedger();
  pay(ledger, { id: newId(11), on: '2026-11-06' });
  expect(comeOf([claim], ledger)).toEqual([[claim.id, 'KW/TC/2026/000011']]);
});

test.each([
  ['of another sum', { amount: 1_000_018 }],
  ['in cash', { kind: 'cash' as const }],
  ['that is dated long before', { on: '2026-10-25' }],
  ['that was booked before it was told', { atMs: TOLD_MS - 1 }],
])('a payment %s did not come for it', (_, other) => {
  const ledger = emptyLedger();
  pay(ledger, { id: newId(11), on: '2026-11-06', ...other });
  expect(comeOf([claim], ledger)).toEqual([]);
});

test('one payment is for one claim, the oldest; a second of the sum waits for its own', () => {
  const ledger = emptyLedger();
  const second = { ...claim, id: newId(2), toldAtMs: TOLD_MS + 1 };
  pay(ledger, { id: newId(11), on: '2026-11-06' });
  expect(comeOf([second, claim], ledger)).toEqual([[claim.id, 'KW/TC/2026/000011']]);
  pay(ledger, { id: newId(12), on: '2026-11-07' });
  expect(comeOf([second, claim], ledger)).toEqual([
    [claim.id, 'KW/TC/2026/000011'],
    [second.id, 'KW/TC/2026/000012'],
  ]);
});

test('a payment goes to the claim that is dated nearest, not to one that was told before', () => {
  const ledger = emptyLedger();
  const failed = { ...claim, id: newId(2), on: '2026-10-28', toldAtMs: TOLD_MS - 8 * DAY_MS };
  pay(ledger, { id: newId(11), on: '2026-11-05' });
  expect(comeOf([failed, claim], ledger)).toEqual([[claim.id, 'KW/TC/2026/000011']]);
});

test('a bank payment has come for what the stall paid by QRIS', () => {
  const ledger = emptyLedger();
  pay(ledger, { id: newId(11), on: '2026-11-05' });
  expect(comeOf([{ ...claim, how: 'qris' }], ledger)).toHaveLength(1);
});

test('a payment that answered another claim, or that was taken back, has come for none', () => {
  const ledger = emptyLedger();
  pay(ledger, { id: newId(11), on: '2026-11-06' });
  pay(ledger, { id: newId(12), on: '2026-11-06' });
  act(ledger, {
    id: newId(21),
    act: 'claim-settle',
    details: { kind: 'claim', of: newId(9), outcome: 'booked', credit: newId(111) },
  });
  act(ledger, { id: newId(22), act: 'reverse', reverses: [newId(112)] });
  expect(comeOf([claim], ledger)).toEqual([]);
});

/** Claims that have come, each with the kuitansi of its payment. */
function comeOf(claims: readonly OpenClaim[], ledger: FeeLedger): [string, string][] {
  const come = claimsCome(claims, freePayments(ledger));
  return [...come].map(([id, { kuitansi }]) => [id, kuitansi]);
}

function newId(number: number): string {
  return `0193f1f0-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

interface Paid {
  readonly id: string;
  readonly on: string;
  readonly amount?: number;
  readonly kind?: 'bank' | 'cash';
  readonly atMs?: number;
}

function pay(ledger: FeeLedger, { id, on, amount = 1_000_017, kind = 'bank', atMs }: Paid): void {
  const number = Number(id.slice(-12));
  const kuitansi = `KW/TC/2026/${String(number).padStart(6, '0')}`;
  const credit = {
    id: newId(100 + number),
    kind,
    amount,
    account: 'bca',
    kuitansi,
  } as const;
  act(ledger, { id, act: 'payment', on, credits: [credit] }, atMs);
}

type Body = Parameters<typeof applyFee>[1]['body'];

function act(
  ledger: FeeLedger,
  given: Pick<Body, 'id' | 'act'> & Partial<Body>,
  atMs = TOLD_MS + DAY_MS,
): void {
  const body = { mall: 'TC', stall: 'TC-A12', on: '2026-11-06', note: '', salt: '0'.repeat(32) };
  applyFee(ledger, { body: { ...body, ...given }, by: 'pengelola-1', atMs });
}
