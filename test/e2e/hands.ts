import type { CDPSession, Locator, Page } from '@playwright/test';
import { hold, painted } from './keyboard.ts';

const sessions = new WeakMap<Page, Promise<CDPSession>>();

function sessionOf(page: Page): Promise<CDPSession> {
  const known = sessions.get(page) ?? page.context().newCDPSession(page);
  sessions.set(page, known);
  return known;
}

/**
 * Does something to a control twice or longer than once, `gapMs` apart by the events' own time
 * stamps, however slow the computer is.
 */
export type Hand = (page: Page, target: Locator, gapMs: number) => Promise<void>;

/** Taps twice in one place. The second tap hits whatever is there by then. */
export const tapTwice: Hand = (page, target, gapMs) => clickTwice(page, target, gapMs, 1);

/** A double click of a mouse: the browser counts the second as one, wherever it goes. */
export const doubleClick: Hand = (page, target, gapMs) => clickTwice(page, target, gapMs, 2);

/** Presses Enter on a control and holds it. What gets the focus by it gets the repetition. */
export const holdEnter: Hand = async (page, target, gapMs) => {
  await target.click({ trial: true }); // waits until it takes a touch
  await target.focus();
  await hold(page, 'Enter', { times: 2, gapMs });
};

async function clickTwice(
  page: Page,
  target: Locator,
  gapMs: number,
  secondCount: 1 | 2,
): Promise<void> {
  await target.click({ trial: true }); // waits until it takes a touch
  const box = await target.boundingBox();
  if (!box) throw new Error('nothing to tap');
  const place = { x: box.x + box.width / 2, y: box.y + box.height / 2, button: 'left' as const };
  const session = await sessionOf(page);
  const click = async (atMs: number, clickCount: number): Promise<void> => {
    const how = { ...place, clickCount, timestamp: atMs / 1_000 };
    await session.send('Input.dispatchMouseEvent', { ...how, type: 'mousePressed', buttons: 1 });
    await session.send('Input.dispatchMouseEvent', { ...how, type: 'mouseReleased', buttons: 0 });
  };
  const fromMs = Date.now();
  await click(fromMs, 1);
  // What the first brings up is there before the second, as on a quick computer.
  await painted(page);
  await click(fromMs + gapMs, secondCount);
}
