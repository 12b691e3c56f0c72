/** What happens at a time of the simulation. */
interface Due {
  readonly dueMs: number;
  readonly act: () => void | Promise<void>;
}

/** When each simulation begins: 2026-11-29T09:00+07:00. UTC ms */
export const BEGIN_MS = Date.UTC(2026, 10, 29, 2);

/** A clock that only moves from one event to the next. */
export class VirtualTime {
  /** UTC ms */
  nowMs = BEGIN_MS;
  readonly #dues = new Set<Due>();

  /** Lets `act` happen in so many milliseconds. @returns what calls it off */
  after(ms: number, act: Due['act']): () => void {
    const due = { dueMs: this.nowMs + ms, act };
    this.#dues.add(due);
    return () => void this.#dues.delete(due);
  }

  /**
   * Lets time go by, one event after the other, those of one moment in the order in which they were
   * made.
   * @param settle waits until all that an event began has come to rest
   */
  async pass(ms: number, settle: () => Promise<void>): Promise<void> {
    const untilMs = this.nowMs + ms;
    for (let next = this.#next(untilMs); next; next = this.#next(untilMs)) {
      this.#dues.delete(next);
      this.nowMs = next.dueMs;
      await next.act();
      await settle();
    }
    this.nowMs = untilMs;
  }

  #next(untilMs: number): Due | undefined {
    let next: Due | undefined;
    for (const due of this.#dues) {
      if (due.dueMs <= untilMs && (!next || due.dueMs < next.dueMs)) next = due;
    }
    return next;
  }
}

/** Numbers of chance, 0 ≤ n < 1, the same for one seed. Source: mulberry32, public domain. */
export function chanceOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
