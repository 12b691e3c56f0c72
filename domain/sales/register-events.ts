import type { CashlessKind, Tender } from '../payments/tender.ts';
import type { CashCount } from '../shifts/cash-count.ts';
import { agreedOn } from './cart.ts';
import type { Ask } from './cart-change.ts';
import type { CartSwitch, KeptCart, OpenedCart } from './kept-cart.ts';
import type { RingUp } from './order.ts';
import type { HandedOver } from './handed-over.ts';
import type { Receipt } from './receipt.ts';
import type { RegisterAct } from './register-acts.ts';
import type { CartSheet, Failure, KeyScreen, RegisterState, ScanAnswer } from './register-state.ts';
import type { KeyPlace } from './scan.ts';
import type { Terms } from './terms.ts';

/** What the register is told. Times are time stamps of the event itself, ms on the page's clock. */
export type RegisterEvent =
  | KeyPressed
  /** No key has come for so long, and none waits to be handled. */
  | { readonly kind: 'pause'; readonly pausedMs: number }
  /** A touch or click somewhere: what was typed before it is no part of a code. */
  | { readonly kind: 'pointer' }
  | {
      readonly kind: 'act';
      readonly act: RegisterAct;
      readonly atMs: number;
      readonly by: ActedBy;
    }
  | { readonly kind: 'shown'; readonly name: string; readonly atMs: number }
  | { readonly kind: 'screen'; readonly screen: KeyScreen }
  /** A scan on the screen of the catalog or of the sales that nothing there takes. */
  | { readonly kind: 'unheard'; readonly code: string }
  | { readonly kind: 'terms'; readonly terms: Terms }
  /** What the stall takes beside cash. */
  | { readonly kind: 'tendersInUse'; readonly kinds: readonly CashlessKind[] }
  /** Whether a shift is open at this line's drawer, as it changes. */
  | { readonly kind: 'shift'; readonly isOpen: boolean }
  /** The shift was not opened; `failure` is null where the person has thought better of it. */
  | { readonly kind: 'shiftRefused'; readonly failure: Failure | null }
  /** `ended`: the till was started anew, and does not know this page any more. */
  | { readonly kind: 'connection'; readonly is: 'lost' | 'open' | 'ended' }
  /** The till has this cart, as it is here. */
  | { readonly kind: 'kept'; readonly cart: KeptCart }
  /** What this page had scanned, and to tell, before it was loaded again. */
  | { readonly kind: 'handedOver'; readonly handed: Pick<HandedOver, 'lost' | 'scans'> }
  /** `unkept`: what this page had before it was loaded again, could not keep, and is not in it. */
  | { readonly kind: 'opened'; readonly cart: OpenedCart; readonly unkept: KeptCart | null }
  /** The cart stays that was to be parked. */
  | { readonly kind: 'switchRefused'; readonly failure: Failure }
  | Resumed
  | { readonly kind: 'lookedUp'; readonly ticket: number; readonly answer: ScanAnswer }
  /** What the cart with this id has asked leave for is allowed. */
  | { readonly kind: 'allowed'; readonly id: string }
  /** It is not; `failure` is null where the person has thought better of it. */
  | { readonly kind: 'notAllowed'; readonly failure: Failure | null }
  /** Whoever sells may train. */
  | { readonly kind: 'trainingAllowed' }
  | { readonly kind: 'booked'; readonly receipt: Receipt }
  | { readonly kind: 'refused'; readonly id: string; readonly failure: Failure }
  | { readonly kind: 'unanswered'; readonly id: string }
  /** Another page holds this cart. */
  | { readonly kind: 'taken'; readonly id: string }
  /** Something else that was asked of the till could not be done. */
  | { readonly kind: 'failed'; readonly failure: Failure };

/** A finger or mouse; the keyboard, on a button or in a list; text written into a field. */
export type ActedBy = 'pointer' | 'keyboard' | 'text';

/** What the till says of a cart after the connection was lost. */
export interface Resumed {
  readonly kind: 'resumed';
  readonly id: string;
  readonly isElsewhere: boolean;
  /** The sale that it has become. */
  readonly receipt: Receipt | null;
}

/** A key that went down. */
export interface KeyPressed {
  readonly kind: 'key';
  /** As the browser names it; with `Ctrl+` before it where that is held. */
  readonly key: string;
  readonly atMs: number;
  readonly isRepeat: boolean;
  readonly place: KeyPlace;
  /** Whether a button has the focus, which Enter would press. */
  readonly isOnButton: boolean;
  /** Whether text is selected in the field that has the focus: the key takes its place. */
  readonly isSelected: boolean;
  /** Whether what has the focus uses the arrows itself. */
  readonly usesArrows: boolean;
  /** Whether something that is not the register's lies over it and takes the keys. */
  readonly isCovered: boolean;
}

