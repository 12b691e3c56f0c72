import { type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';
import { isSettled, SETTLE_MS } from '../../../domain/surface.ts';
import { KeyHint } from '../../ui/KeyHint.tsx';
import styles from './Sheet.module.css';

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
  const shownAtMs = useRef<number | null>(null);
  const [isFresh, setIsFresh] = useState(true);
  useImperativeHandle<HTMLButtonElement | null, HTMLButtonElement | null>(
    ref,
    () => button.current,
  );
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame((atMs) => {
      shownAtMs.current = atMs;
      timer = setTimeout(() => setIsFresh(false), SETTLE_MS);
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, []);
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
        if (isSettled(shownAtMs.current, event.timeStamp)) onPress();
      }}
    >
      {children}
      {!isDisabled && <KeyHint>Enter</KeyHint>}
    </button>
  );
}
