import { holdsMoney } from './register-due.ts';
import type { RegisterAct } from './register-acts.ts';
import {
  addProduct,
  beginNext,
  changeUnit,
  clearCart,
  forgetChange,
  moveSelection,
  refuse,
  refuseEmptying,
  refuseTyped,
  removeSelected,
  select,
  stepSelected,
  setQuantity,
} from './register-cart.ts';
import {
  chooseCash,
  closePayment,
  eraseCash,
  quickAmounts,
  takeCash,
  typeCash,
  writeCash,
} from './register-payment.ts';
import { agree, discountTyped, priceTyped } from './register-change.ts';
import {
  dropTender,
  giveUpTender,
  openTender,
  takeExchange,
  takeTender,
} from './register-tender.ts';
import { switchCart } from './register-switch.ts';
import { turnTraining } from './register-training.ts';
import { undoStep } from './register-undo.ts';
import { applyPad, eraseOnPad, openPad, turnPad, typeOnPad } from './register-pad.ts';
import { addScans, drainScans, seeLost, takeScan, takeWords } from './register-scans.ts';
import { beginPayment, doOnShiftSheet } from './register-shift.ts';
import { andThen, step, type Step } from './register-events.ts';
import {
  type CartSheet,
  type NewId,
  noSearch,
  nothingTyped,
  type RegisterState,
} from './register-state.ts';
import { LAST_RECEIPT, LAST_TRAINING, type Receipt } from './receipt.ts';

/** Does what a person asked for, where the sale stands so that it can be done. */
export function doAct(state: RegisterState, act: RegisterAct, newId: NewId): Step {
  if (state.over === 'shift' && act.on !== 'whoSells') return doOnShiftSheet(state, act);
  switch (act.on) {
    case 'whoSells':
      return askWhoSells(state);
    case 'seen':
      return seeLost(state);
    case 'training':
      return andThen(leaveChange(state), (next) => turnTraining(next, newId));
    case 'help':
      return step({ ...state, over: 'keys' });
    case 'closeHelp':
    case 'keepLines':
      return step({ ...state, over: 'nothing' });
    case 'searchText':
      return step(writeSearch(state, act.text));
    case 'category':
      return step({ ...state, category: act.category });
    case 'words':
      return takeWords(state);
    case 'search':
      return step(state, { kind: 'focusSearch' });
    case 'menu':
    case 'paper':
    case 'shiftScreen':
      return step(state, { kind: act.on });
    case 'exchange':
      return takeExchange(state, act);
    case 'reprint':
      return step(state, { kind: 'reprint', number: shownNumber(state) });
    case 'code':
      return andThen(step({ ...state, search: noSearch }), (next) =>
        takeScan(next, { code: act.code, isWhole: true }),
      );
    default:
      return doInPhase(state, act);
  }
}

/** Whose a sale is must not change while it is on its way. */
function askWhoSells(state: RegisterState): Step {
  const { phase, shift } = state;
  const isSending = shift.isSending || (phase.kind === 'paying' && phase.order !== null);
  return step(state, { kind: isSending ? 'beep' : 'whoSells' });
}

function doInPhase(state: RegisterState, act: RegisterAct): Step {
  switch (state.phase.kind) {
    case 'opening':
      return step(state);
    case 'cart':
      return changeCart(state, act);
    case 'paying':
      return pay(state, act);
    case 'paid':
      if (act.on === 'product') return addProduct(state, act.product);
      if (act.on === 'cartSheet') {
        return andThen(beginNext(state, { isSeen: false }), (next) => openSheet(next, act.sheet));
      }
      if (act.on === 'receiptQr') return showCode(state, state.phase.receipt);
      return act.on === 'next' ? beginNext(state, { isSeen: true }) : step(state);
  }
}

