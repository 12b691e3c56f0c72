import { useRef } from 'react';

/**
 * For a menu whose choices open dialogs, with the `ref` of its button: that has the focus back
 * before a dialog opens, which returns it there. Mantine's own way comes 10 ms later and would take
 * it from the dialog.
 */
export function useMenuFocus() {
  const ref = useRef<HTMLButtonElement>(null);
  return { ref, menu: { returnFocus: false, onClose: () => ref.current?.focus() } };
}
