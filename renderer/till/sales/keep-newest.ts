/**
 * Sends values one after another; of those that come while one is under way only the newest.
 * @param onFailure told of each value that could not be kept, and why
 */
export function keepNewest<T>(
  keep: (value: T) => Promise<unknown>,
  onFailure: (error: unknown, value: T) => void,
): (value: T) => void {
  let isBusy = false;
  let next: { readonly value: T } | undefined;
  const send = async (): Promise<void> => {
    isBusy = true;
    while (next) {
      const { value } = next;
      next = undefined;
      await keep(value).catch((error: unknown) => onFailure(error, value));
    }
    isBusy = false;
  };
  return (value) => {
    next = { value };
    if (!isBusy) void send();
  };
}
