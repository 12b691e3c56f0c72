/** What is locked because it was guessed wrong, by a clock that nobody can set. */
export interface TryLocks {
  /** How long it is still not tried; 0 when it is. ms */
  leftMs(subject: string): number;
  lock(subject: string, forMs: number): void;
  unlock(subject: string): void;
  /** Locks whose time has passed. */
  passed(): string[];
  /** One try of a subject after the other, however many lines try at once. */
  inTurn<T>(subject: string, act: () => Promise<T>): Promise<T>;
}

/** @param monotonic milliseconds that no change of the computer's clock moves */
export function keepTryLocks(monotonic: () => number): TryLocks {
  const untilMs = new Map<string, number>();
  const turns = new Map<string, Promise<unknown>>();
  const leftMs = (subject: string): number =>
    Math.max(0, (untilMs.get(subject) ?? Number.NEGATIVE_INFINITY) - monotonic());
  return {
    leftMs,
    lock: (subject, forMs) => void untilMs.set(subject, monotonic() + forMs),
    unlock: (subject) => void untilMs.delete(subject),
    passed: () => [...untilMs.keys()].filter((subject) => leftMs(subject) === 0),
    inTurn: async (subject, act) => {
      const before = turns.get(subject) ?? Promise.resolve();
      const turn = before.then(act, act);
      turns.set(subject, turn);
      try {
        return await turn;
      } finally {
        if (turns.get(subject) === turn) turns.delete(subject);
      }
    },
  };
}
