import { useRef } from 'react';
import type { TypedQuantity } from './use-next-quantity.ts';
import { useRegisterKeys } from './use-register-keys.ts';
import type { CurrentSale } from './use-sale.ts';
import { useScanner } from './use-scanner.ts';

interface RegisterInputOptions {
  readonly sale: CurrentSale;
  /** Goes to the search field; with text, to search for that. */
  readonly onSearch: (text?: string) => void;
  readonly onHelp: () => void;
  readonly onClearCart: () => void;
  /** A scan closes whatever was asked or shown. */
  readonly onScanned: () => void;
  readonly onPaper: () => void;
  readonly onReprint: () => void;
}

/** Everything that comes from scanner and keyboard, turned into acts on the sale. */
export function useRegisterInput(options: RegisterInputOptions): void {
  const { sale } = options;
  const { cart, nextQuantity, phase } = sale;
  const isPaid = phase.kind === 'paid';

  const beforeTyped = useRef<TypedQuantity>(nextQuantity.now());

  useScanner({
    onScan: (code, wasTyped) => {
      if (wasTyped) nextQuantity.restore(beforeTyped.current);
      options.onScanned();
      sale.scan(code);
    },
    onTyped: (text, before) => {
      if (before === '') beforeTyped.current = nextQuantity.now();
      if (phase.kind !== 'paying') typeText(options, text, before);
    },
  });
  useRegisterKeys({
    search: options.onSearch,
    pay: sale.openPayment,
    help: options.onHelp,
    clearCart: () => cart.lines.length > 0 && options.onClearCart(),
    paper: options.onPaper,
    reprint: options.onReprint,
    moveSelection: cart.moveSelection,
    remove: cart.remove,
    backspace: nextQuantity.backspace,
    enter: isPaid ? undefined : () => setTypedQuantity(sale),
    escape: isPaid ? undefined : nextQuantity.clear,
  });
}

/**
 * A number is the quantity that comes; `+`, `-` and `/` act alone or behind one. What has letters
 * in it may still become a code, and does nothing before it has.
 */
function typeText({ sale, onSearch }: RegisterInputOptions, text: string, before: string): void {
  const { attempt, cart, nextQuantity } = sale;
  let typed = before;
  for (const [i, character] of [...text].entries()) {
    if (!/^[\d.,]*$/.test(typed)) return;
    if (character === '/') return onSearch(text.slice(i + 1));
    const isStep = character === '+' || character === '-';
    if (isStep) attempt(() => cart.step(character === '+' ? 1 : -1));
    else nextQuantity.type(character);
    typed = isStep ? '' : typed + character;
  }
}

function setTypedQuantity({ attempt, cart, nextQuantity }: CurrentSale): void {
  const typed = nextQuantity.takeTyped();
  if (typed !== undefined) attempt(() => cart.setQuantity(typed));
}
