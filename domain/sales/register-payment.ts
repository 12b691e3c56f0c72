import { rupiah, type Rupiah } from '../money.ts';
import { doubtCash, receivedCash, typedDigits, writtenDigits } from '../payments/cash.ts';
import { quickCash } from '../payments/quick-cash.ts';
import { trimCredits } from '../payments/trim-credits.ts';
import type { Tender } from '../payments/tender.ts';
import { orderLines } from './cart.ts';
import { cartTerms, keepCart, sendOrder, step, type Step } from './register-events.ts';
import { dueRupiah, leftToPay, pricedCart } from './register-due.ts';
import {
  atCart,
  awaitsScans,
  noCash,
  nothingTyped,
  type PayDoubt,
  type Paying,
  type RegisterState,
  type TypedCash,
} from './register-state.ts';
import { roundingOf } from './sale.ts';

/** Longest text that a sentence repeats. */
const TEXT_TOLD_MAX = 40;

/**
 * Opens the sheet that takes the money. What was scanned before it comes into this cart as soon as
 * it is answered.
 */
export function openPayment(state: RegisterState): RegisterState {
  const isEmpty = state.cart.lines.length === 0 && state.scans.length === 0;
  if (state.phase.kind !== 'cart' || isEmpty) return state;
  const phase: Paying = {
    kind: 'paying',
    tendering: null,
    cash: noCash,
    cashBefore: noCash,
    failure: null,
    doubt: null,
    order: null,
    isUnanswered: false,
    last: state.phase.last,
    ownTickets: state.tickets,
  };
  return { ...state, phase, typed: nothingTyped };
}

/** Back to the cart; a doubt goes first. A sale on its way stays. */
export function closePayment(state: RegisterState): RegisterState {
  const { phase } = state;
  if (phase.kind !== 'paying' || phase.order) return state;
  if (phase.doubt) return { ...state, phase: { ...phase, doubt: null } };
  if (phase.tendering) return { ...state, phase: { ...phase, tendering: null } };
  return { ...state, phase: { ...atCart, last: phase.last } };
}

/** Whether cash is typed: no sale is on its way, nothing is asked, and no other payment open. */
function takesCash({ order, doubt, tendering }: Paying): boolean {
  return order === null && doubt === null && tendering === null;
}

/** Another cash in the sheet. */
function changeCash(state: RegisterState, change: (cash: TypedCash) => TypedCash | null): Step {
  const { phase } = state;
  if (phase.kind !== 'paying' || !takesCash(phase)) return step(state);
  const cash = change(phase.cash);
  if (!cash) return step(state, { kind: 'beep' });
  return step({ ...state, phase: { ...phase, cash, failure: null } });
}

/** Digits behind those that are there; a quick amount gives way to them. */
export function typeCash(state: RegisterState, digits: string): Step {
  return changeCash(state, (cash) => {
    const typed = typedDigits((cash.isQuick ? '' : cash.digits) + digits);
    return typed === undefined ? null : { digits: typed, isQuick: false };
  });
}

/** The whole amount at once; says why when it is none. */
export function writeCash(
  state: RegisterState,
  text: string,
  how: { readonly isPasted: boolean },
): Step {
  const digits = writtenDigits(text, how);
  if (digits !== undefined) return changeCash(state, () => ({ digits, isQuick: false }));
  const { phase } = state;
  if (phase.kind !== 'paying' || !takesCash(phase)) return step(state);
  const failure = { code: 'CASH_INVALID', data: { text: text.slice(0, TEXT_TOLD_MAX) } };
  return step({ ...state, phase: { ...phase, failure } }, { kind: 'beep' });
}

/** A likely amount. */
export function chooseCash(state: RegisterState, amount: Rupiah | undefined): Step {
  if (amount === undefined) return step(state);
  return changeCash(state, () => ({ digits: String(amount), isQuick: true }));
}

/** The last digit goes, or a quick amount whole. */
export function eraseCash(state: RegisterState): Step {
  return changeCash(state, ({ digits, isQuick }) => {
    return { digits: isQuick ? '' : digits.slice(0, -1), isQuick: false };
  });
}

/** The likely amounts for what is due. */
export function quickAmounts(state: RegisterState): Rupiah[] {
  return quickCash(dueRupiah(state));
}

/**
 * Takes the money: sends the sale, once. Scans that came into no cart are to be seen first, and
 * those that are looked up waited for. Too little is taken as a part once a person has said so;
 * what is doubtful is asked about first, unless a person touched that very amount.
 */
