import { type Actor, theOwner } from '../../domain/actor.ts';
import { permissionsOf } from '../../domain/permissions.ts';
import type { CashCount } from '../../domain/shifts/cash-count.ts';
import { write } from '../../electron/till/database/write.ts';
import { closeShift } from '../../electron/till/shifts/close-shift.ts';
import { countDrawer } from '../../electron/till/shifts/count-drawer.ts';
import { moveCash } from '../../electron/till/shifts/move-cash.ts';
import { openShift } from '../../electron/till/shifts/open-shift.ts';
import { insertPerson } from '../../electron/till/staff/staff-store.ts';
import type { Till } from '../../electron/till/till.ts';
import { anId, atDrawer } from './test-till.ts';

/** Rp200.000 in notes of 50.000. */
export const float: CashCount = [{ valueRupiah: 50_000, pieces: 4 }];

/** Who may what a cashier may. */
export const cashier: Actor = {
  cashier: 'kasir-2',
  permissions: new Set(permissionsOf('cashier')),
  approver: null,
};

/** A count that comes to so much, in coins of a hundred. */
export function hundreds(amountRupiah: number): CashCount {
  return [{ valueRupiah: 100, pieces: amountRupiah / 100 }];
}

/** What the owner does at the drawers of a till. @param till the one that is open then */
export function drawerHands(till: () => Till) {
  return {
    /** Opens a shift with `float`. @returns its number */
    open: (drawer = 1): number => openShift(till(), theOwner, { id: anId(), drawer, float }).shift,
    count: (shift: number, amountRupiah: number) =>
      countDrawer(till(), theOwner, { shift, count: hundreds(amountRupiah) }),
    close: (shift: number, change: Partial<Parameters<typeof closeShift>[2]> = {}) => {
      const order = {
        id: anId(),
        shift,
        count: null,
        reason: null,
        note: '',
        carts: 'refuse' as const,
      };
      return closeShift(till(), theOwner, { ...order, ...change });
    },
    move: (reason: Parameters<typeof moveCash>[2]['reason'], amountRupiah: number, note = '') =>
      moveCash(till(), atDrawer, { id: anId(), shift: null, reason, amountRupiah, note }),
    /** @returns the pseudonym of another person */
    addCashier: (): string => {
      const person = { name: '', role: 'cashier', createdAtMs: till().clock() } as const;
      return write(till(), (tx) => insertPerson(tx, person));
    },
  };
}
