import type { RegisterAct } from './register-acts.ts';
import { step, type Step } from './register-events.ts';
import { openPayment } from './register-payment.ts';
import { seeLost } from './register-scans.ts';
import { type Failure, nothingTyped, type RegisterState } from './register-state.ts';

/**
 * Opens the payment; first the sheet that opens a shift, where there is none to sell in. Training
 * needs none.
 */
export function beginPayment(state: RegisterState): RegisterState {
  const paying = openPayment(state);
  const needsShift = state.shift.isOpen === false && !state.cart.isTraining;
  return paying !== state && needsShift ? askForShift(state) : paying;
}

/** Lays the sheet that opens a shift over the cart, or over the payment that the till refused. */
export function askForShift(state: RegisterState): RegisterState {
  const shift = { isOpen: false, isSending: false, failure: null };
  return { ...state, over: 'shift', shift, typed: nothingTyped };
}

/** What can be done at the sheet: what lies below it waits. */
export function doOnShiftSheet(state: RegisterState, act: RegisterAct): Step {
  const { shift } = state;
  if (act.on === 'seen') return seeLost(state);
  if (shift.isSending) return step(state);
  if (act.on === 'leaveShift') return step({ ...state, over: 'nothing' });
  if (act.on !== 'openShift') return step(state);
  const sending = { ...shift, isSending: true, failure: null };
  return step({ ...state, shift: sending }, { kind: 'openShift', float: act.float });
}

/**
 * Whether a shift is open now. With one, whoever opened it, the sheet goes on to the payment that
 * it was asked for: money is taken there, when somebody says so.
 */
export function takeShift(state: RegisterState, isOpen: boolean): RegisterState {
  const isAnswered = isOpen || state.over !== 'shift';
  const shift = isAnswered ? { isOpen, isSending: false, failure: null } : state.shift;
  const next = { ...state, shift: { ...shift, isOpen } };
  if (!isOpen || state.over !== 'shift') return next;
  return openPayment({ ...next, over: 'nothing' });
}

/** It was not opened: the sheet stays, and says why. Where another window was first, it goes on. */
export function takeShiftRefused(state: RegisterState, failure: Failure | null): Step {
  if (failure?.code === 'SHIFT_OPEN') return step(takeShift(state, true));
  const shift = { ...state.shift, isSending: false, failure };
  return step({ ...state, shift }, ...(failure ? [{ kind: 'beep' } as const] : []));
}
