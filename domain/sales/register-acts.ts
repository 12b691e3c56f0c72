import type { ShelfProduct } from '../catalog/product.ts';
import type { Rupiah } from '../money.ts';
import type { CartChange } from './cart-change.ts';
import type { CartSheet, PadField } from './register-state.ts';
import type { CashlessKind, Tender } from '../payments/tender.ts';
import type { Exchange } from './join-exchange.ts';
import type { CashCount } from '../shifts/cash-count.ts';

/** What a person can do at the register, by touch or by key. */
export type RegisterAct =
  /** Puts the product in its base unit into the cart. */
  | { readonly on: 'product'; readonly product: ShelfProduct }
  /** Looks a typed code up as if it had been scanned. */
  | { readonly on: 'code'; readonly code: string }
  | { readonly on: 'line'; readonly key: string }
  | { readonly on: 'move'; readonly by: 1 | -1 }
  | { readonly on: 'step'; readonly units: 1 | -1 }
  /** Opens the pad for the selected line, or closes it. */
  | { readonly on: 'pad'; readonly field: PadField }
  /** What the digits of the open pad are for. */
  | { readonly on: 'padField'; readonly field: PadField }
  | { readonly on: 'padDigits'; readonly digits: string }
  | { readonly on: 'padErase' | 'padUse' }
  | { readonly on: 'unit'; readonly unit: string }
  | { readonly on: 'remove' }
  | { readonly on: 'searchText'; readonly text: string }
  | { readonly on: 'search' }
  /** Opens a tab of the shelf. */
  | { readonly on: 'category'; readonly category: string }
  /** Takes the best match of what is searched for. */
  | { readonly on: 'words' }
  | { readonly on: 'clear' | 'clearSurely' | 'keepLines' | 'undo' }
  /** Agrees something on a line or the cart. */
  | { readonly on: 'agree'; readonly change: CartChange }
  /** What was typed is the selected line's price or discount; without it the pad asks. */
  | { readonly on: 'priceTyped' | 'discountTyped' }
  | { readonly on: 'help' | 'closeHelp' }
  /** Forgets what is being typed. */
  | { readonly on: 'untype' }
  | { readonly on: 'pay' | 'closePayment' }
  /** Opens a shift with this float, and goes on to the payment; or back to the cart. */
  | { readonly on: 'openShift'; readonly float: CashCount }
  | { readonly on: 'leaveShift' }
  | { readonly on: 'quickCash'; readonly amountRupiah: Rupiah }
  /** One of the likely amounts, by its key. */
  | { readonly on: 'quickCashAt'; readonly index: number }
  /** The cash as a whole: pasted, written by an input method, or a figure of it erased. */
  | { readonly on: 'cashText'; readonly text: string; readonly isPasted: boolean }
  /** Digits behind those that are there. */
  | { readonly on: 'cashDigits'; readonly digits: string }
  | { readonly on: 'erase' | 'eraseAll' }
  /** Enter where digits were typed: the quantity of the line. */
  | { readonly on: 'useTyped' }
  | { readonly on: 'take' }
  /** Begins a payment without cash, of what was typed or of all that is left. */
  | { readonly on: 'tender'; readonly kind: CashlessKind }
  /** It was paid; `givesCashBack` where more was paid than is left. */
  | {
      readonly on: 'takeTender';
      readonly tender: Tender;
      readonly givesCashBack: boolean;
    }
  /** Goods come back in exchange for what the cart `id` has: a part of its payment. */
  | { readonly on: 'exchange'; readonly id: string; readonly tender: Exchange }
  /** A tender that was taken goes back, by its place. */
  | { readonly on: 'dropTender'; readonly at: number }
  /** What is answered when the cash is doubtful. */
  | { readonly on: 'takeSurely' | 'checkCash' }
  /** Puts what was scanned during the payment into this cart. */
  | { readonly on: 'addScans' }
  | { readonly on: 'next' }
  /** The change of the sale before was seen. */
  | { readonly on: 'changeSeen' }
  /** Scans that came into no cart were seen. */
  | { readonly on: 'seen' }
  /** Parks the cart under a name, and goes on with the one `to`, or with an empty one. */
  | {
      readonly on: 'switchCart';
      readonly name: string;
      readonly to: string | null;
      readonly fresh: string;
    }
  /** Opens a sheet: what is agreed on the cart, a quick item, or the parked carts. */
  | { readonly on: 'cartSheet'; readonly sheet: CartSheet }
  /** Begins training, or ends it: with an empty cart. */
  | { readonly on: 'training' }
  | { readonly on: 'menu' | 'paper' | 'reprint' | 'shiftScreen' }
  /** Shows the QR of the receipt, or puts it away. */
  | { readonly on: 'receiptQr' }
  /** Asks who sells: another person, or nobody. */
  | { readonly on: 'whoSells' };
