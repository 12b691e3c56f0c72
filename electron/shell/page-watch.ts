/** What happens to the pages of a till in the browser. */
export interface PageWatch {
  pageOpened(): void;
  pageClosed(): void;
  /** The process of the window that Lapak opened has ended. */
  windowClosed(): void;
}

export interface PageWatchOptions {
  /** How many pages are connected now. */
  readonly pages: () => number;
  /** How long none may be connected: a page that is reloaded is gone for a moment. */
  readonly waitMs: number;
  /** Called when nobody can use this till any more. */
  readonly onLeft: () => void;
}

/**
 * Watches for the end of a till in the browser: its own window is closed, and for `waitMs` no other
 * page is connected either. A browser that never showed a page has failed: then the printed
 * link is still of use.
 */
export function watchPages({ pages, waitMs, onLeft }: PageWatchOptions): PageWatch {
  let hasOpened = false;
  let isWindowClosed = false;
  let waiting: NodeJS.Timeout | undefined;
  const wait = (): void => {
    clearTimeout(waiting);
    if (isWindowClosed && hasOpened && pages() === 0) waiting = setTimeout(onLeft, waitMs);
  };
  return {
    pageOpened: () => {
      hasOpened = true;
      clearTimeout(waiting);
    },
    pageClosed: wait,
    windowClosed: () => {
      isWindowClosed = true;
      wait();
    },
  };
}
