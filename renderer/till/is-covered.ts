/** What lay over the screen when a key went down: some of it may have closed by that key since. */
const overAt = new WeakMap<Event, readonly Element[]>();

/** Keeps what each key finds over the screen. To be called before whoever else listens. */
export function watchCovers(): void {
  window.addEventListener('keydown', (event) => overAt.set(event, readCovers()), true);
}

/**
 * Whether a sheet, a question or a menu lies over the screen, or lay there when the key went down:
 * it has the key. What the screen lays over itself (the selector `own`) does not count.
 */
export function isCovered(event: KeyboardEvent, own?: string): boolean {
  const over = [...(overAt.get(event) ?? []), ...readCovers()];
  return over.some((element) => own === undefined || !element.closest(own));
}

function readCovers(): readonly Element[] {
  return [...document.querySelectorAll('[aria-modal="true"], [role="menu"]')];
}
