/** Takes a key that went down. */
type KeyTaker = (event: KeyboardEvent) => void;

/** Longer no key waits: it was for something else. */
const HELD_MS = 2_000;

const takers: KeyTaker[] = [];
let held: KeyboardEvent[] = [];

/**
 * Lets what lies over everything have each key before anybody else, and nobody after it. To be
 * called before whoever else listens.
 */
export function watchKeysOver(): void {
  const hand = (event: KeyboardEvent): void => {
    const taker = takers.at(-1);
    if (!taker) return;
    event.stopImmediatePropagation();
    taker(event);
  };
  window.addEventListener('keydown', hand, true);
}

/** Takes every key of the page until it is given back. @returns the act that gives them back */
export function takeKeys(taker: KeyTaker): () => void {
  takers.push(taker);
  const waiting = held;
  held = [];
  for (const event of waiting) if (performance.now() - event.timeStamp < HELD_MS) taker(event);
  return () => {
    const at = takers.lastIndexOf(taker);
    if (at >= 0) takers.splice(at, 1);
  };
}

/**
 * Keeps a character for whoever takes the keys next: a quick hand types into what is not drawn yet.
 */
export function holdKey(event: KeyboardEvent): void {
  if ([...event.key].length !== 1) return;
  event.preventDefault();
  held.push(event);
}
