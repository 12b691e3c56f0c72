import { setQuantity } from './register-cart.ts';
import { type RegisterEvent, step, type Step } from './register-events.ts';
import type { RegisterState } from './register-state.ts';
import { TYPED_QUANTITY_MAX } from './typed-quantity.ts';

/**
 * Opens the pad for the selected line. Touched again it closes, and what was typed is meant; before
 * anything was typed it is a second tap of the same hand.
 */
export function openPad(state: RegisterState): Step {
  if (state.pad) return state.pad.text === '' ? step(state) : applyPad(state);
  const { selectedKey } = state.cart;
  return step(selectedKey === '' ? state : { ...state, pad: { key: selectedKey, text: '' } });
}

/** Digits behind those that are there. */
export function typeOnPad(state: RegisterState, digits: string): RegisterState {
  const { pad } = state;
  if (!pad) return state;
  return { ...state, pad: { ...pad, text: (pad.text + digits).slice(0, TYPED_QUANTITY_MAX) } };
}

/** The last digit goes. */
export function eraseOnPad(state: RegisterState): RegisterState {
  const { pad } = state;
  return pad ? { ...state, pad: { ...pad, text: pad.text.slice(0, -1) } } : state;
}

/** Closes the pad; what was typed is the quantity of the line that it was opened for. */
export function applyPad(state: RegisterState): Step {
  const { pad } = state;
  if (!pad) return step(state);
  const closed = { ...state, pad: null };
  return pad.text === '' ? step(closed) : setQuantity(closed, pad.key, pad.text);
}

/**
 * What an event does to the open pad before anything else. The pad is for fingers: a key means that
 * the keyboard is in use, and what was typed is meant, whatever is touched or pressed next.
 * `isTaken`: the event is the pad's own, and does nothing else.
 */
export function leavePad(
  state: RegisterState,
  event: RegisterEvent,
): Step & { readonly isTaken: boolean } {
  if (!state.pad) return { ...step(state), isTaken: false };
  switch (event.kind) {
    case 'key':
      if (event.key === 'Shift') return { ...step(state), isTaken: false };
      if (event.key === 'Escape') return { ...step({ ...state, pad: null }), isTaken: true };
      return { ...applyPad(state), isTaken: event.key === 'Enter' };
    case 'act':
      return { ...(isOfPad(event.act.on) ? step(state) : applyPad(state)), isTaken: false };
    case 'screen':
      return { ...applyPad(state), isTaken: false };
    default:
      return { ...step(state), isTaken: false };
  }
}

function isOfPad(on: string): boolean {
  return on.startsWith('pad');
}
