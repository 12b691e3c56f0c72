/** News that any number of watchers follow. */
export interface Topic<T> {
  publish(value: T): void;
  /** Whether what is published reaches anybody: for news that cost something to make. */
  isWatched(): boolean;
  /** `first()` at the moment of watching, then each value published, until `signal` or close(). */
  watch(first: () => readonly T[], signal?: AbortSignal): AsyncGenerator<T, void, void>;
  /** Ends every watch. */
  close(): void;
}

interface Watcher<T> {
  waiting: T[];
  wake: () => void;
}

/** A slow watcher misses all but the newest `keep` values: memory stays bounded. */
export function makeTopic<T>(keep: number): Topic<T> {
  const watchers = new Set<Watcher<T>>();
  let closed = false;
  const wakeAll = () => {
    for (const watcher of watchers) watcher.wake();
  };

  async function* watch(first: () => readonly T[], signal?: AbortSignal) {
    const watcher: Watcher<T> = { waiting: [], wake: () => undefined };
    const stop = () => watcher.wake();
    watchers.add(watcher);
    signal?.addEventListener('abort', stop);
    try {
      watcher.waiting.push(...first());
      while (!closed && !signal?.aborted) {
        const value = watcher.waiting.shift();
        if (value !== undefined) yield value;
        else await new Promise<void>((resolve) => (watcher.wake = resolve));
      }
    } finally {
      watchers.delete(watcher);
      signal?.removeEventListener('abort', stop);
    }
  }

  return {
    watch,
    isWatched: () => watchers.size > 0,
    publish: (value) => {
      for (const watcher of watchers) watcher.waiting = [...watcher.waiting, value].slice(-keep);
      wakeAll();
    },
    close: () => {
      closed = true;
      wakeAll();
    },
  };
}
