import { useEffect, useEffectEvent, useRef, useState } from 'react';

/** A list that is searched. */
interface Entries<T> {
  readonly entries: readonly T[];
  /** What is typed now. */
  readonly typed: string;
  /** Whether these are still the entries of an older text. */
  readonly isStale: boolean;
  readonly idOf: (entry: T) => string;
  readonly onOpen: (entry: T) => void;
}

/** The entry that the keys are at. */
interface Active {
  /** Its place; -1 for none. */
  readonly index: number;
  readonly id: string | undefined;
  /** Moves to the entry above or below. */
  move(by: 1 | -1): void;
  /** Moves to an entry by its id; of another text, once that is typed. */
  moveTo(id: string, ofText?: string): void;
  /** Opens the active entry, once those of the text that is typed are there. */
  open(): void;
}

/** Which entry of a list the keys are at: of each text the best match, until they say otherwise. */
export function useActive<T>({ entries, typed, isStale, idOf, onOpen }: Entries<T>): Active {
  const [moved, setMoved] = useState({ typed: '', id: '' });
  /** The text whose entry is to be opened. */
  const [asked, setAsked] = useState<{ readonly typed: string } | undefined>(undefined);
  const at = entries.findIndex((entry) => idOf(entry) === moved.id);
  const isMoved = moved.typed === typed && at >= 0;
  const best = typed.trim() === '' || entries.length === 0 ? -1 : 0;
  const index = isMoved ? at : best;
  const active = entries[index];
  const open = useEffectEvent(() => {
    if (asked?.typed === typed && active) onOpen(active);
  });
  const done = useRef<typeof asked>(undefined);
  useEffect(() => {
    if (asked === done.current || isStale) return;
    done.current = asked;
    open();
  }, [asked, isStale]);
  const moveTo = (id: string, ofText = typed): void => setMoved({ typed: ofText, id });
  return {
    index,
    id: active && idOf(active),
    move: (by) => {
      const next = entries[Math.min(Math.max(index + by, 0), entries.length - 1)];
      if (next !== undefined) moveTo(idOf(next));
    },
    moveTo,
    open: () => setAsked({ typed }),
  };
}
