import { useWindowEvent } from '@mantine/hooks';

/** What the keys of the register do. Digits and other typed characters come by the scanner. */
interface RegisterKeys {
  readonly search: () => void;
  readonly pay: () => void;
  readonly help: () => void;
  readonly clearCart: () => void;
  readonly paper: () => void;
  readonly reprint: () => void;
  readonly moveSelection: (by: 1 | -1) => void;
  readonly remove: () => void;
  /** Undefined while the change stands on the screen: it takes Enter and Escape itself. */
  readonly enter: (() => void) | undefined;
  readonly backspace: () => void;
  readonly escape: (() => void) | undefined;
}

/** Binds the register's keys; a sheet, dialog or menu that is open keeps them for itself. */
export function useRegisterKeys(keys: RegisterKeys): void {
  useWindowEvent('keydown', (event) => {
    if (event.key === 'F5') event.preventDefault(); // a reload by mistake would break into the sale
    if (event.defaultPrevented || isElsewhere()) return;
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const act = actOf(event.key, keys, event.target);
    if (!act) return;
    event.preventDefault();
    if (!event.repeat || event.key.startsWith('Arrow')) act();
  });
}

function actOf(
  key: string,
  keys: RegisterKeys,
  target: EventTarget | null,
): (() => void) | undefined {
  const anywhere: Record<string, () => void> = {
    F1: keys.help,
    F2: keys.search,
    F4: keys.clearCart,
    F6: keys.paper,
    F8: keys.reprint,
    F9: keys.pay,
  };
  if (anywhere[key]) return anywhere[key];
  if (isTyping(target)) return undefined;
  const outsideFields: Record<string, (() => void) | undefined> = {
    ArrowUp: () => keys.moveSelection(-1),
    ArrowDown: () => keys.moveSelection(1),
    Delete: keys.remove,
    Backspace: keys.backspace,
    Escape: keys.escape,
  };
  // Enter on a button presses the button.
  const isButton = target instanceof HTMLButtonElement || target instanceof HTMLAnchorElement;
  return key === 'Enter' && !isButton ? keys.enter : outsideFields[key];
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLSelectElement;
}

/** Whether something lies over the register that takes the keys. */
export function isElsewhere(): boolean {
  return document.querySelector('[aria-modal="true"], [role="menu"]') !== null;
}
