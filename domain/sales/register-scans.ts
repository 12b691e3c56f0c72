import { SCANNED_MAX, type Scanned } from '../catalog/barcode.ts';
import { isInvitationLike } from '../enrolment/invitation-like.ts';
import { isVoucherLike } from '../payments/voucher.ts';
import { scanVoucher } from './register-tender.ts';
import { isReceiptLike } from '../journal/receipt-link.ts';
import { addToPast } from './register-undo.ts';
import { pcs } from '../quantity.ts';
import { type OpenedCart, SCANS_MAX } from './kept-cart.ts';
import { beginNext, failureOf, putInCart } from './register-cart.ts';
import { andThen, keepCart, type RegisterEffect, step, type Step } from './register-events.ts';
import {
  type Failure,
  noSearch,
  nothingTyped,
  type RegisterState,
  type ScanAnswer,
  type WaitingScan,
} from './register-state.ts';

/**
 * Takes a scan: it is looked up, and waits for those before it. On another screen than the
 * register it goes to that screen, or is told as lost. An invitation is for the page of the hub,
 * wherever it is scanned, a receipt for the screen of the sales, where that is open, and a voucher
 * for the payment.
 */
export function takeScan(state: RegisterState, { code, isWhole }: Scanned): Step {
  if (isReceiptLike(code)) return step(state, { kind: 'scannedReceipt', code });
  if (isVoucherLike(code)) return scanVoucher(state, code);
  if (isInvitationLike(code)) return step(state, { kind: 'scannedInvitation', text: code });
  if (state.screen === 'catalog') return step(state, { kind: 'scannedInCatalog', code, isWhole });
  if (state.screen === 'sales') return step(state, { kind: 'scannedInSales', code, isWhole });
  if (state.screen === 'other') return loseUnheard(state, code);
  return waitInCart(state, { code, isWhole, wordsIn: null });
}

/** Takes the best match of what is typed, as soon as the till has said which it is. */
export function takeWords(state: RegisterState): Step {
  const code = state.search.text.trim();
  if (code === '' || state.phase.kind === 'paying') return step(state);
  return waitInCart(state, { code, isWhole: false, wordsIn: state.category });
}

/** Looks it up for the cart of this page, behind those that wait already. */
function waitInCart(
  state: RegisterState,
  { code, isWhole, wordsIn }: Scanned & Pick<WaitingScan, 'wordsIn'>,
): Step {
  if (code.length > SCANNED_MAX || state.scans.length >= SCANS_MAX) {
    return loseUnheard(state, code.slice(0, SCANNED_MAX));
  }
  const { tickets: ticket, typed } = state;
  const quantityMilli = typed.next;
  const scan: WaitingScan = { ticket, code, isWhole, wordsIn, quantityMilli, answer: null };
  const next: RegisterState = {
    ...state,
    tickets: ticket + 1,
    typed: nothingTyped,
    over: state.over === 'shift' ? 'shift' : 'nothing', // a scan closes whatever was asked
    scans: [...state.scans, scan],
  };
  const isCovered = state.phase.kind === 'paying' || state.over === 'shift';
  // Before the till has said which cart is this page's there is none to keep.
  const keeps = state.phase.kind === 'opening' ? [] : [keepCart(next)];
  // Asked first: keeping takes the till as long as its disk does, and somebody waits for the line.
  return step(next, ...(isCovered ? [beep] : []), lookUp(scan), ...keeps);
}

/** Looks up again what was scanned before the page was loaded anew. */
export function takeScansOver(state: RegisterState, scans: OpenedCart['scans']): Step {
  return scans.reduce(
    (before, { code, isWhole, quantityMilli }) =>
      andThen(before, (next) => {
        const typed = { ...next.typed, next: quantityMilli ?? undefined };
        const taken = waitInCart({ ...next, typed }, { code, isWhole, wordsIn: null });
        return step({ ...taken.state, typed: next.typed }, ...taken.effects);
      }),
    step(state),
  );
}

/** Notes what the till answered, and puts into the cart what can come into it. */
export function takeAnswer(state: RegisterState, ticket: number, answer: ScanAnswer): Step {
  const scan = state.scans.find((one) => one.ticket === ticket);
  if (!scan || (scan.answer && scan.answer.kind !== 'unanswered')) return step(state);
  const isAskedAgain = answer.kind === 'unanswered' && state.connection === 'open';
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
  return andThen(settle(rest, scan, answer), drainScans);
}

/** What becomes of a scan that is answered. */
function settle(
  state: RegisterState,
  scan: WaitingScan,
  answer: Exclude<ScanAnswer, { kind: 'unanswered' }>,
): Step {
  if (answer.kind === 'found') return place(state, scan, answer);
  if (answer.kind === 'failed') return loseScan(state, scan, answer.failure);
  return step(giveBackQuantity(state, scan), keepCart(state), beep);
}

/** What waits for the end of the payment and will come into no cart is told at once. */
function loseFailed(state: RegisterState): Step {
  const scan = state.scans.find(({ answer }) => answer?.kind === 'failed');
  if (scan?.answer?.kind !== 'failed') return step(state);
  const rest = { ...state, scans: state.scans.filter((one) => one !== scan) };
  return andThen(loseScan(rest, scan, scan.answer.failure), loseFailed);
}

/**
 * Puts what was scanned during the payment into the cart that is being paid. Another payment than
 * cash that is open was asked for less, and is left.
 */
export function addScans(state: RegisterState): Step {
  const { phase } = state;
  if (phase.kind !== 'paying' || phase.order) return step(state);
  return drainScans({ ...state, phase: { ...phase, tendering: null, ownTickets: state.tickets } });
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
    return andThen(begun, (next) => {
      const quantityMilli = scan.quantityMilli ?? pcs(1);
      const added = putInCart(next, product, unit, quantityMilli, scan.ticket);
      const isLate = next.past.some(({ tickets }) => scan.ticket < tickets);
      const past = isLate
        ? addToPast(next.past, scan.ticket, { product, unit, quantityMilli })
        : added.state.past;
      return step({ ...withoutWords(added.state, scan), past }, ...added.effects);
    });
  } catch (error) {
    return loseScan(state, scan, failureOf(error));
  }
}

/** Words that have found their product leave the search, unless it was typed into its own field. */
function withoutWords(state: RegisterState, { code, wordsIn }: WaitingScan): RegisterState {
  const { isFromPage, text } = state.search;
  const isDone = wordsIn !== null && isFromPage && text.trim() === code;
  return isDone ? { ...state, search: noSearch } : state;
}

function loseScan(state: RegisterState, scan: WaitingScan, failure: Failure): Step {
  const next = giveBackQuantity(state, scan);
  return step(lose(next, scan.code, failure), keepCart(next), beep);
}

/**
 * A scan that comes into no cart gives back the quantity that was fixed for it, unless another was
 * scanned or typed since.
 */
function giveBackQuantity(
  state: RegisterState,
  { ticket, quantityMilli }: WaitingScan,
): RegisterState {
  const { typed, tickets } = state;
  const isNewest = ticket === tickets - 1;
  const isFree = typed.text === '' && typed.next === undefined;
  return isNewest && isFree ? { ...state, typed: { text: '', next: quantityMilli } } : state;
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

function lookUp({ ticket, code, isWhole, wordsIn }: WaitingScan): RegisterEffect {
  return wordsIn === null
    ? { kind: 'lookUp', ticket, code, isWhole }
    : { kind: 'findBest', ticket, text: code, category: wordsIn };
}
