import { isSettled } from '../surface.ts';
import {
  leaveCart,
  takeBooked,
  takeHandedOver,
  takeConnection,
  takeOpened,
  takeRefused,
  takeResumed,
  takeTerms,
  takeUnanswered,
} from './register-answers.ts';
import { refuse } from './register-cart.ts';
import { takeLeave, takeNoLeave } from './register-change.ts';
import { doAct } from './register-do.ts';
import { leavePad } from './register-pad.ts';
import { refreshPayment } from './register-payment.ts';
import { loseUnheard, takeAnswer } from './register-scans.ts';
import {
  andThen,
  type KeyPressed,
  type RegisterEffect,
  type RegisterEvent,
  step,
  type Step,
} from './register-events.ts';
import { surfaceName } from './register-due.ts';
import type { NewId, RegisterState } from './register-state.ts';
import { takeShift, takeShiftRefused } from './register-shift.ts';
import { refuseSwitch } from './register-switch.ts';
import { takeTrainingAllowed } from './register-training.ts';
import { readKeys, takeKey } from './register-typing.ts';

/** What follows an event; of a key also whether anything else may still act on it. */
export interface RegisterStep extends Step {
  /** `default`: the browser must not act on it; `all`: nothing at all must. */
  readonly isTaken: 'no' | 'default' | 'all';
}

type ActEvent = Extract<RegisterEvent, { readonly kind: 'act' }>;

/**
 * The register: an event in, the state after it and what is to be done out. No speed of hand,
 * scanner or computer changes what is sold or paid: everything is judged by the events' own time
 * stamps, a scan is one unit, an amount is what somebody typed, a sale is what somebody confirmed.
 */
export function stepRegister(
  before: RegisterState,
  event: RegisterEvent,
  newId: NewId,
): RegisterStep {
  if (before.connection === 'ended' && isOfPerson(event)) return leaveUndone(before, event);
  const { state, effects, isTaken } = stepKeyOrEvent(before, event, newId);
  return { state: withSurface(refreshPayment(before, state), event), effects, isTaken };
}

type OfPerson = Extract<
  RegisterEvent,
  { readonly kind: 'key' | 'pause' | 'pointer' | 'act' | 'unheard' }
>;

function isOfPerson(event: RegisterEvent): event is OfPerson {
  return ['key', 'pause', 'pointer', 'act', 'unheard'].includes(event.kind);
}

/** What would be done here would never reach the till; a scanner's Enter is answered by a beep. */
function leaveUndone(state: RegisterState, event: OfPerson): RegisterStep {
  if (event.kind !== 'key') return { ...step(state), isTaken: 'no' };
  const beeps: readonly RegisterEffect[] =
    event.key === 'Enter' && !event.isRepeat ? [{ kind: 'beep' }] : [];
  // The list of what the till never got may be longer than the screen.
  return { ...step(state, ...beeps), isTaken: scrollKeys.includes(event.key) ? 'no' : 'all' };
}

const scrollKeys: readonly string[] = ['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End'];

function stepKeyOrEvent(state: RegisterState, event: RegisterEvent, newId: NewId): RegisterStep {
  const left = leavePad(state, event);
  if (left.isTaken) return { ...left, isTaken: 'default' };
  const after = stepAfterPad(left.state, event, newId);
  return { ...after, effects: [...left.effects, ...after.effects] };
}

function stepAfterPad(state: RegisterState, event: RegisterEvent, newId: NewId): RegisterStep {
  if (event.kind !== 'key') return { ...stepEvent(state, event, newId), isTaken: 'no' };
  const { act, isTaken, ...read } = takeKey(state, event);
  if (!act) return { ...read, isTaken };
  const answers = event.key === 'Enter' || event.key === 'Escape';
  const done = andThen(read, (next) => {
    const isEarly = answers && isTooSoon(next, { act, atMs: event.atMs, by: 'keyboard' });
    return isEarly ? step(next) : doAct(next, act, newId);
  });
  return { ...done, isTaken };
}

