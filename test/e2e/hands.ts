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

interface Taps {
  readonly times: number;
  readonly gapMs: number;
  /** Of the tap before: the same finger goes on elsewhere. */
  readonly fromMs?: number;
}

/**
 * Taps one place again and again, as a finger does that hears nothing. Each tap is at least so long
 * after the last, and by its own time stamp just so long. @returns the stamp of the last, ms
 */
export async function tapOnAndOn(
  page: Page,
  { x, y }: Readonly<Record<'x' | 'y', number>>,
  { times, gapMs, fromMs = Date.now() }: Taps,
): Promise<number> {
  const session = await sessionOf(page);
  for (let at = 1; at <= times; at += 1) {
    await page.waitForTimeout(gapMs);
    const timestamp = (fromMs + at * gapMs) / 1_000;
    const how = { x, y, button: 'left' as const, clickCount: 1, timestamp };
    await session.send('Input.dispatchMouseEvent', { ...how, type: 'mousePressed', buttons: 1 });
    await session.send('Input.dispatchMouseEvent', { ...how, type: 'mouseReleased', buttons: 0 });
  }
  return fromMs + times * gapMs;
}

/** Where a finger touches a control. */
export async function middleOf(target: Locator): Promise<{ x: number; y: number }> {
  const box = await target.boundingBox();
  if (!box) throw new Error('nothing to tap');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function clickTwice(
  page: Page,
  target: Locator,
  gapMs: number,
  secondCount: 1 | 2,
): Promise<void> {
  await target.click({ trial: true }); // waits until it takes a touch
  const place = { ...(await middleOf(target)), button: 'left' as const };
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
