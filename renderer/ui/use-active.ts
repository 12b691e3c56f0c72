import { useEffect, useEffectEvent, useRef, useState } from 'react';

/** A list that is searched. */
interface Entries<T> {
  readonly entries: readonly T[];
  /** The text that these were found for. */
  readonly text: string;
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
  /** Moves to an entry by its id. */
  moveTo(id: string): void;
  /** Opens the active entry, else the first; once those of the text that is typed are there. */
  open(): void;
}

/** Which entry of a list the keys are at: the best match until they say otherwise. */
export function useActive<T>({ entries, text, isStale, idOf, onOpen }: Entries<T>): Active {
  const [id, setId] = useState<string | undefined>(undefined);
  /** How often it was asked to open one, and how often that was done. */
  const [asked, setAsked] = useState(0);
  const done = useRef(0);
  const at = entries.findIndex((entry) => idOf(entry) === id);
  const best = text === '' || entries.length === 0 ? -1 : 0;
  const index = at >= 0 ? at : best;
  const open = useEffectEvent(() => {
    const entry = entries[Math.max(index, 0)];
    if (entry) onOpen(entry);
  });
  useEffect(() => {
    if (asked === done.current || isStale) return;
    done.current = asked;
    open();
  }, [asked, isStale]);
  const active = entries[index];
  return {
    index,
    id: active && idOf(active),
    move: (by) => {
      const next = entries[Math.min(Math.max(index + by, 0), entries.length - 1)];
      if (next !== undefined) setId(idOf(next));
    },
    moveTo: setId,
    open: () => setAsked((before) => before + 1),
  };
}
