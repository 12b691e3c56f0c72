import { holdsMoney } from './register-due.ts';
import { LapakError } from '../errors.ts';
import { pcs, type Milli } from '../quantity.ts';
import type { ShelfProduct } from '../catalog/product.ts';
import {
  addToCart,
  changeLineUnit,
  removeLine,
  setLineQuantity,
  stepLine,
  type CartLines,
} from './cart.ts';
import { lineKey } from './line-key.ts';
import { keepCart, step, type Step } from './register-events.ts';
import { notePast } from './register-undo.ts';
import {
  atCart,
  nextCart,
  type Failure,
  type HeldCart,
  noSearch,
  nothingTyped,
  type RegisterState,
} from './register-state.ts';
import { readQuantity } from './typed-quantity.ts';

/** What went wrong, as the till would answer it. @throws what is no expected failure */
export function failureOf(error: unknown): Failure {
  if (error instanceof LapakError) return { code: error.code, data: { ...error.data } };
  throw error;
}

/** Says why it cannot be done, and changes nothing else; it goes with the next thing done. */
export function refuse(state: RegisterState, failure: Failure): Step {
  return step(state, { kind: 'beep' }, { kind: 'warn', failure, stays: false });
}

/** Says what has become of the cart, until it is read or the sale is paid. */
export function tellOfCart(state: RegisterState, failure: Failure): Step {
  return step(state, { kind: 'beep' }, { kind: 'warn', failure, stays: true });
}

/** Changes the lines, or says why they cannot be so. */
function changeLines(
  state: RegisterState,
  change: (lines: CartLines) => Pick<HeldCart, 'lines' | 'selectedKey'> & Partial<HeldCart>,
): Step {
  try {
    const changed = change(state.cart.lines);
    if (changed.lines === state.cart.lines) return step(state);
    if (changed.lines.length === 0 && holdsMoney(state.cart)) return refuseEmptying(state);
    const cart = { ...state.cart, ...changed };
    const next = { ...state, cart, past: notePast(state) };
    return step(next, keepCart(next), { kind: 'clearNotice', all: false });
  } catch (error) {
    return refuse(state, failureOf(error));
  }
}

/**
 * Adds to the cart, and selects what was added.
 * @param ticket of the scan that it comes by
 * @throws LapakError as addToCart()
 */
export function putInCart(
  state: RegisterState,
  product: ShelfProduct,
  unit: string,
  quantityMilli: Milli,
  ticket = state.tickets,
): Step {
  const lines = addToCart(state.cart.lines, product, unit, quantityMilli);
  const key = lineKey({ code: product.code, unit });
  const cart = { ...state.cart, lines, selectedKey: key, addedKey: key };
  const next = { ...state, cart, past: notePast(state, ticket) };
  return step(next, keepCart(next), { kind: 'clearNotice', all: false });
}

/**
 * The next sale begins. By a scan or a product the change leaves the middle of the screen, but
 * stays told; `isSeen` when somebody has said so.
 */
export function beginNext(state: RegisterState, { isSeen }: { readonly isSeen: boolean }): Step {
  const { phase } = state;
  if (phase.kind !== 'paid') return step(state);
  const begun = { ...state, phase: { ...atCart, last: phase.receipt } };
  return isSeen || phase.receipt.changeRupiah === 0 ? forgetChange(begun) : step(begun);
}

/** The change of the sale before was seen. */
export function forgetChange(state: RegisterState): Step {
  if (state.phase.kind !== 'cart') return step(state);
  const next = { ...state, phase: atCart, cart: { ...state.cart, after: null } };
  return step(next, keepCart(next));
}

/** Digits typed before a product was touched are its quantity. */
export function addProduct(state: RegisterState, product: ShelfProduct): Step {
  const { text, next: fixed } = state.typed;
  const quantity = text === '' ? (fixed ?? pcs(1)) : readQuantity(text);
  // What was typed on the page has found its product; a search in its field goes on.
  const search = state.search.isFromPage ? noSearch : state.search;
  const untyped = { ...state, typed: nothingTyped, search };
  if (quantity === undefined) return refuse(untyped, quantityInvalid(text));
  const unit = product.units[0]?.unit;
  if (unit === undefined) return step(state);
  const begun = beginNext(untyped, { isSeen: false });
  try {
    const added = putInCart(begun.state, product, unit, quantity);
    return { state: added.state, effects: [...begun.effects, ...added.effects] };
  } catch (error) {
    return refuse(state, failureOf(error));
  }
}

