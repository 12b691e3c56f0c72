import { rupiah } from '../../domain/money.ts';
import { pcs } from '../../domain/quantity.ts';
import type { KeptCart } from '../../domain/sales/kept-cart.ts';
import type { Receipt } from '../../domain/sales/receipt.ts';
import { payCart } from '../../electron/till/sales/carts.ts';
import { atDrawer, openTestShift } from './test-till.ts';
import type { Till } from '../../electron/till/till.ts';

/** Stands for a page; each is another. */
export const aPage = () => ({});

/** Two of a product that costs Rp45.000, as a page keeps them. */
export const kopi = { code: 'KOPI-01', unit: 'pcs', quantityMilli: pcs(2), name: 'Kopi Gayo' };

/** A cart with two kopi. */
export function keptCart(id: string, change: Partial<KeptCart> = {}): KeptCart {
  return { id, lines: [kopi], scans: [], after: null, ...change };
}

/** Pays two kopi with Rp100.000. */
export function payKopi(till: Till, page: object, id: string): Receipt {
  openTestShift(till);
  return payAs('sale', till, page, id);
}

/** Practises the same, whether a shift is open or not. */
export function trainKopi(till: Till, page: object, id: string): Receipt {
  return payAs('training', till, page, id);
}

function payAs(kind: 'sale' | 'training', till: Till, page: object, id: string): Receipt {
  const { code, unit, quantityMilli } = kopi;
  return payCart(
    till,
    { page, kind, ...atDrawer },
    {
      id,
      lines: [{ code, unit, quantityMilli, priceRupiah: rupiah(45_000) }],
      tenders: [{ kind: 'cash', amountRupiah: rupiah(100_000) }],
      expectedTotalRupiah: rupiah(90_000),
    },
  );
}
