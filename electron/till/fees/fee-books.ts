import { type FeeLedger, foldFees } from '../../../domain/fees/ledger.ts';
import { OWN_MALL } from '../../../domain/fees/own-ledger.ts';
import { foldWhatFits, type FoldedFees } from '../../../domain/fees/till-view.ts';
import type { Tx } from '../database/run.ts';
import { findHub } from '../sync/hub-store.ts';
import { ownEntries } from './entry-store.ts';
import { type PlacedFeeEntry, toldEntries } from './told-store.ts';

/** A ledger, and the acts that it is of. */
export interface FeeBook extends FoldedFees {
  readonly entries: readonly PlacedFeeEntry[];
}

/** What the hub told, folded; what does not fit what it told before is left out. */
export function hubBook(tx: Tx): FeeBook {
  const entries = toldEntries(tx);
  return { entries, ...foldWhatFits(entries) };
}

/** What the stall keeps alone. */
export function ownBook(tx: Tx): FeeBook {
  const entries = ownEntries(tx, OWN_MALL).filter(({ body }) => isOfLedger(body.act));
  return { entries, ledger: foldFees(entries), unfit: [] };
}

/** Who keeps the ledger of this stall now. */
export function keeperOf(tx: Tx, own: Pick<FeeLedger, 'entries'>): 'hub' | 'own' | 'none' {
  if (findHub(tx)) return 'hub';
  return own.entries.length > 0 ? 'own' : 'none';
}

/** What is set aside is a matter of the stall itself, whoever keeps its ledger. */
function isOfLedger(act: string): boolean {
  return act !== 'drawer-count' && act !== 'cash-bank';
}
