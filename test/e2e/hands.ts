import type { CDPSession, Locator, Page } from '@playwright/test';

const sessions = new WeakMap<Page, Promise<CDPSession>>();

function sessionOf(page: Page): Promise<CDPSession> {
  const known = sessions.get(page) ?? page.context().newCDPSession(page);
  sessions.set(page, known);
  return known;
}

/**
 * Taps twice in one place, the second time `gapMs` after the first by the events' own time stamps,
 * however slow the computer is. The second tap hits whatever is there by then.
 */
export async function tapTwice(page: Page, target: Locator, gapMs: number): Promise<void> {
  await target.click({ trial: true }); // waits until it takes a touch
  const box = await target.boundingBox();
  if (!box) throw new Error('nothing to tap');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const session = await sessionOf(page);
  const fromMs = Date.now();
  const tap = async (atMs: number): Promise<void> => {
    for (const type of ['mousePressed', 'mouseReleased'] as const) {
      await session.send('Input.dispatchMouseEvent', {
        type,
        x,
        y,
        button: 'left',
        buttons: type === 'mousePressed' ? 1 : 0,
        clickCount: 1,
        timestamp: atMs / 1_000,
      });
    }
  };
  await tap(fromMs);
  // What the first tap brings up is there before the second, as on a quick computer.
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))),
  );
  await tap(fromMs + gapMs);
}
