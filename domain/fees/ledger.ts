import { assert } from '../assert.ts';
import type { Charged, Credited, FeeBody } from './body.ts';
import type { FeeDetails } from './details.ts';
import { postingsOf, type Posting } from './postings.ts';

/** A charge, and what of it is settled. */
export interface LedgerCharge extends Charged {
  readonly on: string;
  /** Rupiah that credits were allocated to it. */
  readonly settled: number;
  readonly isReversed: boolean;
}

/** A credit, and what of it went to charges or back to the stall. */
export interface LedgerCredit extends Credited {
  readonly on: string;
  readonly used: number;
  readonly isReversed: boolean;
}

/** An act as it stands in a journal. */
export interface FeeEntry {
  readonly body: FeeBody;
  /** Pseudonym of who did it. */
  readonly by: string;
  /** UTC ms */
  readonly atMs: number;
}

/** What one stall owes, and how it came to that: a fold of the acts of fees that concern it. */
export interface FeeLedger {
  /** By id, in the order in which they came. */
  readonly charges: Map<string, LedgerCharge>;
  readonly credits: Map<string, LedgerCredit>;
  /** Rupiah of its deposit. */
  deposit: number;
  readonly entries: FeeEntry[];
  readonly postings: (Posting & { readonly on: string })[];
  /** Ids of the acts in it: each counts once. */
  readonly acts: Set<string>;
}

/** The ledger of a stall that nothing was done with. */
export function emptyLedger(): FeeLedger {
  return {
    charges: new Map(),
    credits: new Map(),
    deposit: 0,
    entries: [],
    postings: [],
    acts: new Set(),
  };
}

/** The ledger after these acts, in the order in which they were done. @throws InvariantError */
export function foldFees(entries: Iterable<FeeEntry>): FeeLedger {
  const ledger = emptyLedger();
  for (const entry of entries) applyFee(ledger, entry);
  return ledger;
}

/**
 * Adds an act to the ledger, once for each id.
 * @throws InvariantError where it names what is not there, or more than there is: of such an act
 *   nothing is in it
 */
export function applyFee(ledger: FeeLedger, entry: FeeEntry): void {
  const { body } = entry;
  if (ledger.acts.has(body.id)) return;
  const change = changeBy(ledger, body);
  const posted = postingsOf(body, ledger).map((posting) => ({ ...posting, on: body.on }));
  for (const [id, charge] of change.charges) ledger.charges.set(id, charge);
  for (const [id, credit] of change.credits) ledger.credits.set(id, credit);
  ledger.deposit = change.deposit;
  ledger.postings.push(...posted);
  ledger.entries.push(entry);
  ledger.acts.add(body.id);
}

type Change = Pick<FeeLedger, 'charges' | 'credits' | 'deposit'>;

function changeBy(ledger: FeeLedger, body: FeeBody): Change {
  const change: Change = { charges: new Map(), credits: new Map(), deposit: ledger.deposit };
  const chargeOf = (id: string) => change.charges.get(id) ?? ledger.charges.get(id);
  const creditOf = (id: string) => change.credits.get(id) ?? ledger.credits.get(id);
  const { on, charges = [], credits = [], allocations = [], refunds = [], deposits = [] } = body;
  for (const charge of charges) {
    assert(chargeOf(charge.id) === undefined, 'a charge is made once');
    change.charges.set(charge.id, { ...charge, on, settled: 0, isReversed: false });
  }
  for (const credit of credits) {
    assert(creditOf(credit.id) === undefined, 'a credit is made once');
    change.credits.set(credit.id, { ...credit, on, used: 0, isReversed: false });
  }
  const takeOf = (id: string, amount: number): void => {
    const credit = creditOf(id);
    assert(credit !== undefined && !credit.isReversed, 'of a credit that is there');
    const used = credit.used + amount;
    assert(used >= 0 && used <= credit.amount, 'no more than the credit');
    change.credits.set(id, { ...credit, used });
  };
  for (const { credit, charge: id, amount } of allocations) {
    takeOf(credit, amount);
    const charge = chargeOf(id);
    assert(charge !== undefined && !charge.isReversed, 'for a charge that is there');
    const settled = charge.settled + amount;
    assert(settled >= 0 && settled <= charge.amount, 'no more than the charge');
    change.charges.set(id, { ...charge, settled });
  }
  for (const { credit, amount } of refunds) takeOf(credit, amount);
  for (const { amount } of deposits) change.deposit += amount;
  assert(change.deposit >= 0, 'no more than the deposit');
  for (const id of body.reverses ?? []) reverse(id);
  return change;

  function reverse(id: string): void {
    const charge = chargeOf(id);
    const credit = creditOf(id);
    assert(charge !== undefined || credit !== undefined, 'what is reversed is there');
    if (charge) {
      assert(charge.settled === 0 && !charge.isReversed, 'a charge is reversed once, unsettled');
      change.charges.set(id, { ...charge, isReversed: true });
    }
    if (credit) {
      assert(credit.used === 0 && !credit.isReversed, 'a credit is reversed once, unused');
      change.credits.set(id, { ...credit, isReversed: true });
    }
  }
}

/** What is still to be paid of a charge. Rupiah */
export function openOf({ amount, settled, isReversed }: LedgerCharge): number {
  return isReversed ? 0 : amount - settled;
}

/** What of a credit nothing was done with: it is the stall's advance. Rupiah */
export function unusedOf({ amount, used, isReversed }: LedgerCredit): number {
  return isReversed ? 0 : amount - used;
}

/** What the stall owes, whenever it is due. Rupiah */
export function owedBy({ charges }: Pick<FeeLedger, 'charges'>): number {
  return sumOf([...charges.values()].map(openOf));
}

/** What the stall paid ahead (titipan). Rupiah */
export function advanceOf({ credits }: Pick<FeeLedger, 'credits'>): number {
  return sumOf([...credits.values()].map(unusedOf));
}

/** The newest details of a kind that the ledger has, the newest first. */
export function detailsOf<K extends FeeDetails['kind']>(
  { entries }: Pick<FeeLedger, 'entries'>,
  kind: K,
): { readonly entry: FeeEntry; readonly details: Extract<FeeDetails, { kind: K }> }[] {
  return entries
    .flatMap((entry) => {
      const { details } = entry.body;
      if (details?.kind !== kind) return [];
      return [{ entry, details: details as Extract<FeeDetails, { kind: K }> }]; // as its kind says
    })
    .reverse();
}

/** Ids of what acts of a kind ended. */
export function endedBy(
  { entries }: Pick<FeeLedger, 'entries'>,
  kind: FeeBody['act'],
): ReadonlySet<string> {
  return new Set(
    entries.flatMap(({ body: { act, details } }) =>
      act === kind && details?.kind === 'end' ? details.of : [],
    ),
  );
}

function sumOf(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + amount, 0);
}
