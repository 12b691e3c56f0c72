import { useState } from 'react';
import type { PinOutcome } from '../../../domain/staff/pin-entry.ts';
import { isEasyPin } from '../../../domain/staff/pin.ts';
import type { Words } from '../../ui/Notice.tsx';
import { usePinKeys } from './use-pin-keys.ts';

/** Whose entry it is matters to nobody here. */
const SOMEBODY = 'new';

interface NewPinOptions {
  /** Settles when it is kept, and fails when not. */
  readonly onPin: (pin: string) => Promise<void>;
}

/** A new PIN, typed twice. */
export function useNewPin({ onPin }: NewPinOptions) {
  const [first, setFirst] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [{ told, shakes }, setTold] = useState<{
    readonly told: Words | null;
    readonly shakes: number;
  }>({ told: null, shakes: 0 });
  const fail = (words: Words): void => {
    setTold((before) => ({ told: words, shakes: before.shakes + 1 }));
    setFirst(null);
  };
  const keep = async (pin: string): Promise<void> => {
    setIsBusy(true);
    try {
      await onPin(pin);
    } catch (error) {
      fail((say) => say.failure(error));
    } finally {
      setIsBusy(false);
    }
  };
  const take = (pin: string): Promise<void> | undefined => {
    keys.begin(SOMEBODY);
    if (first === pin) return keep(pin);
    if (first !== null) fail((say) => say.text('staff.pinDiffers'));
    else if (isEasyPin(pin)) fail((say) => say.error('PIN_EASY', {}));
    else {
      setFirst(pin);
      setTold((before) => ({ ...before, told: null }));
    }
    return undefined;
  };
  const onOutcome = (outcome: PinOutcome): Promise<void> | undefined => {
    if (outcome.kind === 'pin') return take(outcome.pin);
    if (outcome.kind === 'tooLong') fail((say) => say.text('staff.pinTooLong'));
    if (outcome.kind === 'tooFast') fail((say) => say.text('staff.pinTooFast'));
    if (outcome.kind === 'scan') fail((say) => say.text('staff.pinNotScanned'));
    return undefined;
  };
  const keys = usePinKeys({ begin: SOMEBODY, choices: new Map(), onOutcome });
  return {
    onKey: (event: KeyboardEvent): void => {
      if (keys.onKey(event)) event.preventDefault();
    },
    isSecond: first !== null,
    field: {
      typed: keys.entry.digits.length,
      isBusy,
      told,
      shakes,
      onTouch: keys.touch,
      onErase: keys.erase,
    },
  };
}