function changeCart(state: RegisterState, act: RegisterAct): Step {
  const { text } = state.typed;
  switch (act.on) {
    case 'product':
      return addProduct(state, act.product);
    case 'line':
      return step(select(state, act.key));
    case 'move':
      return moveSelection(state, act.by);
    case 'step':
      return stepSelected(state, act.units);
    case 'pad':
      return openPad(state, act.field);
    case 'padField':
      return step(turnPad(state, act.field));
    case 'cartSheet':
      return openSheet(state, act.sheet);
    case 'switchCart':
      return switchCart(state, act);
    case 'dropTender':
      return giveUpTender(state, act.at);
    case 'agree':
      return agree(state, act.change);
    case 'priceTyped':
      return text === '' ? openPad(state, 'price') : priceTyped(state, text);
    case 'discountTyped':
      return text === '' ? openPad(state, 'amount') : discountTyped(state, text, 'amount');
    case 'padDigits':
      return step(typeOnPad(state, act.digits));
    case 'padErase':
      return step(eraseOnPad(state));
    case 'padUse':
      return applyPad(state);
    case 'useTyped':
      return text === '' ? step(state) : setQuantity(state, state.cart.selectedKey, text);
    case 'erase':
      if (state.pad) return step(eraseOnPad(state));
      return step({ ...state, typed: { text: text.slice(0, -1), next: undefined } });
    case 'unit':
      return changeUnit(state, act.unit);
    case 'remove':
      return removeSelected(state);
    case 'clear':
      if (holdsMoney(state.cart)) return refuseEmptying(state);
      return step(isEmptied(state) ? state : { ...state, over: 'clear' });
    case 'clearSurely':
      return clearCart(state);
    case 'undo':
      return undoStep(state);
    case 'changeSeen':
      return forgetChange(state);
    case 'untype':
      return step({ ...state, typed: nothingTyped });
    case 'pay':
      return text === '' ? step(beginPayment(state)) : refuseTyped(state);
    default:
      return step(state);
  }
}

/** What is agreed on a cart needs something in it. */
function openSheet(state: RegisterState, sheet: CartSheet): Step {
  const isEmpty = sheet === 'terms' && state.cart.lines.length === 0;
  if (isEmpty) return refuse(state, { code: 'LINE_NEEDED', data: {} });
  return step({ ...state, typed: nothingTyped }, { kind: 'cartSheet', sheet });
}

function pay(state: RegisterState, act: RegisterAct): Step {
  switch (act.on) {
    case 'quickCash':
      return chooseCash(state, act.amountRupiah);
    case 'quickCashAt':
      return chooseCash(state, quickAmounts(state)[act.index]);
    case 'cashText':
      return writeCash(state, act.text, act);
    case 'cashDigits':
      return typeCash(state, act.digits);
    case 'erase':
      return eraseCash(state);
    case 'eraseAll':
      return writeCash(state, '', { isPasted: false });
    case 'take':
      return takeCash(state, { isSure: false });
    case 'takeSurely':
      return takeCash(state, { isSure: true });
    case 'checkCash':
    case 'closePayment':
      return drainScans(closePayment(state));
    case 'addScans':
      return addScans(state);
    case 'tender':
      return openTender(state, act.kind);
    case 'takeTender':
      return takeTender(state, act);
    case 'dropTender':
      return dropTender(state, act.at);
    default:
      return step(state);
  }
}

/** Whether there is nothing in the cart that could be emptied. */
function isEmptied({ cart: { lines, tenders } }: RegisterState): boolean {
  return lines.length === 0 && tenders === undefined;
}

/** Text that goes on behind what was typed on the page may still become a code. */
function writeSearch(state: RegisterState, text: string): RegisterState {
  const { isFromPage, text: before } = state.search;
  const goesOn = isFromPage && text.length > before.length && text.startsWith(before);
  return { ...state, search: { text, isFromPage: goesOn } };
}

/** The change on the screen was seen by whoever goes on to something else. */
function leaveChange(state: RegisterState): Step {
  return state.phase.kind === 'paid' ? beginNext(state, { isSeen: true }) : step(state);
}

/** The receipt on the screen, else the newest of its kind. */
function shownNumber({ phase, cart }: RegisterState): string {
  if (phase.kind === 'paid') return phase.receipt.number;
  return cart.isTraining ? LAST_TRAINING : LAST_RECEIPT;
}

/** Training has no code: nobody is to check it. */
function showCode(state: RegisterState, { kind }: Receipt): Step {
  return step(state, { kind: kind === 'training' ? 'beep' : 'receiptQr' });
}
