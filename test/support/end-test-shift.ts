import { type Actor, theOwner } from '../../domain/actor.ts';
import { actDraft, writeJournal } from '../../electron/till/journal/write-journal.ts';
import { closeShift } from '../../electron/till/shifts/close-shift.ts';
import { countDrawer } from '../../electron/till/shifts/count-drawer.ts';
import { moveCash } from '../../electron/till/shifts/move-cash.ts';
import type { Till } from '../../electron/till/till.ts';
import { anId, atDrawer, openTestShift } from './test-till.ts';

/** The owner, allowed by another's PIN. */
export const approved: Actor = { ...theOwner, approver: 'kasir-2' };

/**
 * The end of the shift at the first drawer, in three records: Rp20.000 taken out for the safe, an
 * act beside the trade, and the Z after a count of Rp300.000.
 */
export function endTestShift(till: Till): void {
  const shift = openTestShift(till);
  const toSafe = {
    id: anId(),
    shift: null,
    reason: 'safe-drop',
    amountRupiah: 20_000,
    note: '',
  } as const;
  moveCash(till, atDrawer, toSafe);
  writeJournal(till, (tx, append) => {
    const changes = [{ field: 'price', from: '45000', to: '46000' }];
    const of = { act: 'product-save', subject: 'KOPI-01', note: 'Kopi Gayo', changes } as const;
    append(actDraft(tx, approved, till.clock(), of));
  });
  countDrawer(till, approved, { shift, count: [{ valueRupiah: 100_000, pieces: 3 }] });
  const why = { reason: 'unknown', note: 'Dihitung dua kali' } as const;
  const order = { id: anId(), shift, count: null, ...why };
  closeShift(till, approved, { ...order, carts: 'refuse' });
}
