import type { KeptCart } from '../../../domain/sales/kept-cart.ts';
import { type HandedOver, handOver, readHandedOver } from '../../../domain/sales/handed-over.ts';
import { register } from './register-store.ts';

/** Where the page that is loaded again finds the cart that it held. */
const KEY = 'lapak.cart';

/**
 * What this very page had before it was loaded again. It is handed over in the moment in which the
 * page goes: a duplicated tab, whose page stays, has none.
 */
export const handed = takeHandedOver();

/**
 * Hands over what this page has, whenever it goes.
 * @param unkept the cart that the till is not known to have as it is
 */
export function handOverAsItGoes(unkept: () => KeptCart | undefined): void {
  window.addEventListener('pagehide', () => {
    try {
      const going = handOver(register.now(), unkept(), handed);
      sessionStorage.setItem(KEY, JSON.stringify(going));
    } catch {
      // no storage: the till finds the cart all the same, as one that was left
    }
  });
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) takeHandedOver();
  });
}

function takeHandedOver(): HandedOver | null {
  try {
    const text = sessionStorage.getItem(KEY);
    sessionStorage.removeItem(KEY);
    return text === null ? null : readHandedOver(JSON.parse(text));
  } catch {
    return null; // as above
  }
}
