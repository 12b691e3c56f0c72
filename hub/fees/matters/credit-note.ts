import type { FeeDraft } from '../../../domain/fees/body.ts';
import { derivedId } from '../derived-id.ts';

/** A credit note of a closure or of a dispute: what it takes from which charges. */
export interface CreditNote {
  readonly id: string;
  readonly mall: string;
  readonly stall: string;
  readonly on: string;
  readonly note: string;
  /** Id of the closure or dispute. */
  readonly of: string;
  readonly parts: readonly {
    readonly charge: string;
    /** Rupiah still to be paid of the charge. */
    readonly open: number;
    readonly credit: number;
  }[];
}

/** The act of a credit note: what is paid already of its charges becomes an advance. */
export function creditNote({ id, of, parts, ...common }: CreditNote): FeeDraft {
  const credits = parts
    .filter(({ credit }) => credit > 0)
    .map(({ charge, open, credit: amount }) => ({
      id: derivedId(id, charge),
      charge,
      amount,
      allocated: Math.min(open, amount),
    }));
  const allocations = credits
    .filter(({ allocated }) => allocated > 0)
    .map(({ id: credit, charge, allocated }) => ({ credit, charge, amount: allocated }));
  return {
    ...common,
    id,
    act: 'credit-note',
    credits: credits.map(({ id: credit, charge, amount }) => {
      return { id: credit, kind: 'credit-note', amount, of: charge };
    }),
    ...(allocations.length > 0 && { allocations }),
    details: { kind: 'relief', of },
  };
}
