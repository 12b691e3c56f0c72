import { rupiah } from '../money.ts';
import { applyChange, type Ask, askFor, type CartChange, orderToAllow } from './cart-change.ts';
import type { Discount } from './discount.ts';
import { cartPermissions } from './leave.ts';
import { failureOf, refuse, tellOfCart } from './register-cart.ts';
import { salesErrors } from './errors.ts';
import { keepCart, step, type Step } from './register-events.ts';
import { sendSale } from './register-payment.ts';
import { type Failure, nothingTyped, type RegisterState } from './register-state.ts';
import { notePast } from './register-undo.ts';
import { typedAmount } from './typed-amount.ts';
import { readDiscount } from './typed-discount.ts';

/**
 * Changes what is agreed on the cart; where that needs leave it is asked for first, and nothing is
 * changed before it is given. While one change waits for leave no other is taken.
 */
export function agree(state: RegisterState, change: CartChange): Step {
  if (state.phase.kind !== 'cart') return step(state);
  if (state.asking) return step(state, { kind: 'beep' });
  const untyped = { ...state, typed: nothingTyped };
  try {
    const changed = applyChange(state.cart, change);
    if (changed === state.cart) return step(untyped);
    const ask = askFor(state.cart, changed, state.terms);
    if (!ask) return makeChange(untyped, change);
    return step({ ...untyped, asking: change }, { kind: 'allow', ...ask });
  } catch (error) {
    return refuse(untyped, failureOf(error));
  }
}

/** Leave was given, or the change needed none by then. Of a cart that is gone it says nothing. */
export function takeLeave(state: RegisterState, id: string): Step {
  const { asking, cart, phase } = state;
  const rest = { ...state, asking: null };
  const awaitsLeave = phase.kind === 'paying' && phase.failure?.code === 'CASH_BACK_LEAVE';
  if (awaitsLeave && phase.order === null && cart.id === id) {
    return sendSale(rest, { tenders: cart.tenders ?? [], givesCashBack: true });
  }
  if (!asking || cart.id !== id || phase.kind !== 'cart') return step(rest);
  return makeChange(rest, asking);
}

/** Leave was not given; `failure` is null where the person has thought better of it. */
export function takeNoLeave(state: RegisterState, failure: Failure | null): Step {
  const rest = { ...state, asking: null };
  return failure ? refuse(rest, failure) : step(rest);
}

/** A sale was refused for want of leave: it is asked for, for the cart as it is. */
export function askForSale(state: RegisterState, failure: Failure): Step {
  const told = tellOfCart(state, failure);
  const wanted = failure.data['permission'];
  if (wanted === 'sale.refund') return told; // of an exchange: it is agreed where it is chosen
  const known = cartPermissions.find((one) => one === wanted);
  const ask: Ask = { permission: known ?? 'sale.below-floor', order: orderToAllow(state.cart) };
  return step(told.state, ...told.effects, { kind: 'allow', ...ask });
}

/** A payment gives back cash that needs leave: it is asked for, and the payment stays as it is. */
export function askForCashBack(state: RegisterState, failure: Failure): Step {
  const { overRupiah } = salesErrors.CASH_BACK_LEAVE.data.parse(failure.data);
  const order = { ...orderToAllow(state.cart), overRupiah: rupiah(overRupiah) };
  return step(state, { kind: 'beep' }, { kind: 'allow', permission: 'sale.cash-back', order });
}

/** What was typed becomes the selected line's price. */
export function priceTyped(state: RegisterState, digits: string): Step {
  if (state.cart.selectedKey === '') return refuseWithoutLine(state);
  const price = typedAmount(digits);
  if (price === undefined) return refuseAmount(state, digits);
  return agree(state, { kind: 'price', key: state.cart.selectedKey, priceRupiah: rupiah(price) });
}

/** What was typed becomes the selected line's discount; nothing, or 0, takes it away. */
export function discountTyped(state: RegisterState, text: string, kind: Discount['kind']): Step {
  const { selectedKey: key } = state.cart;
  if (key === '') return refuseWithoutLine(state);
  const discount = readDiscount(kind, text);
  if (discount !== undefined) return agree(state, { kind: 'discount', key, discount });
  if (kind === 'amount') return refuseAmount(state, text);
  const untyped = { ...state, typed: nothingTyped };
  return refuse(untyped, { code: 'DISCOUNT_INVALID', data: { text } });
}

function makeChange(state: RegisterState, change: CartChange): Step {
  try {
    const cart = applyChange(state.cart, change);
    const next = { ...state, cart, past: notePast(state) };
    return step(next, keepCart(next), { kind: 'clearNotice', all: false });
  } catch (error) {
    return refuse(state, failureOf(error));
  }
}

function refuseWithoutLine(state: RegisterState): Step {
  return refuse({ ...state, typed: nothingTyped }, { code: 'LINE_NEEDED', data: {} });
}

function refuseAmount(state: RegisterState, text: string): Step {
  return refuse({ ...state, typed: nothingTyped }, { code: 'CASH_INVALID', data: { text } });
}
