import { refuse } from './register-cart.ts';
import { keepCart, step, type Step } from './register-events.ts';
import {
  atCart,
  emptyCart,
  type NewId,
  nothingTyped,
  type RegisterState,
} from './register-state.ts';

/**
 * Begins training, of which the till is asked, or ends it. Either way a cart of its own begins, so
 * that no real one ever becomes training, nor the other way round.
 */
export function turnTraining(state: RegisterState, newId: NewId): Step {
  const { phase } = state;
  if (phase.kind !== 'cart') return step(state, { kind: 'beep' });
  if (!isCartEmpty(state)) return refuse(state, { code: 'TRAINING_CART_FILLED', data: {} });
  if (!state.cart.isTraining) return step(state, { kind: 'beginTraining' });
  return beginCart(state, { isTraining: false, id: newId() });
}

/** Whoever sells may train. What came into the cart while the till was asked is real, and stays. */
export function takeTrainingAllowed(state: RegisterState, newId: NewId): Step {
  if (state.cart.isTraining) return step(state);
  if (!isCartEmpty(state)) return refuse(state, { code: 'TRAINING_CART_FILLED', data: {} });
  return beginCart(state, { isTraining: true, id: newId() });
}

function isCartEmpty({ phase, cart, scans }: RegisterState): boolean {
  return phase.kind === 'cart' && cart.lines.length + scans.length === 0 && !cart.tenders;
}

/** Nothing of the cart before comes along: no change that was due, and no step to take back. */
function beginCart(
  state: RegisterState,
  { isTraining, id }: { readonly isTraining: boolean; readonly id: string },
): Step {
  const cart = isTraining ? { ...emptyCart(id), isTraining } : emptyCart(id);
  const fresh = { phase: atCart, typed: nothingTyped, pad: null, past: [], asking: null };
  const next: RegisterState = { ...state, ...fresh, cart };
  return step(next, keepCart(next), { kind: 'clearNotice', all: true });
}