function stepEvent(
  state: RegisterState,
  event: Exclude<RegisterEvent, KeyPressed>,
  newId: NewId,
): Step {
  switch (event.kind) {
    case 'pause':
      return readKeys(state, { kind: 'pause', pausedMs: event.pausedMs });
    case 'pointer':
      return readKeys(state, { kind: 'other' });
    case 'act':
      return isTooSoon(state, event)
        ? step(state)
        : noteRemoval(event, doAct(state, event.act, newId));
    case 'shown':
      return step(markShown(state, event.name, event.atMs));
    case 'screen':
      // Keys that wait are not ended by it: a scan that began meanwhile stays one.
      return step({ ...state, screen: event.screen, over: 'nothing' });
    case 'unheard':
      return loseUnheard(state, event.code);
    case 'terms':
      return step(takeTerms(state, event.terms));
    case 'tendersInUse':
      return step({ ...state, tendersInUse: event.kinds });
    case 'shift':
      return step(takeShift(state, event.isOpen));
    case 'shiftRefused':
      return takeShiftRefused(state, event.failure);
    case 'connection':
      return takeConnection(state, event.is);
    case 'kept':
      return step({ ...state, kept: event.cart });
    case 'handedOver':
      return takeHandedOver(state, event.handed);
    case 'opened':
      return takeOpened(state, event.cart, event.unkept);
    case 'switchRefused':
      return refuseSwitch(state, event.failure);
    case 'resumed':
      return takeResumed(state, event, newId);
    case 'lookedUp':
      return takeAnswer(state, event.ticket, event.answer);
    case 'allowed':
      return takeLeave(state, event.id);
    case 'notAllowed':
      return takeNoLeave(state, event.failure);
    case 'trainingAllowed':
      return takeTrainingAllowed(state, newId);
    case 'booked':
      return takeBooked(state, event.receipt, newId);
    case 'refused':
      return takeRefused(state, event.id, event.failure, newId);
    case 'unanswered':
      return takeUnanswered(state, event.id);
    case 'taken':
      return event.id === state.cart.id ? leaveCart(state, null, newId) : step(state);
    case 'failed':
      return refuse(state, event.failure);
  }
}

/**
 * Whether an act was meant for what was there before: the second half of a double tap, or an Enter
 * pressed twice. The change stays for all of them until it can have been seen, and so does the
 * float with which a shift is opened.
 */
function isTooSoon(
  { surface, removedAtMs }: RegisterState,
  { act, atMs, by }: Pick<ActEvent, 'act' | 'atMs' | 'by'>,
): boolean {
  // The line below has come to where the one that was removed has been.
  if (act.on === 'remove' && by === 'pointer' && !isSettled(removedAtMs, atMs)) return true;
  const shownAtMs = act.on === 'product' ? surface.shelfAtMs : surface.shownAtMs;
  if (by === 'text' || isSettled(shownAtMs, atMs)) return false;
  return by === 'pointer' || surface.isByEnter || /^(paid|shift$)/.test(surface.name);
}

function noteRemoval({ act, atMs }: ActEvent, done: Step): Step {
  return act.on === 'remove' ? { ...done, state: { ...done.state, removedAtMs: atMs } } : done;
}

function markShown(state: RegisterState, name: string, atMs: number): RegisterState {
  const { surface } = state;
  const isNew = surface.name === name && surface.shownAtMs === null;
  if (!isNew) return state;
  const shelfAtMs = surface.shelfAtMs ?? (isBesideShelf(name) ? atMs : null);
  return { ...state, surface: { ...surface, shownAtMs: atMs, shelfAtMs } };
}

function withSurface(state: RegisterState, event: RegisterEvent): RegisterState {
  const { surface } = state;
  const name = surfaceName(state);
  if (name === surface.name) return state;
  const isAnswer = event.kind !== 'key' && event.kind !== 'act';
  const isByEnter =
    (event.kind === 'key' && event.key === 'Enter') ||
    (event.kind === 'act' && event.by === 'keyboard') ||
    // The answer to an Enter brings it up, or changes what that has brought up.
    (isAnswer && (surface.isByEnter || surface.name === 'shift'));
  const isShelfSeen = isBesideShelf(name) && isBesideShelf(surface.name);
  const shelfAtMs = isShelfSeen ? surface.shelfAtMs : null;
  return { ...state, surface: { name, isByEnter, shownAtMs: null, shelfAtMs } };
}

function isBesideShelf(name: string): boolean {
  return /^(cart|paid)/.test(name);
}
