/** What happens to the screens of a till in the browser. */
export interface ScreenWatch {
  screenOpened(): void;
  screenClosed(): void;
  /** The process of the window that Lapak opened has ended. */
  windowClosed(): void;
}

export interface ScreenWatchOptions {
  /** How many screens are connected now. */
  readonly screens: () => number;
  /** How long none may be connected: a page that is reloaded is gone for a moment. */
  readonly waitMs: number;
  /** Called when nobody can use this till any more. */
  readonly onLeft: () => void;
}

/**
 * Watches for the end of a till in the browser: its own window is closed, and for `waitMs` no other
 * screen is connected either. A browser that never showed a screen has failed: then the printed
 * link is still of use.
 */
export function watchScreens({ screens, waitMs, onLeft }: ScreenWatchOptions): ScreenWatch {
  let hasOpened = false;
  let isWindowClosed = false;
  let waiting: NodeJS.Timeout | undefined;
  const wait = (): void => {
    clearTimeout(waiting);
    if (isWindowClosed && hasOpened && screens() === 0) waiting = setTimeout(onLeft, waitMs);
  };
  return {
    screenOpened: () => {
      hasOpened = true;
      clearTimeout(waiting);
    },
    screenClosed: wait,
    windowClosed: () => {
      isWindowClosed = true;
      wait();
    },
  };
}
