/** Lets one loop rest until somebody wakes it. */
export interface Waker {
  /** Ends the rest, or the next one if the loop is at work. */
  wake(): void;
  /** A new round: calls of wake() before it are answered by it. */
  begin(): void;
  /** Until wake(), at most `mostMs`; for ever where that is infinite. */
  rest(mostMs: number): Promise<void>;
}

/** A waker for one loop. */
export function makeWaker(): Waker {
  let isWoken = false;
  let rouse: () => void = () => undefined;
  return {
    wake: () => {
      isWoken = true;
      rouse();
    },
    begin: () => {
      isWoken = false;
    },
    rest: async (mostMs) => {
      if (isWoken || mostMs <= 0) return;
      const { promise, resolve } = Promise.withResolvers<void>();
      const timer = Number.isFinite(mostMs) ? setTimeout(resolve, mostMs) : undefined;
      rouse = resolve;
      await promise;
      clearTimeout(timer);
    },
  };
}
