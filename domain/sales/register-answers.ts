import { z } from 'zod';
import { isSameContent } from '../merge-fields.ts';
import { repriceCart } from './cart.ts';
import type { KeptCart, OpenedCart } from './kept-cart.ts';
import { salesErrors } from './errors.ts';
import { lineKey } from './line-key.ts';
import type { Receipt } from './receipt.ts';
import type { HandedOver } from './handed-over.ts';
import { tellOfCart } from './register-cart.ts';
import { askForCashBack, askForSale } from './register-change.ts';
import { askForShift } from './register-shift.ts';
import { askAgain, drainScans, lose, takeScansOver } from './register-scans.ts';
import {
  andThen,
  keptTerms,
  keepCart,
  type RegisterEffect,
  type Resumed,
  sendOrder,
  step,
  type Step,
} from './register-events.ts';
import {
  atCart,
  type Failure,
  type NewId,
  nextCart,
  noSearch,
  nothingTyped,
  type RegisterState,
} from './register-state.ts';
import { noKeys } from './scan.ts';
import type { Terms } from './terms.ts';

/** The connection opened or was lost. What was asked over a lost one is asked again. */
export function takeConnection(state: RegisterState, is: 'lost' | 'open' | 'ended'): Step {
  if (is === 'lost') return step({ ...state, connection: is });
  if (is === 'ended') return step({ ...state, connection: is, keys: noKeys });
  const resuming: RegisterState = { ...state, connection: 'resuming' };
  const { phase, cart } = state;
  if (phase.kind !== 'opening') return step(resuming, { kind: 'resumeCart', id: cart.id });
  // The same when asked again.
  return phase.switching
    ? step(resuming, { kind: 'switchCart', order: phase.switching.order })
    : step(resuming, { kind: 'openCart', fresh: cart.id });
}

/** What this page had to tell, and what it had scanned for an unknown cart, before a reload. */
export function takeHandedOver(
  state: RegisterState,
  { lost, scans }: Pick<HandedOver, 'lost' | 'scans'>,
): Step {
  const told = lost.reduce((before, { code, failure }) => lose(before, code, failure), state);
  return takeScansOver(told, scans);
}

/** The cart that this page begins with. */
export function takeOpened(
  state: RegisterState,
  opened: OpenedCart,
  unkept: KeptCart | null,
): Step {
  if (state.phase.kind !== 'opening') return step(state);
  const last = opened.lines.at(-1);
  const lastKey = last ? lineKey(last) : '';
  const { switching } = state.phase;
  const paid = opened.isElsewhere ? null : opened.paid;
  const change = switching?.last ?? paid;
  const cart = {
    id: opened.id,
    lines: opened.lines,
    ...keptTerms(opened),
    selectedKey: lastKey,
    addedKey: lastKey,
    after: change?.id ?? null,
  };
  const next: RegisterState = {
    ...state,
    connection: 'open',
    kept: opened,
    cart,
    phase:
      paid && !switching
        ? { kind: 'paid', receipt: paid, ownTickets: state.tickets }
        : { ...atCart, last: change },
  };
  const { leftAtMs, otherPages } = opened;
  const effects: RegisterEffect[] = [];
  if (leftAtMs !== null || otherPages > 0) effects.push({ kind: 'tell', leftAtMs, otherPages });
  const known = opened.gone.reduce(
    (before, name) => lose(before, name, { code: 'CART_LINES_GONE', data: { name } }),
    next,
  );
  const untaken = loseElsewhere(known, unkept?.scans ?? []);
  const told = opened.isElsewhere ? tellOfCart(untaken, goneTo(opened.paid)) : step(untaken);
  // Those of this page came after those that it takes over.
  const over = andThen(told, (state) => takeScansOver({ ...state, scans: [] }, opened.scans));
  const all = { ...over.state, scans: [...over.state.scans, ...state.scans] };
  const begun = step(all, keepCart(all), ...effects, ...over.effects);
  return andThen(begun, (state) => andThen(askAgain(state), drainScans));
}

/** Whether the cart is still this page's, after the connection was lost. */
export function takeResumed(state: RegisterState, answer: Resumed, newId: NewId): Step {
  const open: RegisterState = { ...state, connection: 'open' };
  // An answer that came in between may have begun another cart.
  const isOfCart = answer.id === state.cart.id;
  return andThen(isOfCart ? settleCart(open, answer, newId) : step(open, keepCart(open)), askAgain);
}

function settleCart(state: RegisterState, { isElsewhere, receipt }: Resumed, newId: NewId): Step {
  if (isElsewhere) return leaveCart(state, receipt, newId);
  if (receipt) return becomePaid(state, receipt, newId);
  const { phase } = state;
  const resends: RegisterEffect[] =
    phase.kind === 'paying' && phase.order && phase.isUnanswered
      ? [sendOrder(state, phase.order)]
      : [];
  const isUnanswered = false;
  const next: RegisterState =
    phase.kind === 'paying' ? { ...state, phase: { ...phase, isUnanswered } } : state;
  return step(next, keepCart(next), ...resends);
}

/**
 * Another page has the cart: here a new one begins, and it is said what became of the old. What
 * was scanned for it and is not answered yet is told: the other page may have it or not.
 */
