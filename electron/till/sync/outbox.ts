/** Tells reporting that the journal has more, off the way of the act that wrote it. */
export interface Outbox {
  /** Told after each commit to the journal: costs a timer at most. */
  wrote(): void;
  /** Who is told from now on. */
  listen(wrote: () => void): void;
}

/** An outbox that nobody listens to yet. */
export function makeOutbox(): Outbox {
  let told: () => void = () => undefined;
  return {
    wrote: () => told(),
    listen: (wrote) => {
      told = wrote;
    },
  };
}
