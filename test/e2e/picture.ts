import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';

const projectDir = join(import.meta.dirname, '..', '..');

/** `LAPAK_PICTURES=docs` makes the README's picture anew, `all` the others, to look at. */
export const wantedPictures = process.env.LAPAK_PICTURES;

/** The picture at the head of the README. */
export const readmePicture = join(projectDir, 'docs', 'till.png');

/**
 * Sees that nothing of the page lies outside of it. `LAPAK_PICTURES=all` takes
 * `test-results/pictures/NAME-light.png`, `NAME-dark.png` and, in the colours of a system that
 * forces its own, `NAME-forced.png` too.
 */
export async function seeThatItFits(page: Page, name: string): Promise<void> {
  const overflow = () =>
    page.evaluate(() => {
      const { scrollHeight, clientHeight, scrollWidth, clientWidth } = document.documentElement;
      return [scrollHeight - clientHeight, scrollWidth - clientWidth];
    });
  await expect.poll(overflow).toEqual([0, 0]); // once a new size has been laid out
  if (wantedPictures !== 'all') return;
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const path = join(projectDir, 'test-results', 'pictures', `${name}-${colorScheme}.png`);
    await page.screenshot({ path, animations: 'disabled' });
  }
  await page.emulateMedia({ forcedColors: 'active' });
  const path = join(projectDir, 'test-results', 'pictures', `${name}-forced.png`);
  await page.screenshot({ path, animations: 'disabled' });
  await page.emulateMedia({ forcedColors: 'none' });
}

/** Sees that two parts of the page, both in sight, have no point in common. */
export async function seeApart(one: Locator, other: Locator): Promise<void> {
  const [a, b] = [await one.boundingBox(), await other.boundingBox()];
  if (!a || !b) throw new Error('both are on the page');
  const isBeside = a.x + a.width <= b.x || b.x + b.width <= a.x;
  const isAbove = a.y + a.height <= b.y || b.y + b.height <= a.y;
  expect(isBeside || isAbove, `${JSON.stringify(a)} and ${JSON.stringify(b)}`).toBe(true);
}