/** Gives a line a typed quantity. */
export function setQuantity(state: RegisterState, key: string, text: string): Step {
  const untyped = { ...state, typed: nothingTyped };
  const quantity = readQuantity(text);
  if (quantity === undefined) return refuse(untyped, quantityInvalid(text));
  const { selectedKey, lines } = state.cart;
  if (!lines.some((line) => lineKey(line) === key)) {
    return refuse(untyped, { code: 'QUANTITY_WITHOUT_LINE', data: { text } });
  }
  return changeLines(untyped, () => ({
    lines: setLineQuantity(lines, key, quantity),
    selectedKey,
  }));
}

/** Digits that nothing was done with are no quantity: before the payment opens that is said. */
export function refuseTyped(state: RegisterState): Step {
  const { text } = state.typed;
  const untyped = { ...state, typed: nothingTyped };
  return refuse(untyped, { code: 'QUANTITY_UNUSED', data: { text } });
}

/** Fixes what was typed as the quantity of the next product. */
export function fixQuantity(state: RegisterState): Step {
  const { text } = state.typed;
  if (text === '') return step(state);
  const next = readQuantity(text);
  const typed = { text: '', next };
  return next === undefined
    ? refuse({ ...state, typed }, quantityInvalid(text))
    : step({ ...state, typed });
}

/** One more or less of the selected line. */
export function stepSelected(state: RegisterState, units: 1 | -1): Step {
  const { selectedKey } = state.cart;
  return changeLines({ ...state, typed: nothingTyped }, (lines) => ({
    lines: stepLine(lines, selectedKey, units),
    selectedKey,
  }));
}

/** Sells the selected line in another of its units. */
export function changeUnit(state: RegisterState, unit: string): Step {
  const { selectedKey } = state.cart;
  const line = state.cart.lines.find((one) => lineKey(one) === selectedKey);
  if (!line) return step(state);
  const { addedKey } = state.cart;
  const changedKey = lineKey({ code: line.code, unit });
  return changeLines(state, (lines) => ({
    lines: changeLineUnit(lines, selectedKey, unit),
    selectedKey: changedKey,
    addedKey: addedKey === selectedKey ? changedKey : addedKey,
  }));
}

/** Takes the selected line out; the next one is selected. */
export function removeSelected(state: RegisterState): Step {
  const { lines, selectedKey } = state.cart;
  const at = lines.findIndex((line) => lineKey(line) === selectedKey);
  if (at < 0) return step(state);
  const left = removeLine(lines, selectedKey);
  const next = left[at] ?? left.at(-1);
  return changeLines(state, () => ({ lines: left, selectedKey: next ? lineKey(next) : '' }));
}

/** Selects the line above or below. */
export function moveSelection(state: RegisterState, by: 1 | -1): Step {
  const { lines, selectedKey } = state.cart;
  const at = lines.findIndex((line) => lineKey(line) === selectedKey);
  const next = lines[at + by] ?? (at < 0 ? lines.at(-1) : undefined);
  return step(next ? select(state, lineKey(next)) : state);
}

/** The same register with another line selected. */
export function select(state: RegisterState, selectedKey: string): RegisterState {
  return { ...state, cart: { ...state.cart, selectedKey } };
}

/** Money was taken for it: that goes back first. */
export function refuseEmptying(state: RegisterState): Step {
  return refuse(state, { code: 'TENDERS_TAKEN', data: {} });
}

/** Empties the cart, with what was agreed on it; it can be brought back. */
export function clearCart(state: RegisterState): Step {
  const next: RegisterState = {
    ...state,
    over: 'nothing',
    typed: nothingTyped,
    // What came back in exchange goes with the goods: they do not come back without it.
    past: state.cart.tenders ? [] : notePast(state),
    cart: nextCart(state.cart, state.cart.id, state.cart.after),
  };
  return step(next, keepCart(next), { kind: 'clearNotice', all: false });
}

function quantityInvalid(text: string): Failure {
  return { code: 'QUANTITY_INVALID', data: { text } };
}
