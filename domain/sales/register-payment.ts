import { rupiah, type Rupiah } from '../money.ts';
import { doubtCash, receivedCash, typedDigits, writtenDigits } from '../payments/cash.ts';
import { quickCash } from '../payments/quick-cash.ts';
import { orderLines } from './cart.ts';
import { cartTerms, step, type Step } from './register-events.ts';
import {
  atCart,
  awaitsScans,
  dueRupiah,
  noCash,
  nothingTyped,
  type Paying,
  type RegisterState,
  type TypedCash,
} from './register-state.ts';

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
  return { ...state, phase: { ...atCart, last: phase.last } };
}

/** Another cash in the sheet. */
function changeCash(state: RegisterState, change: (cash: TypedCash) => TypedCash | null): Step {
  const { phase } = state;
  if (phase.kind !== 'paying' || phase.order || phase.doubt) return step(state);
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
  if (phase.kind !== 'paying' || phase.order || phase.doubt) return step(state);
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
 * those that are looked up waited for. Too little is refused; what is doubtful is asked about
 * first, unless a person touched that very amount.
 */
export function takeCash(state: RegisterState, { isSure }: { readonly isSure: boolean }): Step {
  const { phase, cart } = state;
  if (phase.kind !== 'paying' || phase.order) return step(state);
  if (state.lost.length > 0) return step({ ...state, lost: [] });
  if (awaitsScans(state) || cart.lines.length === 0) return step(state, { kind: 'beep' });
  const due = dueRupiah(state);
  const { digits, isQuick } = phase.cash;
  const received = receivedCash(due, digits);
  if (received < due) {
    const failure = { code: 'TENDER_SHORT', data: { missingRupiah: rupiah(due - received) } };
    return step({ ...state, phase: { ...phase, failure } }, { kind: 'beep' });
  }
  const doubt = isSure || isQuick ? null : doubtCash(due, received);
  if (doubt) return step({ ...state, phase: { ...phase, doubt } }, { kind: 'beep' });
  const order = {
    id: cart.id,
    lines: orderLines(cart.lines),
    ...cartTerms(cart),
    tenders: [{ kind: 'cash' as const, amountRupiah: received }],
    expectedTotalRupiah: due,
  };
  const sending = { ...phase, doubt: null, failure: null, order, isUnanswered: false };
  return step({ ...state, phase: sending }, { kind: 'ringUp', order });
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
