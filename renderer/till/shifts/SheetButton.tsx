import type { MouseEvent, ReactNode, Ref } from 'react';
import sheet from '../../ui/sheet.module.css';
import styles from './Sheet.module.css';

/** How a button of a sheet looks. */
export const sheetLooks = {
  confirm: `${sheet.confirm} ${styles.confirm}`,
  other: `${sheet.confirm} ${styles.other}`,
  close: `${sheet.close} ${styles.close}`,
} as const;

interface SheetButtonProps {
  readonly ref?: Ref<HTMLButtonElement>;
  readonly look: keyof typeof sheetLooks;
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
      className={sheetLooks[look]}
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
