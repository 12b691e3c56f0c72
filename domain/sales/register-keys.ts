import type { PlainTextKey } from '../text.ts';
import type { RegisterAct } from './register-acts.ts';
import type { KeyPressed } from './register-events.ts';
import type { RegisterState } from './register-state.ts';

/** Where a key has this meaning; `away`: another screen than the register is open. */
type KeyScene = 'cart' | 'pay' | 'tender' | 'doubt' | 'paid' | 'clear' | 'keys' | 'shift' | 'away';

/** One meaning of a key. */
export interface KeyRow {
  readonly scenes: readonly KeyScene[];
  /** As the browser names them. */
  readonly keys: readonly string[];
  readonly act: RegisterAct;
  /** Also while a text field has the focus. */
  readonly isInFields?: true;
  /** Held down it goes on. */
  readonly repeats?: true;
  /** Enter presses the button that has the focus instead. */
  readonly yields?: true;
  /** In the list of keys: what stands for the keys, and what they do. */
  readonly help?: { readonly shown: readonly string[]; readonly textKey: PlainTextKey };
}

/** Every key of the register: what the dispatcher obeys and what F1 shows. */
export const registerKeys: readonly KeyRow[] = [
  {
    scenes: ['cart', 'paid'],
    keys: ['F2'],
    act: { on: 'search' },
    isInFields: true,
    help: { shown: ['F2', '/'], textKey: 'sales.keySearch' },
  },
  {
    scenes: ['cart'],
    keys: ['ArrowUp'],
    act: { on: 'move', by: -1 },
    repeats: true,
    help: { shown: ['↑', '↓', '←', '→'], textKey: 'sales.keyMove' },
  },
  { scenes: ['cart'], keys: ['ArrowDown'], act: { on: 'move', by: 1 }, repeats: true },
  {
    scenes: ['cart'],
    keys: ['Enter'],
    act: { on: 'useTyped' },
    yields: true,
    help: { shown: ['3', 'Enter'], textKey: 'sales.keySetQuantity' },
  },
  { scenes: ['cart'], keys: ['Backspace'], act: { on: 'erase' }, repeats: true },
  { scenes: ['cart'], keys: ['Escape'], act: { on: 'untype' } },
  {
    scenes: ['cart'],
    keys: ['Delete'],
    act: { on: 'remove' },
    help: { shown: ['Del'], textKey: 'sales.remove' },
  },
  {
    scenes: ['cart'],
    keys: ['F4'],
    act: { on: 'clear' },
    isInFields: true,
    help: { shown: ['F4'], textKey: 'sales.clearCart' },
  },
  {
    scenes: ['cart'],
    keys: ['Ctrl+z', 'Ctrl+Z'],
    act: { on: 'undo' },
    help: { shown: ['Ctrl', 'Z'], textKey: 'sales.undo' },
  },
  {
    scenes: ['cart'],
    keys: ['F5'],
    act: { on: 'priceTyped' },
    help: { shown: ['F5'], textKey: 'sales.keyPrice' },
  },
  {
    scenes: ['cart'],
    keys: ['F7'],
    act: { on: 'discountTyped' },
    help: { shown: ['F7'], textKey: 'sales.keyDiscount' },
  },
  {
    scenes: ['cart'],
    keys: ['F11'],
    act: { on: 'cartSheet', sheet: 'terms' },
    isInFields: true,
    help: { shown: ['F11'], textKey: 'sales.cartEditTitle' },
  },
  {
    scenes: ['cart', 'paid'],
    keys: ['Insert'],
    act: { on: 'cartSheet', sheet: 'quick' },
    isInFields: true,
    help: { shown: ['Ins'], textKey: 'sales.quick' },
  },
  {
    scenes: ['cart', 'paid'],
    keys: ['PageDown'],
    act: { on: 'cartSheet', sheet: 'parked' },
    isInFields: true,
    help: { shown: ['PgDn'], textKey: 'sales.parked' },
  },
  {
    scenes: ['cart', 'paid'],
    keys: ['Ctrl+l', 'Ctrl+L'],
    act: { on: 'training' },
    isInFields: true,
    help: { shown: ['Ctrl', 'L'], textKey: 'sales.keyTraining' },
  },
  {
    scenes: ['cart'],
    keys: ['F9'],
    act: { on: 'pay' },
    isInFields: true,
    help: { shown: ['F9'], textKey: 'sales.pay' },
  },
  {
    scenes: ['pay'],
    keys: ['F1'],
    act: { on: 'quickCashAt', index: 0 },
    isInFields: true,
    help: { shown: ['F1–F5'], textKey: 'payments.keyQuick' },
  },
  { scenes: ['pay'], keys: ['F2'], act: { on: 'quickCashAt', index: 1 }, isInFields: true },
  { scenes: ['pay'], keys: ['F3'], act: { on: 'quickCashAt', index: 2 }, isInFields: true },
  { scenes: ['pay'], keys: ['F4'], act: { on: 'quickCashAt', index: 3 }, isInFields: true },
  { scenes: ['pay'], keys: ['F5'], act: { on: 'quickCashAt', index: 4 }, isInFields: true },
  {
    scenes: ['pay'],
    keys: ['F6'],
    act: { on: 'tender', kind: 'qris' },
    isInFields: true,
    help: { shown: ['F6'], textKey: 'payments.keyQris' },
  },
  {
    scenes: ['pay'],
    keys: ['F8'],
    act: { on: 'tender', kind: 'card' },
    isInFields: true,
    help: { shown: ['F8'], textKey: 'payments.keyCard' },
  },
  {
    scenes: ['pay'],
    keys: ['F11'],
    act: { on: 'tender', kind: 'transfer' },
    isInFields: true,
    help: { shown: ['F11'], textKey: 'payments.keyTransfer' },
  },
  {
    scenes: ['pay'],
    keys: ['PageUp'],
    act: { on: 'tender', kind: 'credit' },
    isInFields: true,
    help: { shown: ['PgUp'], textKey: 'payments.keyCredit' },
  },
  {
    scenes: ['pay', 'tender'],
    keys: ['F7'],
    act: { on: 'addScans' },
    isInFields: true,
    help: { shown: ['F7'], textKey: 'payments.addScans' },
  },
  {
    scenes: ['pay'],
    keys: ['Backspace'],
    act: { on: 'erase' },
    isInFields: true,
    repeats: true,
    help: { shown: ['Backspace'], textKey: 'payments.backspace' },
  },
  {
    scenes: ['pay'],
    keys: ['Delete'],
    act: { on: 'eraseAll' },
    isInFields: true,
    help: { shown: ['Del'], textKey: 'payments.keyEraseAll' },
  },
  {
    scenes: ['pay'],
    keys: ['Enter'],
    act: { on: 'take' },
    isInFields: true,
    yields: true,
    help: { shown: ['Enter'], textKey: 'payments.confirm' },
  },
  { scenes: ['pay', 'tender'], keys: ['Escape'], act: { on: 'closePayment' }, isInFields: true },
  // The safe answer.
  { scenes: ['doubt'], keys: ['Enter'], act: { on: 'checkCash' }, isInFields: true, yields: true },
  { scenes: ['doubt'], keys: ['Escape'], act: { on: 'checkCash' }, isInFields: true },
  { scenes: ['clear'], keys: ['Enter'], act: { on: 'keepLines' }, isInFields: true, yields: true },
  { scenes: ['clear'], keys: ['Escape'], act: { on: 'keepLines' }, isInFields: true },
  { scenes: ['keys'], keys: ['Enter', 'Escape', 'F1'], act: { on: 'closeHelp' }, isInFields: true },
  {
    scenes: ['paid'],
    keys: ['Enter'],
    act: { on: 'next' },
    yields: true,
    help: { shown: ['Enter'], textKey: 'payments.next' },
  },
  { scenes: ['paid'], keys: ['Escape'], act: { on: 'next' }, isInFields: true },
  {
    scenes: ['cart', 'paid'],
    keys: ['F6'],
    act: { on: 'paper' },
    isInFields: true,
    help: { shown: ['F6'], textKey: 'printing.paper' },
  },
  {
    scenes: ['cart', 'paid'], // the sales of the day have an F8 of their own
    keys: ['F8'],
    act: { on: 'reprint' },
    isInFields: true,
    help: { shown: ['F8'], textKey: 'printing.reprintLast' },
  },
  {
    scenes: ['paid'],
    keys: ['F7'],
    act: { on: 'receiptQr' },
    isInFields: true,
    help: { shown: ['F7'], textKey: 'printing.receiptQr' },
  },
  { scenes: ['shift'], keys: ['Escape'], act: { on: 'leaveShift' }, isInFields: true },
  {
    scenes: ['cart', 'paid', 'away'],
    keys: ['F3'],
    act: { on: 'shiftScreen' },
    isInFields: true,
    help: { shown: ['F3'], textKey: 'screen.shift' },
  },
  {
    scenes: ['cart', 'paid', 'away'],
    keys: ['F10'],
    act: { on: 'menu' },
    isInFields: true,
    help: { shown: ['F10'], textKey: 'screen.menu' },
  },
  { scenes: ['cart', 'paid'], keys: ['F1'], act: { on: 'help' }, isInFields: true },
  {
    scenes: ['cart', 'pay', 'tender', 'doubt', 'paid', 'clear', 'keys', 'shift', 'away'],
    keys: ['F12'],
    act: { on: 'whoSells' },
    isInFields: true,
    help: { shown: ['F12'], textKey: 'staff.whoSells' },
  },
];

