import type { ShelfProduct } from '../catalog/product.ts';
import { type Rupiah } from '../money.ts';
import type { CashDoubt } from '../payments/cash.ts';
import { type CashlessKind, cashlessKinds, type Tender } from '../payments/tender.ts';
import type { Milli } from '../quantity.ts';
import type { CartLines } from './cart.ts';
import type { CartChange } from './cart-change.ts';
import type { CartLine, RingUp } from './order.ts';
import type { CartSwitch, KeptCart } from './kept-cart.ts';
import { SETTLE_MS } from '../surface.ts';
import { lineKey } from './line-key.ts';
import type { Discount } from './discount.ts';
import type { Receipt } from './receipt.ts';
import { noKeys, type ScanState } from './scan.ts';
import type { Terms } from './terms.ts';

/** A failure as the till answers it: its code and facts (domain/errors.ts). */
export interface Failure {
  readonly code: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** The cart of this page; the till keeps it. */
export interface HeldCart {
  /** Of the sale that it becomes. */
  readonly id: string;
  readonly lines: CartLines;
  /** Of the cart as a whole. */
  readonly discount?: Discount | undefined;
  readonly note?: string | undefined;
  /** What it was called when it was parked. */
  readonly name?: string | undefined;
  /** Whether it is of training, and becomes no sale; it never changes in a cart. */
  readonly isTraining?: true | undefined;
  /** What was taken of its payment so far. */
  readonly tenders?: readonly Tender[] | undefined;
  /** Key of the line that the keys and the line bar act on; empty when there is none. */
  readonly selectedKey: string;
  /** Key of the line that a product came into last; empty when there is none. */
  readonly addedKey: string;
  /** The sale before it, while its change stands on the screen. */
  readonly after: string | null;
}

/** A cart as it was before a step. */
export interface CartStep
  extends Omit<HeldCart, 'id' | 'after' | 'name' | 'tenders' | 'isTraining'> {
  /** Scans with a lower ticket came before it. */
  readonly tickets: number;
}

/** The quantity being typed. */
export interface TypedQuantity {
  /** Digits typed so far. */
  readonly text: string;
  /** Fixed with `*`: what the next product comes in. */
  readonly next: Milli | undefined;
}

/** A sheet over the register that changes the cart. */
export type CartSheet = 'terms' | 'quick' | 'parked';

/** What of a line a pad's digits are for. */
export const padFields = ['quantity', 'price', 'percent', 'amount'] as const;
export type PadField = (typeof padFields)[number];

/** The pad of digits to touch, and what was typed on it. */
export interface LinePad {
  /** Key of the line that it was opened for. */
  readonly key: string;
  readonly field: PadField;
  readonly text: string;
}

/** A code that was scanned, or words that were typed, and whose product is in no cart yet. */
export interface WaitingScan {
  readonly ticket: number;
  /** As scanned or typed. */
  readonly code: string;
  /** Whether no part of it can be missing: only then it may be a product code. */
  readonly isWhole: boolean;
  /** Of words: the category in which their best match is looked for; null of a code. */
  readonly wordsIn: string | null;
  /** Fixed with `*` before it. */
  readonly quantityMilli: Milli | undefined;
  /** Null while the till is asked. */
  readonly answer: ScanAnswer | null;
}

export type ScanAnswer =
  | { readonly kind: 'found'; readonly product: ShelfProduct; readonly unit: string }
  /** No product has these words: the shelf says so. */
  | { readonly kind: 'none' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  /** The connection was lost: it is asked again when it is back. */
  | { readonly kind: 'unanswered' };

/** What was scanned, or was in the cart, and is in none: told until somebody has seen it. */
export interface LostScan {
  readonly ticket: number;
  /** What was scanned, or the product's name. */
  readonly code: string;
  readonly failure: Failure;
}

/** The cash being typed. */
export interface TypedCash {
  /** Without points; empty is the exact sum. */
  readonly digits: string;
  /** Whether it is a quick amount, which the next digit replaces. */
  readonly isQuick: boolean;
}

/** A payment without cash that is being taken. */
export interface Tendering {
  readonly kind: CashlessKind;
  /** What it is asked for. */
  readonly amountRupiah: Rupiah;
  /** Of the voucher that was scanned for it; undefined where none was. */
  readonly code?: string | undefined;
}

/** What is asked before money is taken: `part`, whether cash that is too little is a part of it. */
export type PayDoubt = CashDoubt | 'part' | 'over';

export interface Paying {
  readonly kind: 'paying';
  /** Null while cash is typed. */
  readonly tendering: Tendering | null;
  readonly cash: TypedCash;
  /** The cash before the first of the keys that may be of a scan. */
  readonly cashBefore: TypedCash;
  readonly failure: Failure | null;
  readonly doubt: PayDoubt | null;
  /** The sale on its way to the till. */
  readonly order: RingUp | null;
  /** Whether the connection was lost before its answer came. */
  readonly isUnanswered: boolean;
  /** The sale before, as in `cart`. */
  readonly last: Receipt | null;
  /** Scans with a lower ticket are of this cart, the others are of the next until it is said. */
  readonly ownTickets: number;
}

/** A switch to another cart that the till has not answered yet. */
export interface Switching {
  readonly order: CartSwitch;
  /** What comes back where the till refuses. */
  readonly from: Pick<RegisterState, 'cart' | 'scans' | 'past'>;
  /** The sale before, whose change still stands on the screen. */
  readonly last: Receipt | null;
}

/** Where the sale stands. `opening` until the till has said which cart this page has. */
export type Phase =
  | { readonly kind: 'opening'; readonly switching: Switching | null }
  /** `last`: the sale before, whose change has left the screen without anybody's having said so. */
  | { readonly kind: 'cart'; readonly last: Receipt | null }
  | Paying
  /** Scans with a lower ticket came before it was paid. */
  | { readonly kind: 'paid'; readonly receipt: Receipt; readonly ownTickets: number };

/** What lies under the finger. A new one takes no act that was meant for the one before. */
export interface Surface {
  readonly name: string;
  /** Whether the keyboard's Enter brought it up. */
  readonly isByEnter: boolean;
  /** When it was first painted. */
  readonly shownAtMs: number | null;
  /** When the shelf was last uncovered; it stays where it is while cart and change take turns. */
  readonly shelfAtMs: number | null;
}

/** The shift at this line's drawer: a sale needs an open one. */
export interface LineShift {
  /** Null until the till has said. */
  readonly isOpen: boolean | null;
  /** Whether one is being opened, from the sheet that asks for it. */
  readonly isSending: boolean;
  /** Why it was not opened. */
  readonly failure: Failure | null;
}

/** The screens that take the keys: only on the register a scan goes into the cart. */
export const keyScreens = ['register', 'catalog', 'sales', 'other'] as const;
export type KeyScreen = (typeof keyScreens)[number];

/** All that the register is. The screen draws it, and nothing else. */
export interface RegisterState {
  /** Keys that may still be of a scan. */
  readonly keys: ScanState;
  readonly screen: KeyScreen;
  /**
   * `resuming`: open again, and the till is asked whether the cart is still this page's. `ended`:
   * the till was started anew without this page, which nobody acts on any more.
   */
  readonly connection: 'lost' | 'resuming' | 'open' | 'ended';
  /** What the till is known to have of this page; null for nothing. */
  readonly kept: Pick<KeptCart, 'id' | 'lines' | 'scans'> | null;
  /** What the stall prices by. */
  readonly terms: Terms;
  /** What the stall takes beside cash, in the order in which it is offered. */
  readonly tendersInUse: readonly CashlessKind[];
  readonly phase: Phase;
  readonly cart: HeldCart;
  readonly typed: TypedQuantity;
  /** As it was before the first of the keys that may be of a scan, and of their last stretch. */
  readonly typedBefore: { readonly keys: TypedQuantity; readonly stretch: TypedQuantity };
  /** `isFromPage`: it was typed with no field in focus, and may be a code. */
  /** Null while it is closed. */
  readonly pad: LinePad | null;
  readonly search: { readonly text: string; readonly isFromPage: boolean };
  /** The shelf's open tab; empty for all categories. */
  readonly category: string;
  /** `shift`: the sheet that opens a shift, over the cart or the payment that it is for. */
  readonly over: 'nothing' | 'keys' | 'clear' | 'shift';
  readonly shift: LineShift;
  /** Whether something that is not the register's lay over it when the last key came. */
  readonly isCovered: boolean;
  /** Oldest first. */
  readonly scans: readonly WaitingScan[];
  readonly tickets: number;
  readonly lost: readonly LostScan[];
  /** The cart before each of its last steps, to bring back; the oldest first. */
  readonly past: readonly CartStep[];
  /** The change that waits for leave; null where none does. */
  readonly asking: CartChange | null;
  readonly surface: Surface;
  /** When a line was removed by its button last. */
  readonly removedAtMs: number;
}

/** Makes the ids of carts: domain/ has no chance of its own. */
export type NewId = () => string;

export const atCart: Extract<Phase, { readonly kind: 'cart' }> = { kind: 'cart', last: null };
export const nothingTyped: TypedQuantity = { text: '', next: undefined };
export const noSearch = { text: '', isFromPage: false } as const;
export const noCash: TypedCash = { digits: '', isQuick: false };

/** An empty cart with a new id. */
export function emptyCart(id: string, after: string | null = null): HeldCart {
  return { id, lines: [], selectedKey: '', addedKey: '', after };
}

/** An empty cart that comes after another one: of training, where that is. */
export function nextCart(
  { isTraining }: Pick<HeldCart, 'isTraining'>,
  id: string,
  after: string | null = null,
): HeldCart {
  return { ...emptyCart(id, after), ...(isTraining ? { isTraining } : {}) };
}

/** A register that does not know its cart yet. */
export function openingRegister(terms: Terms, newId: NewId): RegisterState {
  return {
    keys: noKeys,
    screen: 'register',
    connection: 'lost',
    kept: null,
    terms,
    tendersInUse: cashlessKinds,
    phase: { kind: 'opening', switching: null },
    cart: emptyCart(newId()),
    typed: nothingTyped,
    typedBefore: { keys: nothingTyped, stretch: nothingTyped },
    pad: null,
    search: noSearch,
    category: '',
    over: 'nothing',
    shift: { isOpen: null, isSending: false, failure: null },
    isCovered: false,
    scans: [],
    tickets: 0,
    lost: [],
    past: [],
    asking: null,
    removedAtMs: Number.NEGATIVE_INFINITY,
    // Nothing was there before it that an act could have been meant for.
    surface: { name: 'cart', isByEnter: false, shownAtMs: -SETTLE_MS, shelfAtMs: -SETTLE_MS },
  };
}

/** What came into the cart last; undefined when it is no longer in it. */
export function lastAdded({ cart }: Pick<RegisterState, 'cart'>): CartLine | undefined {
  return cart.lines.find((line) => lineKey(line) === cart.addedKey);
}

/** Whether something that was scanned before the payment is still being looked up. */
export function awaitsScans({ phase, scans }: RegisterState): boolean {
  return phase.kind === 'paying' && scans.some(({ ticket }) => ticket < phase.ownTickets);
}
