import { rupiah } from '../money.ts';
import { requireQrisAmount } from '../payments/qris-dynamic.ts';
import { type CashlessKind, isOfMoney, type Tender, TENDERS_MAX } from '../payments/tender.ts';
import { type Exchange, withExchange } from './join-exchange.ts';
import { beginNext, failureOf, refuse } from './register-cart.ts';
import { keepCart, step, type Step } from './register-events.ts';
import { holdUp, keepTenders, sendSale } from './register-payment.ts';
import { leftToPay } from './register-due.ts';
import { awaitsScans, type RegisterState } from './register-state.ts';

/**
 * Begins a payment without cash: of the amount that was typed, else of all that is left. What the
 * stall does not take is not begun; what was taken before it said so stays. While a scan of this
 * cart is looked up nobody knows yet what is left.
 */
export function openTender(state: RegisterState, kind: CashlessKind): Step {
  const { phase } = state;
  if (phase.kind !== 'paying' || phase.order || phase.doubt || phase.tendering) return step(state);
  if (!state.tendersInUse.includes(kind) || awaitsScans(state)) {
    return step(state, { kind: 'beep' });
  }
  if (kind === 'credit' && state.cart.isTraining) return refuse(state, trainingTender);
  const { digits } = phase.cash;
  const amount = digits === '' ? leftToPay(state).cashlessRupiah : Number(digits);
  if (amount <= 0) return step(state, { kind: 'beep' });
  try {
    if (kind === 'qris') requireQrisAmount(amount);
  } catch (error) {
    const failure = failureOf(error);
    return step({ ...state, phase: { ...phase, failure } }, { kind: 'beep' });
  }
  const tendering = { kind, amountRupiah: rupiah(amount) };
  return step({ ...state, phase: { ...phase, tendering, failure: null } });
}

/** A voucher is scanned while it is paid: it is looked at, and used once a person says so. */
export function scanVoucher(state: RegisterState, code: string): Step {
  const { phase } = state;
  if (state.screen !== 'register' || phase.kind !== 'paying') {
    return refuse(state, { code: 'VOUCHER_BEFORE_PAY', data: {} });
  }
  const { tendering } = phase;
  if (tendering?.kind === 'credit') {
    return step({ ...state, phase: { ...phase, tendering: { ...tendering, code } } });
  }
  const opened = openTender(state, 'credit');
  const { phase: now } = opened.state;
  const isOpen = now.kind === 'paying' && now.tendering?.kind === 'credit';
  return isOpen ? scanVoucher(opened.state, code) : opened;
}

/**
 * It was paid: the sale is sent, or the rest is asked for. What is more than is left was taken by a
 * terminal or a payer: it is recorded as it was, once a person has said that cash goes back.
 */
export function takeTender(
  state: RegisterState,
  { tender, givesCashBack }: { readonly tender: Tender; readonly givesCashBack: boolean },
): Step {
  const { phase, cart } = state;
  if (phase.kind !== 'paying' || phase.tendering === null) return step(state);
  const held = holdUp(state);
  if (held) return held;
  if (isTwice(cart.tenders ?? [], tender)) {
    const failure = { code: 'VOUCHER_TWICE', data: {} };
    return step({ ...state, phase: { ...phase, tendering: null, failure } }, { kind: 'beep' });
  }
  const left = leftToPay(state).cashlessRupiah - tender.amountRupiah;
  if (left < 0 && !givesCashBack) return step(state, { kind: 'beep' });
  const tenders = [...(cart.tenders ?? []), tender];
  const kept = keepTenders(state, tenders);
  if (left > 0) return kept;
  const sent = sendSale(kept.state, { tenders, givesCashBack });
  return { state: sent.state, effects: [...kept.effects, ...sent.effects] };
}

/** Whether a voucher is in the cart already. */
function isTwice(taken: readonly Tender[], tender: Tender): boolean {
  if (tender.kind !== 'credit') return false;
  return taken.some((one) => one.kind === 'credit' && one.code === tender.code);
}

const trainingTender = { code: 'TRAINING_TENDER', data: {} };

/** Goods that come back for this cart are a part of its payment, whatever is in it by now. */
export function takeExchange(
  state: RegisterState,
  { id, tender }: { readonly id: string; readonly tender: Exchange },
): Step {
  if (state.cart.isTraining) return refuse(state, trainingTender);
  const { state: begun, effects } = beginNext(state, { isSeen: false });
  const tenders = withExchange(begun.cart.tenders ?? [], tender);
  if (!tenders) return refuse(state, { code: 'EXCHANGE_TWICE', data: {} });
  if (begun.cart.id !== id || begun.phase.kind !== 'cart' || tenders.length > TENDERS_MAX) {
    return refuse(state, { code: 'EXCHANGE_NOT_TAKEN', data: {} });
  }
  const next = { ...begun, cart: { ...begun.cart, tenders } };
  return step(next, ...effects, keepCart(next));
}

/** A voucher, or goods in exchange, are given up while the cart is built: no money was taken. */
export function giveUpTender(state: RegisterState, at: number): Step {
  const { tenders: taken = [], ...rest } = state.cart;
  const one = taken[at];
  if (!one || isOfMoney(one.kind)) return step(state, { kind: 'beep' });
  const tenders = taken.toSpliced(at, 1);
  const next = { ...state, cart: tenders.length === 0 ? rest : { ...rest, tenders } };
  return step(next, keepCart(next));
}

/** A tender that was taken goes back to who paid it, before the sale is booked. */
export function dropTender(state: RegisterState, at: number): Step {
  const { phase, cart } = state;
  if (phase.kind !== 'paying' || phase.order || phase.doubt) return step(state);
  return keepTenders(state, (cart.tenders ?? []).toSpliced(at, 1));
}