/** What is to be done because of it, in this order. */
export type RegisterEffect =
  | { readonly kind: 'openCart'; readonly fresh: string }
  | { readonly kind: 'resumeCart'; readonly id: string }
  | { readonly kind: 'switchCart'; readonly order: CartSwitch }
  | { readonly kind: 'keepCart'; readonly cart: KeptCart }
  | {
      readonly kind: 'lookUp';
      readonly ticket: number;
      readonly code: string;
      readonly isWhole: boolean;
    }
  | { readonly kind: 'ringUp'; readonly order: RingUp }
  | { readonly kind: 'ringUpTraining'; readonly order: RingUp }
  /** Asks whether whoever sells may train. */
  | { readonly kind: 'beginTraining' }
  /** Asks for leave, of whoever may where the one who sells may not. */
  | ({ readonly kind: 'allow' } & Ask)
  | { readonly kind: 'openShift'; readonly float: CashCount }
  /** A sale was booked: the shelf has changed. */
  | { readonly kind: 'shelfChanged' }
  | { readonly kind: 'beep' }
  /** `stays` until it is read, whatever is done meanwhile. */
  | { readonly kind: 'warn'; readonly failure: Failure; readonly stays: boolean }
  /** The cart was left by a page that is gone; or other pages show this till as well. */
  | { readonly kind: 'tell'; readonly leftAtMs: number | null; readonly otherPages: number }
  /** What was said has had its time; `all`: also what stays. */
  | { readonly kind: 'clearNotice'; readonly all: boolean }
  /** The field gets back the text that it had before the scan. */
  | { readonly kind: 'restoreField' }
  | { readonly kind: 'focusSearch' }
  /** Asks for the best match of words; answered as a look-up is. */
  | {
      readonly kind: 'findBest';
      readonly ticket: number;
      readonly text: string;
      readonly category: string;
    }
  /** A scan while the catalog's screen is open. */
  | { readonly kind: 'scannedInCatalog'; readonly code: string; readonly isWhole: boolean }
  /** A scan while the screen of the sales is open. */
  | { readonly kind: 'scannedInSales'; readonly code: string; readonly isWhole: boolean }
  /** The invitation of a hub, perhaps with a part of it lost: it has a secret, and is no goods. */
  | { readonly kind: 'scannedInvitation'; readonly text: string }
  /** The QR of a receipt, for the screen that looks for sales. */
  | { readonly kind: 'scannedReceipt'; readonly code: string }
  | { readonly kind: 'cartSheet'; readonly sheet: CartSheet }
  | { readonly kind: 'receiptQr' }
  | { readonly kind: 'menu' }
  | { readonly kind: 'shiftScreen' }
  | { readonly kind: 'whoSells' }
  | { readonly kind: 'paper' }
  | { readonly kind: 'reprint'; readonly number: string };

/** What follows an event. */
export interface Step {
  readonly state: RegisterState;
  readonly effects: readonly RegisterEffect[];
}

/** The state and what is to be done. */
export function step(state: RegisterState, ...effects: readonly RegisterEffect[]): Step {
  return { state, effects };
}

/** Goes on from a step. */
export function andThen(before: Step, next: (state: RegisterState) => Step): Step {
  const after = next(before.state);
  return { state: after.state, effects: [...before.effects, ...after.effects] };
}

/** Sends the order of this cart to the till, as what it is. */
export function sendOrder({ cart }: Pick<RegisterState, 'cart'>, order: RingUp): RegisterEffect {
  return { kind: cart.isTraining ? 'ringUpTraining' : 'ringUp', order };
}

/** Scans that wait, as they are kept; words are on the screen, and are typed again. */
export function keptScans(waiting: RegisterState['scans']): KeptCart['scans'] {
  const scans = waiting.filter(({ wordsIn }) => wordsIn === null);
  return scans.map(({ code, isWhole, quantityMilli }) => {
    return { code, isWhole, quantityMilli: quantityMilli ?? null };
  });
}

type KeptTerms = Pick<KeptCart, 'discount' | 'note' | 'name' | 'isTraining' | 'tenders'>;

/** What a cart keeps as a whole: what is agreed on it, what it is, and what was taken of it. */
export function keptTerms(
  cart: Omit<KeptTerms, 'tenders'> & { readonly tenders?: readonly Tender[] | undefined },
): KeptTerms {
  const { name, isTraining, tenders = [] } = cart;
  return {
    ...cartTerms(cart),
    ...(name === undefined ? {} : { name }),
    ...(isTraining ? { isTraining } : {}),
    ...(tenders.length === 0 ? {} : { tenders: [...tenders] }),
  };
}

/** What is agreed on a cart as a whole, and nothing else. */
export function cartTerms({
  discount,
  note,
}: Pick<KeptCart, 'discount' | 'note'>): Pick<KeptCart, 'discount' | 'note'> {
  return { ...(discount ? { discount } : {}), ...(note ? { note } : {}) };
}

/** Keeps the cart with the till, as it is now. */
export function keepCart(state: RegisterState): RegisterEffect {
  return { kind: 'keepCart', cart: keptCart(state) };
}

/** The cart as the till keeps it. */
export function keptCart({ cart, scans: waiting }: RegisterState): KeptCart {
  const scans = keptScans(waiting);
  const lines = cart.lines.map(({ code, unit, quantityMilli, name, ...line }) => {
    return { code, unit, quantityMilli, name, ...agreedOn(line) };
  });
  const { id, after } = cart;
  return { id, lines, ...keptTerms(cart), scans, after };
}
