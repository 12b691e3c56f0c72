import { type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import { KeyHint } from '../../ui/KeyHint.tsx';
import styles from './Sheet.module.css';
import { useFreshness } from './use-freshness.ts';

interface ConfirmButtonProps {
  readonly ref?: Ref<HTMLButtonElement>;
  /** What it says; why it does nothing where that is so. */
  readonly children: string;
  readonly isDisabled?: boolean;
  /** Whether it has the focus when it comes up. */
  readonly isFirst?: boolean;
  readonly onPress: () => void;
}

/**
 * The one wide button that ends a step. What has just come up was not meant by the Enter that
 * brought it: so long it takes none.
 */
export function ConfirmButton({ ref, children, isDisabled, isFirst, onPress }: ConfirmButtonProps) {
  const button = useRef<HTMLButtonElement>(null);
  const { isFresh, isMeant } = useFreshness();
  useImperativeHandle<HTMLButtonElement | null, HTMLButtonElement | null>(
    ref,
    () => button.current,
  );
  useEffect(() => {
    if (isFirst) button.current?.focus();
  }, [isFirst]);
  return (
    <button
      ref={button}
      type="button"
      className={styles.confirm}
      disabled={isDisabled}
      aria-disabled={isFresh || undefined} // one that is disabled takes no focus
      data-fresh={isFresh || undefined}
      data-autofocus={isFirst || undefined}
      onClick={(event) => {
        if (isMeant(event.timeStamp)) onPress();
      }}
    >
      {children}
      {!isDisabled && <KeyHint>Enter</KeyHint>}
    </button>
  );
}
