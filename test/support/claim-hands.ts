import type { ClaimState } from '../../domain/journal/tender-state-body.ts';
import { rupiah } from '../../domain/money.ts';
import type { Tender } from '../../domain/payments/tender.ts';
import { MINUTE_MS } from '../../domain/time.ts';
import { callsOf } from './calls.ts';
import { anId, bookPieces, type TestTill } from './test-till.ts';

type Qris = Extract<Tender, { readonly kind: 'qris' }>;

/** Rp45.000 by QRIS; nobody has seen it come. */
export const aQris = (change: Partial<Qris> = {}): Qris => ({
  kind: 'qris',
  amountRupiah: rupiah(45_000),
  state: 'claimed',
  ...change,
});

/** Rp45.000 by transfer; nobody has seen it come. */
export const aTransfer: Tender = {
  kind: 'transfer',
  amountRupiah: rupiah(45_000),
  state: 'claimed',
};

/** Sells what is claimed and tells of it, as a person does at this till. */
export function claimHands(book: () => TestTill) {
  return {
    calls: () => callsOf(book()),
    /** Sells a piece for Rp45.000 after some minutes. @returns its receipt number */
    sell: (tender: Tender, minutes = 1): string => {
      const { till, clock } = book();
      clock.now += minutes * MINUTE_MS;
      return bookPieces(till, 1, { tenders: [tender], soldAtMs: clock.now }).receipt.number;
    },
    /** Says of the claims of these receipts what became of them. */
    tell: async (
      numbers: readonly string[],
      state: ClaimState,
      { id = anId(), seen = 'claimed', note = '' }: Telling = {},
    ) => {
      const findings = numbers.map((number) => ({ number, tender: 0, seen, state, note }));
      return callsOf(book()).payments.verify({ id, findings });
    },
  };
}

interface Telling {
  readonly id?: string;
  readonly seen?: ClaimState;
  readonly note?: string;
}
