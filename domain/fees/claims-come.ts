import { daysBetween } from '../time.ts';
import type { FeeLedger } from './ledger.ts';

/** A payment that a stall told its mall of, and that nobody has answered. */
export interface OpenClaim {
  readonly id: string;
  /** Rupiah. */
  readonly amount: number;
  /** When it was paid, as the stall says. */
  readonly on: string;
  /** When it was told. UTC ms */
  readonly madeAtMs: number;
}

/** How many days apart what a stall says it paid and what came of it may be dated. */
const NEAR_DAYS = 10;

/**
 * The kuitansi of the payment that came for each claim, as where its row was found in a bank file:
 * of the same sum, dated near it, booked after it was told, and each for one claim. It is no answer
 * to the claim, but nobody waits for that money any more.
 */
export function claimsCome(
  claims: readonly OpenClaim[],
  { entries, credits }: Pick<FeeLedger, 'entries' | 'credits'>,
): ReadonlyMap<string, string> {
  const answers = new Set(
    entries.map(({ body: { details } }) => details?.kind === 'claim' && details.credit),
  );
  const payments = entries.flatMap(({ body, atMs }) =>
    (body.credits ?? [])
      .filter(({ id }) => !answers.has(id) && credits.get(id)?.isReversed === false)
      .map(({ kuitansi, amount }) => ({ kuitansi, amount, on: body.on, atMs })),
  );
  const come = new Map<string, string>();
  const used = new Set<string>();
  for (const claim of claims.toSorted((one, other) => one.madeAtMs - other.madeAtMs)) {
    const found = payments.find(
      ({ kuitansi = '', amount, on, atMs }) =>
        kuitansi !== '' &&
        !used.has(kuitansi) &&
        amount === claim.amount &&
        atMs >= claim.madeAtMs &&
        Math.abs(daysBetween(on, claim.on)) <= NEAR_DAYS,
    );
    if (found?.kuitansi === undefined) continue;
    used.add(found.kuitansi);
    come.set(claim.id, found.kuitansi);
  }
  return come;
}
