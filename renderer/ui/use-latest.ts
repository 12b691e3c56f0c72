import { useMemo, useRef, useState } from 'react';

/** State that an act can read as it is now, also before the screen has been drawn anew. */
export interface Latest<T> {
  readonly value: T;
  now(): T;
  set(next: T): void;
}

/** Keeps a value that several acts may change before one drawing. */
export function useLatest<T>(initial: () => T): Latest<T> {
  const [value, setValue] = useState(initial);
  const latest = useRef(value);
  const acts = useMemo(
    () => ({
      now: () => latest.current,
      set: (next: T) => {
        latest.current = next;
        setValue(() => next);
      },
    }),
    [],
  );
  return { value, ...acts };
}
