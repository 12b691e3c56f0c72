import { useMemo } from 'react';
import { pcs, type Milli } from '../../../domain/quantity.ts';
import { readQuantity, TYPED_QUANTITY_MAX } from '../../../domain/sales/typed-quantity.ts';
import { useLatest } from '../../ui/use-latest.ts';

/** What was typed, and what of it was fixed. */
export interface TypedQuantity {
  /** Digits typed so far. */
  readonly text: string;
  /** Fixed with `*`: what the next product comes in. */
  readonly next: Milli | undefined;
}

/** The quantity being typed: `3 *` and a product gives three of it. */
export interface NextQuantity extends TypedQuantity {
  /** As it is now, also before the screen has been drawn anew. */
  now(): TypedQuantity;
  /** Takes a typed character where it is one of a quantity. */
  type(character: string): void;
  /** Makes it what it was: a scanner, not a person, sent what came since. */
  restore(before: TypedQuantity): void;
  backspace(): void;
  /** Drops what was typed. Tells whether there was something. */
  clear(): boolean;
  /** The quantity of the product that comes now; afterwards it is one again. */
  take(): Milli;
  /** The digits typed with no `*`, for the line that is there; afterwards they are gone. */
  takeTyped(): Milli | undefined;
}

const nothing: TypedQuantity = { text: '', next: undefined };

/** Keeps the quantity being typed. A new scan never inherits digits that were not fixed. */
export function useNextQuantity(): NextQuantity {
  const { value, now, set } = useLatest<TypedQuantity>(() => nothing);
  const acts = useMemo(
    () => ({
      now,
      type: (character: string) => {
        if (character === '*') set({ text: '', next: readQuantity(now().text) });
        else if (/^[\d.,]$/.test(character)) {
          set({ text: (now().text + character).slice(0, TYPED_QUANTITY_MAX), next: undefined });
        }
      },
      restore: set,
      backspace: () => set({ text: now().text.slice(0, -1), next: undefined }),
      clear: () => {
        const wasTyped = now() !== nothing;
        set(nothing);
        return wasTyped;
      },
      take: () => {
        const { next } = now();
        set(nothing);
        return next ?? pcs(1);
      },
      takeTyped: () => {
        const typed = readQuantity(now().text);
        set(nothing);
        return typed;
      },
    }),
    [now, set],
  );
  return { ...value, ...acts };
}
