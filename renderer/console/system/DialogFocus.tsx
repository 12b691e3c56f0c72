import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { ignoreHeldKey } from '../../ui/FreshSurface.tsx';

interface DialogFocusProps {
  readonly children: ReactNode;
}

/**
 * What stands in a dialog. Its `data-autofocus`, where it has one, has the focus before the next
 * key comes, which was typed ahead of what is seen; a key that was held before does nothing. Once
 * the dialog is left the focus goes back to where it was.
 */
export function DialogFocus({ children }: DialogFocusProps) {
  const inner = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const dialog = inner.current?.closest('[role="dialog"]');
    const before = document.activeElement;
    inner.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus({ preventScroll: true });
    return () => {
      const now = document.activeElement;
      const isLeft = now === null || now === document.body || dialog?.contains(now) === true;
      if (isLeft && before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only keeps a held key away
    <div ref={inner} onKeyDownCapture={ignoreHeldKey}>
      {children}
    </div>
  );
}
