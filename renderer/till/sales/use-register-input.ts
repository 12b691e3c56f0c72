import { useRegisterKeys } from './use-register-keys.ts';
import type { SaleInHand } from './use-sale.ts';
import { useScanner } from './use-scanner.ts';

interface RegisterInputOptions {
  readonly sale: SaleInHand;
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

  useScanner({
    onScan: (code) => {
      options.onScanned();
      sale.scan(code);
    },
    onTyped: (characters) => {
      if (phase.kind === 'paying') return;
      const slash = characters.indexOf('/');
      for (const character of slash < 0 ? characters : characters.slice(0, slash)) {
        typeCharacter(sale, character);
      }
      if (slash >= 0) options.onSearch(characters.slice(slash + 1));
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

function typeCharacter({ attempt, cart, nextQuantity }: SaleInHand, character: string): void {
  if (character === '+') attempt(() => cart.step(1));
  else if (character === '-') attempt(() => cart.step(-1));
  else nextQuantity.type(character);
}

function setTypedQuantity({ attempt, cart, nextQuantity }: SaleInHand): void {
  const typed = nextQuantity.takeTyped();
  if (typed !== undefined) attempt(() => cart.setQuantity(typed));
}
