import { useEffect, useEffectEvent, useRef, useState } from 'react';
import {
  type CashCount,
  type Denomination,
  denominations,
} from '../../../domain/shifts/cash-count.ts';
import {
  countTyped,
  nothingCounted,
  stepPieces,
  type TypedCount,
  typePieces,
} from '../../../domain/shifts/typed-count.ts';

/** Cash that is being counted, piece by piece. */
export interface Count {
  readonly typed: TypedCount;
  /** Nothing typed any more. */
  readonly clear: () => void;
  /** The value that the pad types into. */
  readonly active: Denomination;
  /** What it comes to, as it is sent. */
  readonly counted: CashCount;
  type(value: Denomination, text: string): void;
  step(value: Denomination, by: 1 | -1): void;
  /** Goes to a field, and selects what is in it. */
  goTo(value: Denomination): void;
  /** The value above or below; undefined past the ends. */
  beside(value: Denomination, by: 1 | -1): Denomination | undefined;
  /** A field has the focus. */
  onFocus(value: Denomination): void;
  readonly padType: (digits: string) => void;
  readonly padErase: () => void;
  readonly setField: (value: Denomination, field: HTMLInputElement | null) => void;
}

/** What a count begins with, and who keeps it. */
interface CountOptions {
  /** What is known of it. */
  readonly known?: TypedCount;
  /** Told what stands in the fields, whenever that changes. */
  readonly onTyped?: (typed: TypedCount) => void;
}

/** A count of cash by hand. */
export function useCount({ known = nothingCounted, onTyped }: CountOptions = {}): Count {
  const [typed, setTyped] = useState(known);
  const told = useRef(known);
  const tell = useEffectEvent(() => {
    if (typed !== told.current) onTyped?.(typed);
    told.current = typed;
  });
  useEffect(() => tell(), [typed]);
  const [active, setActive] = useState<Denomination>(denominations[0]);
  const fields = useRef(new Map<Denomination, HTMLInputElement>());
  /** Whether the next figure of the pad takes the place of what is there. */
  const isFresh = useRef(true);
  const change = (value: Denomination, text: string): void => {
    isFresh.current = false;
    setTyped((before) => typePieces(before, value, text));
  };
  const goTo = (value: Denomination): void => fields.current.get(value)?.focus();
  const byPad = (textOf: (before: string) => string): void => {
    const field = fields.current.get(active);
    if (document.activeElement !== field) field?.focus();
    change(active, textOf(isFresh.current ? '' : (typed[active] ?? '')));
  };
  return {
    typed,
    clear: () => {
      setTyped(nothingCounted);
      goTo(denominations[0]);
    },
    active,
    counted: countTyped(typed),
    type: change,
    goTo,
    step: (value, by) => {
      goTo(value);
      setTyped((before) => stepPieces(before, value, by));
      isFresh.current = true;
    },
    beside: (value, by) => denominations[denominations.indexOf(value) + by],
    onFocus: (value) => {
      setActive(value);
      isFresh.current = true;
    },
    padType: (digits) => byPad((before) => before + digits),
    padErase: () => byPad((before) => before.slice(0, -1)),
    setField: (value, field) => {
      if (field) fields.current.set(value, field);
      else fields.current.delete(value);
    },
  };
}
