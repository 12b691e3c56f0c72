import { LapakError } from '../../../domain/errors.ts';
import type { PaperReaders } from '../../../domain/printing/printer.ts';
import { deliver, type DeliverOptions } from './deliver.ts';
import type { PlaceFor } from './set-up-printer.ts';

/** How long who asked waits: for the paper in hand before it, and for its own. */
const ONCE_MS = 5_000;

/** Paper that is kept nowhere: who asked for it stands at the till and hears whether it came. */
export interface OncePapers {
  /** @throws LapakError PAPER_NOT_PRINTED within 5 s, and what `bytes` throws */
  ask(bytes: () => Buffer, readers: PaperReaders): Promise<void>;
  /**
   * Tries the oldest that waits, once.
   * @returns false when the printer is to be looked at: it did not take it as it should
   */
  serve(to: PlaceFor, options: DeliverOptions): Promise<boolean>;
  /** How many still wait for their turn. */
  readonly waiting: number;
  /** Nothing is printed any more. */
  refuseAll(): void;
}

/** No paper waits. @param wake rouses the one who serves them */
export function makeOncePapers(wake: () => void): OncePapers {
  let waiting: readonly OncePaper[] = [];
  return {
    ask: async (bytes, readers) => {
      const paper = new OncePaper(bytes, readers);
      waiting = [...waiting, paper];
      const timer = setTimeout(() => {
        waiting = waiting.filter((other) => other !== paper);
        paper.giveUp('no sign of it in time');
      }, ONCE_MS);
      wake();
      await paper.settled.finally(() => clearTimeout(timer));
    },
    serve: async (to, options) => {
      const [paper, ...others] = waiting;
      waiting = others;
      return paper === undefined || paper.print(to, options);
    },
    get waiting() {
      return waiting.length;
    },
    refuseAll: () => {
      for (const paper of waiting) paper.giveUp('the till prints nothing now');
      waiting = [];
    },
  };
}

class OncePaper {
  readonly #bytes: () => Buffer;
  readonly #readers: PaperReaders;
  readonly #settled = Promise.withResolvers<void>();
  readonly #late = new AbortController();
  /** The printer has all of it, and can only be waited for. */
  #isHanded = false;

  constructor(bytes: () => Buffer, readers: PaperReaders) {
    this.#bytes = bytes;
    this.#readers = readers;
  }

  get settled(): Promise<void> {
    return this.#settled.promise;
  }

  /** A printer that never gives a sign has all of it: more cannot be known. */
  giveUp(cause: unknown): void {
    if (this.#isHanded) this.#settled.resolve();
    else this.#fail(cause);
    this.#late.abort();
  }

  /** @returns whether the printer took it; true as well where it cannot be made */
  async print(to: PlaceFor, options: DeliverOptions): Promise<boolean> {
    let bytes: Buffer;
    try {
      bytes = this.#bytes();
    } catch (error) {
      this.#settled.reject(error);
      return true;
    }
    try {
      const delivery = await deliver(bytes, await to(this.#readers), this.#how(options));
      const isWell = delivery === 'taken' || delivery === 'silent';
      if (isWell) this.#settled.resolve();
      else this.#fail(delivery);
      return isWell;
    } catch (error) {
      this.#fail(error); // what was given up before stays as it was told
      return false;
    }
  }

  #how(options: DeliverOptions): DeliverOptions {
    const stops = [this.#late.signal, ...(options.signal ? [options.signal] : [])];
    const afterBytes = () => {
      this.#isHanded = true;
    };
    return { ...options, signal: AbortSignal.any(stops), afterBytes };
  }

  #fail(cause: unknown): void {
    this.#settled.reject(new LapakError('PAPER_NOT_PRINTED', {}, { cause }));
  }
}
