import { pcs } from '../quantity.ts';
import type { OpenedCart } from './contract.ts';
import { beginNext, failureOf, putInCart } from './register-cart.ts';
import { andThen, keepCart, type RegisterEffect, step, type Step } from './register-events.ts';
import {
  type Failure,
  nothingTyped,
  type RegisterState,
  type ScanAnswer,
  type WaitingScan,
} from './register-state.ts';

/** What was scanned. */
interface Scanned {
  readonly code: string;
  readonly isWhole: boolean;
}

/**
 * Takes a scan: it is looked up, and waits for those before it. On another screen than the
 * register it goes to that screen, or is told as lost.
 */
export function takeScan(state: RegisterState, { code, isWhole }: Scanned): Step {
  if (state.screen === 'catalog') return step(state, { kind: 'scannedInCatalog', code });
  if (state.screen === 'other') return loseUnheard(state, code);
  return waitInCart(state, { code, isWhole });
}

/** Looks a code up for the cart of this page, behind those that wait already. */
function waitInCart(state: RegisterState, { code, isWhole }: Scanned): Step {
  const ticket = state.tickets;
  const counted = { ...state, tickets: ticket + 1 };
  const scan: WaitingScan = {
    ticket,
    code,
    isWhole,
    quantityMilli: state.typed.next,
    answer: null,
  };
  const next: RegisterState = {
    ...counted,
    typed: nothingTyped,
    over: 'nothing', // a scan closes whatever was asked
    scans: [...state.scans, scan],
  };
  const isPaying = state.phase.kind === 'paying';
  // Before the till has said which cart is this page's there is none to keep.
  const keeps = state.phase.kind === 'opening' ? [] : [keepCart(next)];
  return step(next, ...(isPaying ? [beep] : []), ...keeps, lookUp(scan));
}

/** Looks up again what was scanned before the page was loaded anew. */
export function takeScansOver(state: RegisterState, scans: OpenedCart['scans']): Step {
  return scans.reduce(
    (before, { code, isWhole, quantityMilli }) =>
      andThen(before, (next) => {
        const typed = { ...next.typed, next: quantityMilli ?? undefined };
        const taken = waitInCart({ ...next, typed }, { code, isWhole });
        return step({ ...taken.state, typed: next.typed }, ...taken.effects);
      }),
    step(state),
  );
}

/** Notes what the till answered, and puts into the cart what can come into it. */
export function takeAnswer(state: RegisterState, ticket: number, answer: ScanAnswer): Step {
  const scan = state.scans.find((one) => one.ticket === ticket);
  if (!scan || (scan.answer && scan.answer.kind !== 'unanswered')) return step(state);
  const isAskedAgain = answer.kind === 'unanswered' && state.line === 'open';
  if (isAskedAgain) return step(state, lookUp(scan));
  const scans = state.scans.map((one) => (one === scan ? { ...one, answer } : one));
  return drainScans({ ...state, scans });
}

/** Asks again for what was not answered before the connection was lost. */
export function askAgain(state: RegisterState): Step {
  const scans = state.scans.map((scan) =>
    scan.answer?.kind === 'unanswered' ? { ...scan, answer: null } : scan,
  );
  const asked = state.scans.filter(({ answer }) => answer?.kind === 'unanswered');
  return step({ ...state, scans }, ...asked.map(lookUp));
}

/**
 * Puts what was scanned into the cart, oldest first, as far as it is answered. What came during a
 * payment waits: it belongs to this cart when a person says so, else to the next.
 */
export function drainScans(state: RegisterState): Step {
  const { phase, scans } = state;
  const [scan, ...others] = scans;
  const answer = scan?.answer;
  if (phase.kind === 'opening' || !scan || !answer || answer.kind === 'unanswered') {
    return step(state);
  }
  if (phase.kind === 'paying' && (phase.order || scan.ticket >= phase.ownTickets)) {
    return loseFailed(state);
  }
  const rest = { ...state, scans: others };
  const placed =
    answer.kind === 'failed' ? loseScan(rest, scan, answer.failure) : place(rest, scan, answer);
  return andThen(placed, drainScans);
}

/** What waits for the end of the payment and will come into no cart is told at once. */
function loseFailed(state: RegisterState): Step {
  const scan = state.scans.find(({ answer }) => answer?.kind === 'failed');
  if (scan?.answer?.kind !== 'failed') return step(state);
  const rest = { ...state, scans: state.scans.filter((one) => one !== scan) };
  return andThen(loseScan(rest, scan, scan.answer.failure), loseFailed);
}

/** Puts what was scanned during the payment into the cart that is being paid. */
export function addScans(state: RegisterState): Step {
  const { phase } = state;
  if (phase.kind !== 'paying' || phase.order) return step(state);
  return drainScans({ ...state, phase: { ...phase, ownTickets: state.tickets } });
}

/** Forgets the lost scans: somebody has seen them. */
export function seeLost(state: RegisterState): Step {
  return step({ ...state, lost: [] });
}

function place(
  state: RegisterState,
  scan: WaitingScan,
  { product, unit }: Extract<ScanAnswer, { kind: 'found' }>,
): Step {
  const { phase } = state;
  const isNext = phase.kind === 'paid' && scan.ticket >= phase.ownTickets;
  const begun = isNext ? beginNext(state, { isSeen: false }) : step(state);
  try {
    const added = putInCart(begun.state, product, unit, scan.quantityMilli ?? pcs(1));
    return { state: added.state, effects: [...begun.effects, ...added.effects] };
  } catch (error) {
    return loseScan(state, scan, failureOf(error));
  }
}

/** A scan that comes into no cart gives back the quantity that was fixed for it. */
function loseScan(state: RegisterState, scan: WaitingScan, failure: Failure): Step {
  const { code, quantityMilli } = scan;
  const isFree = state.typed.text === '' && state.typed.next === undefined;
  const typed = isFree ? { text: '', next: quantityMilli } : state.typed;
  const next = { ...state, typed };
  return step(lose(next, code, failure), keepCart(next), beep);
}

/** Tells what came into no cart, until somebody has seen it. */
export function lose(state: RegisterState, code: string, failure: Failure): RegisterState {
  const { tickets: ticket, lost } = state;
  return { ...state, tickets: ticket + 1, lost: [...lost, { ticket, code, failure }] };
}

/** A scan that the screen had no use for. */
export function loseUnheard(state: RegisterState, code: string): Step {
  return step(lose(state, code, { code: 'SCAN_NOT_ADDED', data: { code } }), beep);
}

const beep: RegisterEffect = { kind: 'beep' };

function lookUp({ ticket, code, isWhole }: WaitingScan): RegisterEffect {
  return { kind: 'lookUp', ticket, code, isWhole };
}
