import { randomUUID } from 'node:crypto';
import { allocateOldest, type OpenCharge } from '../../domain/fees/allocate.ts';
import { type Credited, EFFECTS_MAX, type FeeDraft } from '../../domain/fees/body.ts';
import { formatNumber, KUITANSI } from '../../domain/fees/number.ts';
import { periodOf } from '../../domain/fees/period.ts';
import type { PaymentKind } from '../../domain/fees/kinds.ts';
import { LapakError } from '../../domain/errors.ts';
import type { Tx } from '../database/transact.ts';
import { isMonthClosed, lastKuitansi, openChargesOf } from './open-store.ts';

/** Money that came in for a stall. */
export interface Payment {
  /** Of its act, client-made. */
  readonly id: string;
  readonly mall: string;
  readonly stall: string;
  /** The date on which it counts: its kuitansi is of that year. */
  readonly on: string;
  readonly kind: PaymentKind;
  /** Rupiah, gross. */
  readonly amount: number;
  readonly account: string;
  readonly note: string;
  /** The row of a bank file that it came by. */
  readonly row?: string;
  /** What an acquirer kept of it. Rupiah */
  readonly withheld?: number;
}

/** What books a payment. */
export interface PaymentDraft extends FeeDraft {
  readonly credits: [Credited & { readonly kuitansi: string }];
}

/**
 * What books payments, in their order: each gets the next kuitansi of its mall and year and pays
 * what is due first of what those before it left open; the rest is an advance. To be appended in
 * the same transaction.
 */
export async function draftPayments(
  trx: Tx,
  payments: readonly Payment[],
): Promise<PaymentDraft[]> {
  const open = new Map<string, OpenCharge[]>();
  for (const { stall, ...charge } of await openChargesOf(trx, [
    ...new Set(payments.map(({ stall }) => stall)),
  ])) {
    const own = open.get(stall);
    if (own) own.push(charge);
    else open.set(stall, [charge]);
  }
  const numbers = new Map<string, number>();
  const drafts: PaymentDraft[] = [];
  for (const payment of payments) {
    const { mall, on } = payment;
    const year = Number(on.slice(0, 4));
    const series = `${mall} ${year}`;
    const number = (numbers.get(series) ?? (await lastKuitansi(trx, mall, year))) + 1;
    numbers.set(series, number);
    const kuitansi = formatNumber({ kind: KUITANSI, mall, year, number });
    drafts.push(draftPayment(payment, kuitansi, open));
  }
  return drafts;
}

/** Takes what it pays off `open`, which the next payment finds. */
function draftPayment(
  payment: Payment,
  kuitansi: string,
  open: Map<string, OpenCharge[]>,
): PaymentDraft {
  const { id, mall, stall, on, note, kind, amount, account, row, withheld } = payment;
  const credit = randomUUID();
  const charges = open.get(stall) ?? [];
  const payable = allocateOldest(charges, [{ id: credit, unused: amount }]);
  const allocations = payable.slice(0, EFFECTS_MAX); // what one act cannot hold stays an advance
  const paid = new Map(allocations.map((part) => [part.charge, part.amount]));
  open.set(
    stall,
    charges.flatMap((charge) => {
      const left = charge.open - (paid.get(charge.id) ?? 0);
      return left > 0 ? [{ ...charge, open: left }] : [];
    }),
  );
  return {
    id,
    act: 'payment',
    mall,
    stall,
    on,
    note,
    credits: [
      {
        id: credit,
        kind,
        amount,
        account,
        kuitansi,
        ...(row !== undefined && { row }),
        ...(withheld !== undefined && withheld > 0 && { withheld }),
      },
    ],
    ...(allocations.length > 0 && { allocations }),
  };
}

/**
 * The date on which something of the past is booked: its own, or today where its month is closed.
 * @throws LapakError FEE_DATE_AHEAD, MONTH_CLOSED where today's is closed too
 */
export async function bookingDate(
  trx: Tx,
  mall: string,
  on: string,
  today: string,
): Promise<string> {
  if (on > today) throw new LapakError('FEE_DATE_AHEAD', { on });
  if (!(await isMonthClosed(trx, mall, periodOf(on)))) return on;
  const month = periodOf(today);
  if (await isMonthClosed(trx, mall, month)) throw new LapakError('MONTH_CLOSED', { month });
  return today;
}
