import { NEAR_DAYS } from '../../fees/claims-come.ts';
import type { StallCredit } from '../../fees/manage/stall-calls.ts';
import { daysBetween } from '../../time.ts';

/** How many times what is owed a payment is before it is asked about; of one that owes little. */
const MUCH = 10;
const MUCH_RUPIAH = 10_000_000;
/** How old a payment is before it is asked about. Days */
const LONG_AGO_DAYS = 365;

/** What is perhaps a slip of the hand; null for nothing. */
export function doubtOf(given: {
  readonly amount: number;
  readonly owed: number;
  readonly on: string;
  readonly today: string;
}): 'much' | 'longAgo' | null {
  const { amount, owed, on, today } = given;
  if (amount > Math.max(MUCH_RUPIAH, MUCH * owed)) return 'much';
  return on !== '' && daysBetween(on, today) > LONG_AGO_DAYS ? 'longAgo' : null;
}

type PaidBefore = Pick<StallCredit, 'kuitansi' | 'isReversed' | 'amount' | 'on'>;

/** Whether it is perhaps what the stall says it paid: the same sum, near that date. */
export function isPerhapsPaid(
  { kuitansi, isReversed, amount, on }: PaidBefore,
  said: { readonly amount: number; readonly on: string },
): boolean {
  const isNear = said.on !== '' && Math.abs(daysBetween(on, said.on)) <= NEAR_DAYS;
  return kuitansi !== '' && !isReversed && amount === said.amount && isNear;
}
