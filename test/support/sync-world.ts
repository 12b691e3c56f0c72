import type { SyncWorld } from '../../electron/till/sync/world.ts';

interface Timer {
  readonly dueMs: number;
  readonly act: () => void;
}

/** The real network, with timers that only a test lets run out. */
export class TestWorld implements SyncWorld {
  #nowMs = 0;
  readonly #timers = new Set<Timer>();
  /** UTC ms of the clock that people read. */
  clockMs = Date.UTC(2026, 10, 23, 3, 0);
  chance = 0.5;

  fetch(url: string, init: RequestInit): Promise<Response> {
    return fetch(url, init);
  }

  now(): number {
    return this.clockMs;
  }

  random(): number {
    return this.chance;
  }

  setTimer(act: () => void, ms: number): () => void {
    const timer = { dueMs: this.#nowMs + ms, act };
    this.#timers.add(timer);
    return () => void this.#timers.delete(timer);
  }

  /** In how many milliseconds each timer runs out, the next first. */
  get waits(): number[] {
    return [...this.#timers].map(({ dueMs }) => dueMs - this.#nowMs).sort((a, b) => a - b);
  }

  /** Lets so much time go by. */
  pass(ms: number): void {
    this.#nowMs += ms;
    const due = [...this.#timers].filter(({ dueMs }) => dueMs <= this.#nowMs);
    for (const timer of due) {
      this.#timers.delete(timer);
      timer.act();
    }
  }
}
