import { z } from 'zod';

/**
 * What a stall is charged for. `opening`: what it owed before its ledger began; `other`: once, by a
 * person.
 */
export const chargeKinds = ['electricity', 'cleaning', 'penalty', 'opening', 'other'] as const;
export const ChargeKind = z.enum(chargeKinds);
export type ChargeKind = z.output<typeof ChargeKind>;

/**
 * What takes from what a stall owes. The first three are payments, and each has a kuitansi;
 * `waiver` forgives a charge, `credit-note` makes it less, `deposit` is a deposit that was used.
 */
const creditKinds = ['bank', 'cash', 'qris', 'credit-note', 'waiver', 'deposit'] as const;
export const CreditKind = z.enum(creditKinds);
export type CreditKind = z.output<typeof CreditKind>;

/** How a stall pays. */
export const paymentKinds = ['bank', 'cash', 'qris'] as const;
export const PaymentKind = z.enum(paymentKinds);
export type PaymentKind = z.output<typeof PaymentKind>;

/**
 * What accounts hold that take each way of paying, the first before the others: a QRIS pays out to
 * what its acquirer holds, or at once to a bank.
 */
export const accountsTaking = {
  bank: ['bank'],
  cash: ['cash'],
  qris: ['qris', 'bank'],
} as const satisfies Record<PaymentKind, readonly PaymentKind[]>;

/** Whether money came in with it. */
export function isPayment(kind: CreditKind): kind is PaymentKind {
  const payments: readonly string[] = paymentKinds;
  return payments.includes(kind);
}

/** Letters to a stall that is late, each sharper than the one before. */
export const noticeLevels = ['reminder', 'sp1', 'sp2', 'sp3'] as const;
export const NoticeLevel = z.enum(noticeLevels);
export type NoticeLevel = z.output<typeof NoticeLevel>;

/** Why a stall or a mall could not trade. */
export const closureReasons = ['power-cut', 'mall-closed', 'stall-closed', 'other'] as const;
export const ClosureReason = z.enum(closureReasons);
export type ClosureReason = z.output<typeof ClosureReason>;

/** Acts that belong to fees: each is one record. */
const feeActs = [
  'plan-set',
  'code-give',
  'account-set',
  'charge',
  'reading',
  'meter-bill',
  'payment',
  'allocate',
  'waive',
  'credit-note',
  'refund',
  'reverse',
  'deposit',
  'instalments',
  'instalments-end',
  'notice',
  'delivery',
  'dispute',
  'dispute-settle',
  'closure',
  'closure-end',
  'month-close',
  'month-reopen',
  'statement-import',
  'row-explain',
  'drawer-count',
  'cash-bank',
  'sign-off',
  'claim-settle',
] as const;
export const FeeAct = z.enum(feeActs);
export type FeeAct = z.output<typeof FeeAct>;
