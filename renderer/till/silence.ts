/** When an open connection counts as dead. */
export interface SilenceLimits {
  /** A call that is not answered for so long has the till asked whether it is there. */
  readonly patienceMs: number;
  /** When nothing at all has come for so long after that, the connection is given up. */
  readonly silenceMs: number;
}

/** A till that waits for its disk, or for whoever holds the book, is silent for some seconds. */
export const silenceLimits: SilenceLimits = { patienceMs: 5_000, silenceMs: 15_000 };

export interface SilenceWatch {
  /** The same answer; while it is awaited, the silence is watched. */
  awaiting<T>(answer: Promise<T>): Promise<T>;
}

/**
 * Watches one connection: a till that hangs, or a line that nobody closed, else leaves what was
 * asked unanswered for ever.
 * @param ask asks the till for a sign of life
 * @param end gives the connection up
 */
export function watchSilence(
  ask: () => Promise<unknown>,
  end: () => void,
  { patienceMs, silenceMs }: SilenceLimits,
): SilenceWatch {
  let late: ReturnType<typeof setTimeout> | undefined;
  const heard = (): void => {
    clearTimeout(late);
    late = undefined;
  };
  const doubt = (): void => {
    if (late !== undefined) return;
    late = setTimeout(end, silenceMs);
    ask().then(heard, heard);
  };
  const awaiting = async <T>(answer: Promise<T>): Promise<T> => {
    const doubting = setInterval(doubt, patienceMs);
    try {
      return await answer;
    } finally {
      clearInterval(doubting);
      heard();
    }
  };
  return { awaiting };
}
