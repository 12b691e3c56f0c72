/**
 * Keeps the page in the browser, so that it opens without a network after its first visit: where
 * the browser can, which is over https and on this very computer. Elsewhere it keeps the files as
 * long as the hub lets it.
 * @param page where it is: `/kuitansi/`
 */
export function keepForOffline(page: string): void {
  if (!('serviceWorker' in navigator)) return;
  // A browser that keeps nothing, as in a private window, checks all the same.
  navigator.serviceWorker.register(`${page}worker.js`).catch(() => undefined);
}
