import { expect, type Locator, type Page } from '@playwright/test';
import { seeNothingAgainstAxe } from './axe.ts';
import { type ConsoleHub, signIn, test } from './console-hub.ts';
import { consoleOf } from './console-page.ts';
import { seeThatItFits } from './picture.ts';

test.use({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });

test('a calendar that is still to come has its place, in sight, and the focus', async ({
  page,
  hub,
}) => {
  const { promise: asked, resolve: come } = Promise.withResolvers<void>();
  await page.route(/Calendar-.*\.js$/, async (route) => {
    await asked;
    await route.continue();
  });
  const { dialog, calendar } = await openUntil(page, hub);
  await expect(calendar.getByRole('status', { name: 'Memuat…' })).toBeVisible();
  await expect(calendar).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(calendar).toHaveCount(0);
  await expect(dialog).toBeVisible();
  await dialog.getByRole('button', { name: 'Kalender: Sampai' }).tap();
  await expect(calendar).toBeInViewport({ ratio: 1 });
  const before = await boxOf(calendar);
  come();
  await expect(page.getByRole('button', { name: 'Minggu, 29 November 2026' })).toBeFocused();
  expect(await boxOf(calendar)).toEqual(before);
  expect(await page.evaluate(() => innerWidth)).toBe(390);
  await seeNothingAgainstAxe(page);
  await seeThatItFits(page, 'console-until-calendar-phone');
  await page.keyboard.press('Escape');
  await expect(calendar).toHaveCount(0);
  await expect(dialog).toBeVisible();
});

test('going back closes the calendar, then the dialog that it is in', async ({ page, hub }) => {
  const { dialog, calendar } = await openUntil(page, hub);
  await expect(page.getByRole('button', { name: 'Minggu, 29 November 2026' })).toBeFocused();
  await page.goBack();
  await expect(calendar).toHaveCount(0);
  await expect(dialog).toBeVisible();
  await page.goBack();
  await expect(dialog).toHaveCount(0);
  await expect(consoleOf(page).title).toHaveText('Kabar');
});

test('what is wrong with a period stands below its dates, which are whole', async ({
  page,
  hub,
}) => {
  await signIn(page, hub);
  const { main } = consoleOf(page);
  await main.getByRole('link', { name: /Kopi Gayo/ }).tap();
  const fields = ['Dari tanggal', 'Sampai tanggal'].map((name) =>
    main.getByRole('textbox', { name }),
  );
  await fields[0]?.fill('31/12/2026');
  await page.keyboard.press('Enter');
  const wrong = main.getByRole('alert').filter({ hasText: 'Tanggal awal' });
  await expect(wrong).toBeVisible();
  const top = (await wrong.boundingBox())?.y ?? 0;
  for (const field of fields) {
    const box = await field.boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(top);
    expect(await field.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0);
  }
  await seeThatItFits(page, 'console-period-wrong-phone');
});

test('the way back to today begins where the title does', async ({ page, hub }) => {
  await signIn(page, hub);
  const { button, title } = consoleOf(page);
  await button('Hari sebelumnya').tap();
  const word = button('Hari ini').getByText('Hari ini');
  await expect(word).toBeVisible();
  expect((await word.boundingBox())?.x).toBeCloseTo((await title.boundingBox())?.x ?? 0, 0);
});

/** Opens the calendar of the last date of an announcement, the first since the page was loaded. */
async function openUntil(page: Page, hub: ConsoleHub) {
  await signIn(page, hub);
  const { openPage, main } = consoleOf(page);
  await openPage(/^Kabar/);
  await main.getByRole('button', { name: 'Buat pengumuman' }).first().tap();
  const dialog = page.getByRole('dialog', { name: 'Buat pengumuman' });
  await dialog.getByRole('button', { name: 'Kalender: Sampai' }).tap();
  return { dialog, calendar: page.getByRole('dialog', { name: 'Kalender: Sampai' }) };
}

/** In whole pixels. */
async function boxOf(part: Locator) {
  const box = await part.boundingBox();
  if (box === null) throw new Error('it is on the page');
  return [box.x, box.y, box.width, box.height].map(Math.round);
}
