import { expect, test } from 'vitest';
import type { BankAccount } from '../../fees/bank/manage-contract.ts';
import type { Difference } from '../../fees/bank/reconciliation.ts';
import { amongOffered, bookedAs, sourcesOf } from './explained-by.ts';

const cameIn = { amountSen: 50_000_000 };
const toBank: Difference = {
  kind: 'posting',
  on: '2026-11-05',
  amountSen: -50_000_000,
  text: 'setor kas',
  row: null,
  act: '6f1c7a54-7d56-4f0a-9d8c-3f7e4a1b2c3d',
  stall: null,
};

test('what is booked is offered for its own sum and kinds only', () => {
  const offered = (as: 'cash-bank' | 'interest', amount: number): number =>
    bookedAs(as, cameIn, amount, [toBank, { ...toBank, kind: 'row' }]).length;
  expect(offered('cash-bank', 500_000)).toBe(1);
  expect(offered('cash-bank', 400_000)).toBe(0);
  expect(offered('interest', 500_000)).toBe(0);
});

test('cash comes from drawers, a settlement from a QRIS, nothing from what is closed', () => {
  const accounts = [account('kas', 'cash'), account('qris-tc', 'qris'), account('bca', 'bank')];
  const codes = (as: 'cash-bank' | 'settlement' | 'interest'): string[] =>
    sourcesOf(as, accounts).map((one) => one.account);
  expect(codes('cash-bank')).toEqual(['kas']);
  expect(codes('settlement')).toEqual(['qris-tc']);
  expect(codes('interest')).toEqual([]);
  expect(sourcesOf('cash-bank', [account('kas', 'cash', true)])).toEqual([]);
});

test('what was chosen is said only while it is still offered', () => {
  expect(amongOffered('a', ['a', 'b'])).toBe('a');
  expect(amongOffered('a', ['b'])).toBeNull();
  expect(amongOffered('', [])).toBeNull();
});

function account(code: string, holds: BankAccount['holds'], isClosed = false): BankAccount {
  return { account: code, holds, isClosed } as BankAccount; // what is looked at of one
}
