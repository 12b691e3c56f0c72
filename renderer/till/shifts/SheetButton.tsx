import type { MouseEvent, ReactNode, Ref } from 'react';
import styles from './Sheet.module.css';

interface SheetButtonProps {
  readonly ref?: Ref<HTMLButtonElement>;
  readonly look: 'confirm' | 'other' | 'close';
  /** While it takes nothing. It keeps the focus all the same: a disabled one drops it. */
  readonly isOff?: boolean | undefined;
  readonly isFresh?: boolean | undefined;
  readonly isFirst?: boolean | undefined;
  readonly keyShortcut?: string;
  readonly onPress: (event: MouseEvent) => void;
  readonly children: ReactNode;
}

/** A button of a sheet. */
export function SheetButton(props: SheetButtonProps) {
  const { ref, look, isOff, isFresh, isFirst, keyShortcut, onPress, children } = props;
  return (
    <button
      ref={ref}
      type="button"
      className={styles[look]}
      aria-disabled={isOff || isFresh || undefined}
      aria-keyshortcuts={keyShortcut}
      data-off={isOff || undefined}
      data-fresh={isFresh || undefined}
      data-autofocus={isFirst || undefined}
      onClick={(event) => {
        if (!isOff) onPress(event);
      }}
    >
      {children}
    </button>
  );
}
