import { ORPCError } from '@orpc/client';

/** Keeps values, and knows what is not kept yet. */
export interface Keeper<T> {
  readonly keep: (value: T) => void;
  /** The newest value, unless it is known to be kept. */
  readonly unkept: () => T | undefined;
  /** Sends what is not under way yet no more. */
  readonly drop: () => void;
}

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;

/**
 * Sends values one after another; of those that come while one is under way only the newest. What
 * could not be kept is sent again by itself, after 1 s, 2 s … 30 s, until it is kept or a newer one
 * has come; but not to a till that said that another page has it.
 * @param onFailure told once of each value that could not be kept, and why; and when it never will
 */
export function keepNewest<T>(
  keep: (value: T) => Promise<unknown>,
  onFailure: (error: unknown, value: T) => void,
): Keeper<T> {
  let isBusy = false;
  let unkept: { readonly value: T } | undefined;
  let endPause = (): void => undefined;
  const pause = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      endPause = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  /** Tries one value. @returns whether it is to be tried again */
  const send = async (sent: { readonly value: T }, isFirst: boolean): Promise<boolean> => {
    try {
      await keep(sent.value);
      if (unkept === sent) unkept = undefined;
      return false;
    } catch (error) {
      if (isFirst || isFinal(error)) onFailure(error, sent.value);
      return !isFinal(error);
    }
  };
  const sendAll = async (): Promise<void> => {
    let pauseMs = FIRST_PAUSE_MS;
    let sent: typeof unkept;
    while (unkept) {
      const isFirst = unkept !== sent;
      if (isFirst) pauseMs = FIRST_PAUSE_MS;
      sent = unkept;
      const isDue = await send(sent, isFirst);
      if (unkept !== sent) continue;
      if (!isDue) break;
      await pause(pauseMs);
      pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
    }
  };
  const begin = async (): Promise<void> => {
    isBusy = true;
    try {
      await sendAll();
    } finally {
      isBusy = false;
    }
  };
  return {
    keep: (value) => {
      unkept = { value };
      endPause();
      if (!isBusy) void begin();
    },
    unkept: () => unkept?.value,
    drop: () => {
      unkept = undefined;
      endPause();
    },
  };
}

/** Another page has the cart: it comes back to this one only as another. */
function isFinal(error: unknown): boolean {
  return error instanceof ORPCError && error.code === 'CART_ELSEWHERE';
}
