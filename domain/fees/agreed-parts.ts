import { type InstalmentPart, isKept, sumOf } from './instalments.ts';
import { detailsOf, endedBy, type FeeLedger } from './ledger.ts';

/** A part that a stall agreed to pay, and what of it was paid. */
export interface AgreedPart extends InstalmentPart {
  /** Rupiah */
  readonly paid: number;
}

/** Instalments that run: what of its arrears a stall pays by when. */
export interface Agreed {
  /** Id of the act. */
  readonly id: string;
  readonly on: string;
  readonly parts: readonly AgreedPart[];
  /** Charges that were there when it was agreed. */
  readonly charges: ReadonlySet<string>;
  /** Whether the stall keeps to it: penalties and letters rest then. */
  readonly isKept: boolean;
}

/**
 * The instalments that run on a date: agreed, not ended and not paid whole. As the hub counts, what
 * was settled since of charges that were there then pays the parts, the oldest first.
 */
export function agreedIn(ledger: FeeLedger, today: string): Agreed | null {
  const [newest] = detailsOf(ledger, 'instalments');
  if (!newest || endedBy(ledger, 'instalments-end').has(newest.entry.body.id)) return null;
  const { entry, details } = newest;
  const at = ledger.entries.indexOf(entry);
  const charges = new Set(
    ledger.entries.slice(0, at).flatMap(({ body }) => (body.charges ?? []).map(({ id }) => id)),
  );
  const paid = ledger.entries
    .slice(at + 1)
    .flatMap(({ body }) => body.allocations ?? [])
    .filter(({ charge }) => charges.has(charge))
    .reduce((sum, { amount }) => sum + amount, 0);
  if (paid >= sumOf(details.parts)) return null;
  const { id, on } = entry.body;
  const parts = payParts(details.parts, Math.max(0, paid));
  return { id, on, parts, charges, isKept: isKept(details.parts, paid, today) };
}

function payParts(parts: readonly InstalmentPart[], paid: number): AgreedPart[] {
  let left = paid;
  return parts.map((part) => {
    const ofPart = Math.min(part.amount, left);
    left -= ofPart;
    return { ...part, paid: ofPart };
  });
}
