import { setQuantity } from './register-cart.ts';
import { type RegisterEvent, step, type Step } from './register-events.ts';
import { discountTyped, priceTyped } from './register-change.ts';
import type { LinePad, PadField, RegisterState } from './register-state.ts';
import { typedAmount } from './typed-amount.ts';
import { readDiscount } from './typed-discount.ts';
import { readQuantity, TYPED_QUANTITY_MAX } from './typed-quantity.ts';

/**
 * Opens the pad for the selected line. Touched again it closes, and what was typed is meant; before
 * anything was typed it is a second tap of the same hand.
 */
export function openPad(state: RegisterState, field: PadField): Step {
  if (state.pad) return state.pad.text === '' ? step(state) : applyPad(state);
  const { selectedKey } = state.cart;
  const pad = { key: selectedKey, field, text: '' };
  return step(selectedKey === '' ? state : { ...state, pad });
}

/** What was typed for another field is forgotten: nobody has said that it is meant. */
export function turnPad(state: RegisterState, field: PadField): RegisterState {
  const { pad } = state;
  return pad && pad.field !== field ? { ...state, pad: { ...pad, field, text: '' } } : state;
}

/** Whether what is typed on a pad can be what its field is for. */
export function isMeant({ field, text }: LinePad): boolean {
  switch (field) {
    case 'quantity':
      return readQuantity(text) !== undefined;
    case 'price':
      return typedAmount(text) !== undefined;
    case 'percent':
    case 'amount':
      return text !== '' && readDiscount(field, text) !== undefined;
  }
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

/** Closes the pad; what was typed is for the line that it was opened for. */
export function applyPad(state: RegisterState): Step {
  const { pad } = state;
  if (!pad) return step(state);
  const closed = { ...state, pad: null };
  if (pad.text === '') return step(closed);
  const ofLine = { ...closed, cart: { ...closed.cart, selectedKey: pad.key } };
  switch (pad.field) {
    case 'quantity':
      return setQuantity(closed, pad.key, pad.text);
    case 'price':
      return priceTyped(ofLine, pad.text);
    case 'percent':
    case 'amount':
      return discountTyped(ofLine, pad.text, pad.field);
  }
}

/** Keys that the open pad takes itself, once it is known that they are of no scan. */
const PAD_KEY = /^([\d.,]|Backspace|Enter|Shift)$/;

/**
 * What an event does to the open pad before anything else: what was typed is meant, whatever is
 * touched or pressed next. `isTaken`: the event is the pad's own, and does nothing else.
 */
export function leavePad(
  state: RegisterState,
  event: RegisterEvent,
): Step & { readonly isTaken: boolean } {
  if (!state.pad) return { ...step(state), isTaken: false };
  switch (event.kind) {
    case 'key':
      if (PAD_KEY.test(event.key)) return { ...step(state), isTaken: false };
      if (event.key === 'Escape') return { ...step({ ...state, pad: null }), isTaken: true };
      return { ...applyPad(state), isTaken: false };
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