export function leaveCart(state: RegisterState, receipt: Receipt | null, newId: NewId): Step {
  const { phase } = state;
  const last = phase.kind === 'cart' || phase.kind === 'paying' ? phase.last : null;
  const untold = phase.kind === 'paid' ? phase.receipt : last;
  const next: RegisterState = {
    ...state,
    cart: nextCart(state.cart, newId(), untold?.id ?? null),
    phase: phase.kind === 'paid' ? phase : { ...atCart, last },
    over: 'nothing',
    past: [],
    asking: null,
    typed: nothingTyped,
    pad: null,
    scans: [],
  };
  const told = loseElsewhere(next, state.scans);
  return andThen(tellOfCart(told, goneTo(receipt)), (left) => step(left, keepCart(left)));
}

/** Tells scans that the page which has their cart may have or not. */
function loseElsewhere(
  state: RegisterState,
  scans: readonly { readonly code: string }[],
): RegisterState {
  return scans.reduce(
    (before, { code }) => lose(before, code, { code: 'SCAN_ELSEWHERE', data: { code } }),
    state,
  );
}

/** Another page has the cart, or has made it the sale of this receipt. */
function goneTo(receipt: Receipt | null): Failure {
  if (!receipt) return { code: 'CART_ELSEWHERE', data: {} };
  const { number, totalRupiah } = receipt;
  return { code: 'CART_PAID_ELSEWHERE', data: { number, totalRupiah } };
}

/** The sale is in the book: the change stands on the screen, and behind it the next cart begins. */
function becomePaid(state: RegisterState, receipt: Receipt, newId: NewId): Step {
  const next: RegisterState = {
    ...state,
    cart: nextCart(state.cart, newId(), receipt.id),
    phase: { kind: 'paid', receipt, ownTickets: state.tickets },
    typed: nothingTyped,
    search: noSearch,
    past: [],
    asking: null,
    over: 'nothing',
  };
  const effects: RegisterEffect[] = [
    keepCart(next),
    { kind: 'clearNotice', all: true },
    { kind: 'shelfChanged' },
  ];
  return andThen(step(next, ...effects), drainScans);
}

/** The till has booked the sale that this page sent. */
export function takeBooked(state: RegisterState, receipt: Receipt, newId: NewId): Step {
  const { phase } = state;
  const isAwaited = phase.kind === 'paying' && phase.order?.id === receipt.id;
  return isAwaited ? becomePaid(state, receipt, newId) : step(state);
}

/** The till has refused the sale: the cart stays, and a sentence says why. */
export function takeRefused(
  state: RegisterState,
  id: string,
  failure: Failure,
  newId: NewId,
): Step {
  const { phase, cart } = state;
  if (phase.kind !== 'paying' || phase.order?.id !== id) return step(state);
  const back: RegisterState = { ...state, phase: { ...atCart, last: phase.last } };
  switch (failure.code) {
    case 'PRICE_CHANGED': {
      const { prices } = salesErrors.PRICE_CHANGED.data.parse(failure.data);
      const lines = repriceCart(cart.lines, prices);
      return backToCart({ ...back, cart: { ...cart, lines } }, failure);
    }
    case 'TERMS_CHANGED': {
      const { terms } = salesErrors.TERMS_CHANGED.data.parse(failure.data);
      return backToCart({ ...back, terms }, failure);
    }
    case 'NOT_ALLOWED':
    case 'BELOW_FLOOR':
      return andThen(drainScans(back), (next) => askForSale(next, failure));
    case 'CASH_BACK_LEAVE':
      return askForCashBack({ ...state, phase: { ...phase, order: null, failure } }, failure);
    case 'PRODUCT_UNKNOWN':
    case 'PRODUCT_ARCHIVED': {
      const { code, unit } = Sold.parse(failure.data);
      const line = cart.lines.find((one) => one.code === code && one.unit === unit);
      const selectedKey = line ? lineKey(line) : cart.selectedKey;
      return backToCart({ ...back, cart: { ...cart, selectedKey } }, failure);
    }
    case 'SALE_ID_REUSED': {
      // An earlier answer of this very cart was lost: what stands here is another sale.
      const renewed = { ...back, cart: { ...cart, id: newId() } };
      return andThen(backToCart(renewed, failure), (state) => step(state, keepCart(state)));
    }
    case 'SHIFT_CLOSED': // the payment waits below the sheet, with what was typed
      return step(askForShift({ ...state, phase: { ...phase, order: null } }), { kind: 'beep' });
    case 'CART_ELSEWHERE':
      return leaveCart(back, null, newId);
    default:
      return step({ ...state, phase: { ...phase, order: null, failure } }, { kind: 'beep' });
  }
}

/** What is no longer sold. */
const Sold = z.object({ code: z.string(), unit: z.string() });

/** The sale's answer was lost with the connection: the till is asked what became of the cart. */
export function takeUnanswered(state: RegisterState, id: string): Step {
  const { phase } = state;
  if (phase.kind !== 'paying' || phase.order?.id !== id) return step(state);
  const next: RegisterState = { ...state, phase: { ...phase, isUnanswered: true } };
  if (state.connection !== 'open') return step(next);
  return step({ ...next, connection: 'resuming' }, { kind: 'resumeCart', id });
}

/** What the stall prices by from now on. */
export function takeTerms(state: RegisterState, terms: Terms): RegisterState {
  return isSameContent(terms, state.terms) ? state : { ...state, terms };
}

function backToCart(state: RegisterState, failure: Failure): Step {
  return andThen(drainScans(state), (next) => tellOfCart(next, failure));
}
