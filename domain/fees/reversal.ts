import { LapakError } from '../errors.ts';
import type { Allocated, FeeDraft } from './body.ts';
import type { LedgerCharge, LedgerCredit } from './ledger.ts';

/** Something that was booked for a stall, and what hangs on it. */
export type Booked =
  | {
      readonly kind: 'charge';
      readonly charge: Pick<LedgerCharge, 'id' | 'isReversed'>;
      /** What settles it: net, each more than nothing. */
      readonly allocations: readonly Allocated[];
      /** Waivers and credit notes of it that stand, each with all that it settles. */
      readonly reductions: readonly BookedCredit[];
    }
  | ({ readonly kind: 'credit' } & BookedCredit)
  | {
      readonly kind: 'refund';
      readonly id: string;
      readonly credit: string;
      readonly amount: number;
      readonly account: string;
      /** Whether it undoes another, or was undone. */
      readonly isUndone: boolean;
    }
  | {
      readonly kind: 'deposit';
      readonly id: string;
      readonly amount: number;
      readonly account: string;
      readonly isUndone: boolean;
      /** What the stall has as a deposit now. */
      readonly held: number;
    };

/** A credit, and where it went. */
export interface BookedCredit {
  readonly credit: Pick<LedgerCredit, 'id' | 'kind' | 'amount' | 'isReversed'>;
  readonly allocations: readonly Allocated[];
  /** Rupiah that was given back of it. */
  readonly refunded: number;
}

type Effects = Pick<FeeDraft, 'allocations' | 'refunds' | 'deposits' | 'reverses'>;

/**
 * What makes something as if it had not been booked. What settled a charge is advance again, but
 * what made the charge less goes with it; a deposit that was used is a deposit again.
 * @param newId makes an id, each time another
 * @throws LapakError REVERSED_ALREADY, CREDIT_REFUNDED, DEPOSIT_EXCEEDED
 */
export function reversalOf(booked: Booked, newId: () => string): Effects {
  switch (booked.kind) {
    case 'charge': {
      const { charge, allocations, reductions } = booked;
      if (charge.isReversed) throw new LapakError('REVERSED_ALREADY', {});
      for (const { refunded } of reductions) refuseRefunded(refunded);
      const own = new Set(reductions.map(({ credit }) => credit.id));
      const settling = allocations.filter(({ credit }) => !own.has(credit));
      const all = [...settling, ...reductions.flatMap((one) => one.allocations)];
      return { ...undone(all), reverses: [charge.id, ...own] };
    }
    case 'credit': {
      const { credit, allocations, refunded } = booked;
      if (credit.isReversed) throw new LapakError('REVERSED_ALREADY', {});
      refuseRefunded(refunded);
      const back = { deposits: [{ id: newId(), amount: credit.amount }] };
      const isDeposit = credit.kind === 'deposit';
      return { ...undone(allocations), ...(isDeposit && back), reverses: [credit.id] };
    }
    case 'refund': {
      const { id: undoes, credit, amount, account, isUndone } = booked;
      if (isUndone) throw new LapakError('REVERSED_ALREADY', {});
      return { refunds: [{ id: newId(), credit, amount: -amount, account, undoes }] };
    }
    case 'deposit': {
      const { id: undoes, amount, account, isUndone, held } = booked;
      if (isUndone) throw new LapakError('REVERSED_ALREADY', {});
      if (amount > held) throw new LapakError('DEPOSIT_EXCEEDED', { deposit: held });
      return { deposits: [{ id: newId(), amount: -amount, account, undoes }] };
    }
  }
}

function undone(allocations: readonly Allocated[]): Pick<Effects, 'allocations'> {
  if (allocations.length === 0) return {};
  return { allocations: allocations.map((one) => ({ ...one, amount: -one.amount })) };
}

function refuseRefunded(refunded: number): void {
  if (refunded > 0) throw new LapakError('CREDIT_REFUNDED', { refunded });
}
