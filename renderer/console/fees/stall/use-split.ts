import { useState } from 'react';
import { allocateOldest } from '../../../../domain/fees/allocate.ts';
import type { StallCharge } from '../../../../domain/fees/manage/stall-calls.ts';
import type { Say } from '../../../ui/use-text.ts';

/** What a payment goes to. */
export interface Split {
  /** Rupiah by the id of a charge, as it would be booked. */
  readonly parts: ReadonlyMap<string, number>;
  /** What no charge takes. Rupiah; below nothing where too much was said. */
  readonly rest: number;
  /** As a person said it; null for the oldest charges first. */
  readonly byHand: { charge: string; amount: number }[] | null;
  setByHand(isByHand: boolean): void;
  set(charge: string, digits: string): void;
  /** Why it cannot be booked as it stands; empty where it can. */
  fault(say: Say): string;
}

/** Parts an amount over open charges: the oldest first, or as a person says. */
export function useSplit(charges: readonly StallCharge[], amount: number): Split {
  /** Digits by charge; null while the oldest come first. */
  const [said, setSaid] = useState<ReadonlyMap<string, string> | null>(null);
  const oldest = partsOf(charges, amount);
  const parts = said === null ? oldest : numbersOf(said);
  const sum = [...parts.values()].reduce((all, part) => all + part, 0);
  const rest = amount - sum;
  return {
    parts,
    rest,
    byHand:
      said === null
        ? null
        : [...parts].flatMap(([charge, part]) => (part > 0 ? [{ charge, amount: part }] : [])),
    setByHand: (isByHand) =>
      setSaid(
        isByHand ? new Map([...oldest].map(([charge, part]) => [charge, String(part)])) : null,
      ),
    set: (charge, digits) => setSaid((before) => new Map(before ?? []).set(charge, digits)),
    fault: (say) => (rest < 0 ? say.text('console.fees.pay.tooMuch', { sum }) : ''),
  };
}

function partsOf(charges: readonly StallCharge[], amount: number): Map<string, number> {
  const open = charges.map((charge) => ({ ...charge, open: charge.amount - charge.settled }));
  const made = allocateOldest(open, [{ id: '', unused: amount }]);
  return new Map(made.map(({ charge, amount: part }) => [charge, part]));
}

function numbersOf(said: ReadonlyMap<string, string>): Map<string, number> {
  return new Map([...said].map(([charge, digits]) => [charge, Number(digits)]));
}
