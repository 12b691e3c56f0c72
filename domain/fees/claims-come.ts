import { daysBetween } from '../time.ts';
import type { CreditKind, PaymentKind } from './kinds.ts';
import type { FeeLedger } from './ledger.ts';

/** A payment that a stall told its mall of, and that nobody has answered. */
export interface OpenClaim {
  readonly id: string;
  /** Rupiah. */
  readonly amount: number;
  readonly how: PaymentKind;
  /** When it was paid, as the stall says. */
  readonly on: string;
  /** When it was told. UTC ms */
  readonly toldAtMs: number;
}

/** A payment of a stall that is booked, stands, and has answered no claim. */
export interface FreePayment {
  /** Id of its credit. */
  readonly id: string;
  readonly kuitansi: string;
  readonly kind: CreditKind;
  /** Rupiah. */
  readonly amount: number;
  readonly on: string;
  /** When it was booked. UTC ms */
  readonly atMs: number;
}

/** How many days apart what a stall says it paid and what came of it may be dated. */
export const NEAR_DAYS = 10;

/**
 * The payment that came for each claim of a stall, as where its row was found in a bank file: of
 * the same sum, in cash or not as it says, dated near it, booked after it was told; the nearest,
 * and each for one claim. It is no answer to the claim, but nobody waits for that money any more.
 * @param payments in the order in which they were booked
 */
export function claimsCome(
  claims: readonly OpenClaim[],
  payments: readonly FreePayment[],
): ReadonlyMap<string, FreePayment> {
  const pairs = claims.flatMap((claim) =>
    payments.filter((payment) => fits(claim, payment)).map((payment) => ({ claim, payment })),
  );
  const daysOf = ({ claim, payment }: (typeof pairs)[number]): number =>
    Math.abs(daysBetween(payment.on, claim.on));
  pairs.sort(
    (one, other) => daysOf(one) - daysOf(other) || one.claim.toldAtMs - other.claim.toldAtMs,
  );
  const come = new Map<string, FreePayment>();
  const used = new Set<string>();
  for (const { claim, payment } of pairs) {
    if (come.has(claim.id) || used.has(payment.id)) continue;
    used.add(payment.id);
    come.set(claim.id, payment);
  }
  return come;
}

/** What was paid by QRIS may come as a row of the bank; cash never does. */
function fits({ amount, how, on, toldAtMs }: OpenClaim, payment: FreePayment): boolean {
  return (
    payment.amount === amount &&
    (payment.kind === 'cash') === (how === 'cash') &&
    payment.atMs >= toldAtMs &&
    Math.abs(daysBetween(payment.on, on)) <= NEAR_DAYS
  );
}

/** The payments of a stall that are free to have come for a claim, in the order of its ledger. */
export function freePayments({
  entries,
  credits,
}: Pick<FeeLedger, 'entries' | 'credits'>): FreePayment[] {
  const answers = new Set(
    entries.map(({ body: { details } }) => details?.kind === 'claim' && details.credit),
  );
  return entries.flatMap(({ body, atMs }) =>
    (body.credits ?? []).flatMap(({ id, kuitansi, kind, amount }) => {
      const isFree = !answers.has(id) && credits.get(id)?.isReversed === false;
      return isFree && kuitansi ? [{ id, kuitansi, kind, amount, on: body.on, atMs }] : [];
    }),
  );
}
