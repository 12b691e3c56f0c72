import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import {
  eraseInEntry,
  isPaused,
  PIN_PAUSE_MS,
  type PinEntry,
  type PinOutcome,
  type PinStep,
  settleEntry,
  startEntry,
  touchInEntry,
  typeInEntry,
} from '../../../domain/staff/pin-entry.ts';

/** A page that was busy hands a key on late, but not for longer than this. ms */
const LATE_MAX_MS = 2_000;

/** Somebody says who they are: what stands there, and what their hands do. */
export interface PinKeys {
  readonly entry: PinEntry;
  /** Takes figures, letters of a scanner, and what erases. @returns whether it took the key */
  onKey(event: KeyboardEvent): boolean;
  touch(figure: string): void;
  erase(): void;
  /** Begins anew, with a person or without. */
  begin(chosen: string | null): void;
}

interface PinKeysOptions {
  readonly begin: string | null;
  /** The person whom each figure chooses. */
  readonly choices: ReadonlyMap<string, string>;
  /** @returns what is done about it: meanwhile what is typed waits, for it may be the next try */
  readonly onOutcome: (outcome: PinOutcome) => Promise<void> | undefined;
}

/** Reads a PIN off keys and touches, and tells it from what a scanner sends. */
export function usePinKeys({ begin, choices, onOutcome }: PinKeysOptions): PinKeys {
  const [entry, setEntry] = useState(() => startEntry(begin));
  // Keys come between two drawings too.
  const now = useRef(entry);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const inTurn = useTurns();
  // The pause behind a figure ends after other drawings than the one that began it.
  const tell = useRef(onOutcome);
  useLayoutEffect(() => {
    tell.current = onOutcome;
  });
  const become = (next: PinEntry): void => {
    now.current = next;
    setEntry(next);
  };
  const take = ({ entry: next, outcome }: PinStep): void => {
    clearTimeout(timer.current);
    become(next);
    if (outcome.kind !== 'nothing') inTurn.hold(tell.current(outcome));
  };
  const type = (event: KeyboardEvent): void => {
    const { key: character, timeStamp: atMs } = event;
    if (event.repeat) return;
    // Handed on late or not: by their own time stamps there was a pause between them.
    if (isPaused(now.current, atMs)) take(settleEntry(now.current));
    if (inTurn.isHeld()) return inTurn.act(() => type(event));
    become(typeInEntry(now.current, { character, atMs }, choices));
    clearTimeout(timer.current);
    // As late as this key was handled, the next one may be.
    const pauseMs = PIN_PAUSE_MS + latenessOf(event);
    timer.current = setTimeout(() => take(settleEntry(now.current)), pauseMs);
  };
  return {
    entry,
    onKey: (event) => {
      const { key } = event;
      const isCharacter = [...key].length === 1 && key !== ' ';
      if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return false;
      if (isCharacter) {
        inTurn.act(() => type(event));
        return true;
      }
      const hasKeys = now.current.keys.length > 0;
      if (hasKeys && key !== 'Shift') take(settleEntry(now.current));
      if (key !== 'Backspace') return hasKeys && (key === 'Enter' || key === 'Tab');
      inTurn.act(() => become(eraseInEntry(now.current)));
      return true;
    },
    touch: (figure) => inTurn.act(() => take(touchInEntry(now.current, figure))),
    erase: () => inTurn.act(() => become(eraseInEntry(now.current))),
    begin: (chosen) => {
      clearTimeout(timer.current);
      become(startEntry(chosen));
    },
  };
}

/** How late a key is handled. ms */
function latenessOf({ timeStamp }: KeyboardEvent): number {
  return Math.min(Math.max(0, performance.now() - timeStamp), LATE_MAX_MS);
}

/** Acts that wait while something is on its way, in their order. */
function useTurns() {
  const waiting = useRef<(() => void)[]>([]);
  const held = useRef(0);
  const act = (one: () => void): void => {
    if (held.current > 0) waiting.current.push(one);
    else one();
  };
  const release = (): void => {
    held.current -= 1;
    if (held.current === 0) for (const one of waiting.current.splice(0)) act(one);
  };
  return {
    isHeld: () => held.current > 0,
    act,
    /** Until this has settled, acts wait. */
    hold: (work: Promise<void> | undefined): void => {
      if (!work) return;
      held.current += 1;
      void work.finally(release);
    },
  };
}