export function takeCash(state: RegisterState, { isSure }: { readonly isSure: boolean }): Step {
  const { phase, cart } = state;
  if (phase.kind !== 'paying' || phase.tendering) return step(state);
  const held = holdUp(state);
  if (held) return held;
  const due = dueRupiah(state);
  const { digits, isQuick } = phase.cash;
  const received = receivedCash(due, digits);
  const doubt = isSure ? null : payDoubt(state, { due, received, isQuick });
  if (doubt) return step({ ...state, phase: { ...phase, doubt, failure: null } }, { kind: 'beep' });
  if (received === 0 && due > 0) {
    const failure = { code: 'TENDER_SHORT', data: { missingRupiah: due } };
    return step({ ...state, phase: { ...phase, failure, doubt: null } }, { kind: 'beep' });
  }
  const cash = { kind: 'cash' as const, amountRupiah: received };
  // What is left may be so little that rounding leaves nothing of it in cash; so may what is over.
  const { cashlessRupiah: left } = leftToPay(state);
  const isPaid = left <= 0;
  const givesCashBack = due < 0 ? isSure : due === 0 && left < 0;
  const tenders = [...(cart.tenders ?? []), ...(isPaid ? [] : [cash])];
  return received < due ? keepTenders(state, tenders) : sendSale(state, { tenders, givesCashBack });
}

/** What is to be asked before so much cash is taken. */
function payDoubt(
  state: RegisterState,
  cash: { readonly due: Rupiah; readonly received: Rupiah; readonly isQuick: boolean },
): PayDoubt | null {
  const { due, received, isQuick } = cash;
  if (leftToPay(state).cashlessRupiah < 0 && due < 0) return 'over';
  if (due <= 0) return null;
  if (received < due) return received === 0 ? null : 'part';
  return isQuick ? null : doubtCash(due, received);
}

/** What has to be done before money is taken; undefined where nothing has. */
export function holdUp(state: RegisterState): Step | undefined {
  const { phase, cart } = state;
  if (phase.kind !== 'paying' || phase.order) return step(state);
  if (state.lost.length > 0) return step({ ...state, lost: [] });
  const isEarly = awaitsScans(state) || cart.lines.length === 0;
  return isEarly ? step(state, { kind: 'beep' }) : undefined;
}

/** A part was taken: it is kept with the cart, and the rest is asked for. */
export function keepTenders(state: RegisterState, tenders: readonly Tender[]): Step {
  const { phase, cart } = state;
  if (phase.kind !== 'paying') return step(state);
  const fresh = { cash: noCash, cashBefore: noCash, doubt: null, failure: null, tendering: null };
  const { tenders: _, ...rest } = cart;
  const kept = tenders.length === 0 ? rest : { ...rest, tenders };
  const next = { ...state, cart: kept, phase: { ...phase, ...fresh } };
  return step(next, keepCart(next));
}

/** What a sale is paid with. */
interface Payment {
  readonly tenders: readonly Tender[];
  /** Whether a person has said that cash goes back for what was paid without. */
  readonly givesCashBack: boolean;
}

/** Sends the sale to the till. */
export function sendSale(state: RegisterState, { tenders: taken, givesCashBack }: Payment): Step {
  const { phase, cart, terms } = state;
  if (phase.kind !== 'paying') return step(state);
  const { totalRupiah } = pricedCart(state);
  const tenders = trimCredits(totalRupiah, taken);
  const rounding = roundingOf(totalRupiah, tenders, terms.cashRoundingRupiah);
  const order = {
    id: cart.id,
    lines: orderLines(cart.lines),
    ...cartTerms(cart),
    tenders: [...tenders],
    ...(givesCashBack ? { givesCashBack } : {}),
    expectedTotalRupiah: rupiah(totalRupiah + rounding),
  };
  const sending = { ...phase, doubt: null, failure: null, order, isUnanswered: false };
  return step({ ...state, phase: sending }, sendOrder(state, order));
}

/**
 * The payment of a cart that has changed under it: what was typed stays, and is held against the
 * new sum. One with nothing to pay for ends.
 */
export function refreshPayment(before: RegisterState, after: RegisterState): RegisterState {
  const { phase } = after;
  if (phase.kind !== 'paying' || phase.order) return after;
  if (after.cart.lines.length === 0 && !awaitsScans(after)) {
    return { ...after, phase: { ...atCart, last: phase.last } };
  }
  const isSame = before.phase.kind !== 'paying' || dueRupiah(before) === dueRupiah(after);
  return isSame || !phase.doubt ? after : { ...after, phase: { ...phase, doubt: null } };
}
