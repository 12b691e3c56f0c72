import { type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { SheetButton } from './SheetButton.tsx';
import { useFreshness } from './use-freshness.ts';

interface ConfirmButtonProps {
  readonly ref?: Ref<HTMLButtonElement>;
  /** What it says; why it does nothing where that is so. */
  readonly children: string;
  readonly isOff?: boolean | undefined;
  /** Whether it has the focus when it comes up. */
  readonly isFirst?: boolean;
  readonly onPress: () => void;
}

/**
 * The one wide button that ends a step. What has just come up was not meant by the Enter that
 * brought it: so long it takes none.
 */
export function ConfirmButton({ ref, children, isOff, isFirst, onPress }: ConfirmButtonProps) {
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
    <SheetButton
      ref={button}
      look="confirm"
      {...{ isOff, isFresh, isFirst }}
      onPress={({ timeStamp }) => {
        if (isMeant(timeStamp)) onPress();
      }}
    >
      {children}
      {!isOff && <KeyHint>Enter</KeyHint>}
    </SheetButton>
  );
}
