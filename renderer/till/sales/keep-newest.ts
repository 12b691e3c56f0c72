/** Keeps values, and knows what is not kept yet. */
export interface Keeper<T> {
  readonly keep: (value: T) => void;
  /** The newest value, unless it is known to be kept. */
  readonly unkept: () => T | undefined;
}

/**
 * Sends values one after another; of those that come while one is under way only the newest.
 * @param onFailure told of each value that could not be kept, and why
 */
export function keepNewest<T>(
  keep: (value: T) => Promise<unknown>,
  onFailure: (error: unknown, value: T) => void,
): Keeper<T> {
  let isBusy = false;
  let unkept: { readonly value: T } | undefined;
  const send = async (): Promise<void> => {
    isBusy = true;
    try {
      await sendAll();
    } finally {
      isBusy = false;
    }
  };
  const sendAll = async (): Promise<void> => {
    for (let sent: typeof unkept; unkept && sent !== unkept; ) {
      sent = unkept;
      try {
        await keep(sent.value);
        if (unkept === sent) unkept = undefined;
      } catch (error) {
        onFailure(error, sent.value);
      }
    }
  };
  return {
    keep: (value) => {
      unkept = { value };
      if (!isBusy) void send();
    },
    unkept: () => unkept?.value,
  };
}