/** What leads somewhere else from wherever a person is, also over what is not the register's. */
const wayOutKeys: readonly string[] = ['F10', 'F12'];

/**
 * Help, find, reload, address bar, caret browsing, the browser's menu and tools: those would break
 * into the sale, and the next scan would go there.
 */
export const browserKeys: readonly string[] = 'F1 F3 F5 F6 F7 F10 F11 F12 Ctrl+l Ctrl+L'.split(' ');

/** What this key does now; undefined when it is the browser's. */
export function actOfKey(state: RegisterState, pressed: KeyPressed): RegisterAct | undefined {
  if (pressed.isCovered && !wayOutKeys.includes(pressed.key)) return undefined;
  const scene = sceneOf(state);
  const row = registerKeys.find(
    ({ keys, scenes, ...rest }) =>
      keys.includes(pressed.key) && scenes.includes(scene) && isFree(rest, pressed, state),
  );
  if (!row || (pressed.isRepeat && !row.repeats)) return undefined;
  const isWhole = pressed.isSelected && pressed.place === 'amount' && row.act.on === 'erase';
  return isWhole ? { on: 'eraseAll' } : row.act;
}

function sceneOf({ screen, over, phase }: RegisterState): KeyScene {
  if (screen !== 'register') return 'away';
  if (over !== 'nothing') return over;
  if (phase.kind === 'paying') {
    if (phase.doubt) return 'doubt';
    return phase.tendering ? 'tender' : 'pay';
  }
  return phase.kind === 'paid' ? 'paid' : 'cart';
}

/** Whether what has the focus leaves the key to the register. */
function isFree(
  row: Omit<KeyRow, 'keys' | 'scenes'>,
  pressed: KeyPressed,
  { typed, search }: RegisterState,
): boolean {
  // Digits pending and Enter always mean the quantity, whatever has the focus.
  const isPending = row.act.on === 'useTyped' && typed.text !== '';
  const isEmptySearch = pressed.place === 'search' && search.text === '';
  const isOfEmptySearch = isEmptySearch && (isPending || row.act.on === 'next');
  const isInField = pressed.place === 'search' || pressed.place === 'field';
  if (isInField && !row.isInFields && !isOfEmptySearch) return false;
  if (pressed.usesArrows && pressed.key.startsWith('Arrow')) return false;
  return !(row.yields && pressed.isOnButton && !isPending);
}
