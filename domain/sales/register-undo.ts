import { holdsMoney } from './register-due.ts';
import { addToCart } from './cart.ts';
import { keepCart, step, type Step } from './register-events.ts';
import type { CartStep, HeldCart, RegisterState } from './register-state.ts';
import type { ShelfProduct } from '../catalog/product.ts';
import type { Milli } from '../quantity.ts';

/** How many steps back a cart can be taken. */
const STEPS_MAX = 10;

/**
 * Notes how the cart was before it is changed.
 * @param ticket of the scan that changes it; of a person's own act the one that comes next
 */
export function notePast(state: RegisterState, ticket = state.tickets): readonly CartStep[] {
  const { cart, past } = state;
  return [...past, { ...contentOf(cart), tickets: ticket }].slice(-STEPS_MAX);
}

/** Takes back the last step. */
export function undoStep(state: RegisterState): Step {
  const last = state.past.at(-1);
  if (!last || state.phase.kind !== 'cart') return step(state);
  if (last.lines.length === 0 && holdsMoney(state.cart)) return step(state, { kind: 'beep' });
  const { tickets: _, ...content } = last;
  const { discount: _discount, note: _note, ...cart } = state.cart;
  const next = { ...state, past: state.past.slice(0, -1), cart: { ...cart, ...content } };
  return step(next, keepCart(next), { kind: 'clearNotice', all: false });
}

/**
 * What was scanned before a step, and is only now answered, is in the cart as it was before that
 * step as well: taking the step back does not lose it.
 */
export function addToPast(
  past: readonly CartStep[],
  ticket: number,
  found: { readonly product: ShelfProduct; readonly unit: string; readonly quantityMilli: Milli },
): readonly CartStep[] {
  const { product, unit, quantityMilli } = found;
  return past.map((before) => {
    if (ticket >= before.tickets) return before;
    try {
      return { ...before, lines: addToCart(before.lines, product, unit, quantityMilli) };
    } catch {
      return before; // told where it could not come into the cart of now
    }
  });
}

function contentOf({ lines, discount, note, selectedKey, addedKey }: HeldCart) {
  const terms = { ...(discount ? { discount } : {}), ...(note ? { note } : {}) };
  return { lines, selectedKey, addedKey, ...terms };
}
