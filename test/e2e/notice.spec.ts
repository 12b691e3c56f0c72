import { expect, type Locator, type Page } from '@playwright/test';
import { press, scan } from './keyboard.ts';
import { barcode, openRegister, test } from './lapak.ts';
import { seeThatItFits } from './picture.ts';

const notice = (page: Page) => page.getByRole('alert').filter({ hasText: 'belum terdaftar' });

/** Sees that two parts of the page, both in sight, have no point in common. */
async function seeApart(one: Locator, other: Locator): Promise<void> {
  const [a, b] = [await one.boundingBox(), await other.boundingBox()];
  if (!a || !b) throw new Error('both are on the page');
  const isBeside = a.x + a.width <= b.x || b.x + b.width <= a.x;
  const isAbove = a.y + a.height <= b.y || b.y + b.height <= a.y;
  expect(isBeside || isAbove, `${JSON.stringify(a)} and ${JSON.stringify(b)}`).toBe(true);
}

for (const viewport of [
  { width: 1366, height: 768 },
  { width: 800, height: 600 },
  { width: 683, height: 384 }, // 1366x768 at 200 %
]) {
  const size = `${viewport.width}x${viewport.height}`;
  test.describe(size, () => {
    test.use({ viewport });

    test(`a notice covers neither what takes the money nor the bar's buttons at ${size}`, async ({
      page,
      lapak,
    }) => {
      await openRegister(page, lapak.url);
      await scan(page, barcode.kopi);
      await expect(page.getByRole('region', { name: 'Keranjang' })).toContainText('Rp45.000');
      await scan(page, '8991234567890');
      await expect(notice(page)).toBeVisible();
      await seeThatItFits(page, `${size}-notice`);
      const inBar = ['Menu', 'Indonesia', 'English', 'Printer: siap'];
      for (const name of ['Bayar', ...inBar]) {
        await seeApart(notice(page), page.getByRole('button', { name }));
      }
      await press(page, 'F9');
      await scan(page, '8991234567890');
      await expect(notice(page)).toBeVisible();
      await seeApart(notice(page), page.getByRole('button', { name: 'Terima pembayaran' }));
    });

    test(`a notice and the word that the till is lost stand apart at ${size}`, async ({
      page,
      lapak,
    }) => {
      await openRegister(page, lapak.url);
      await scan(page, '8991234567890');
      await expect(notice(page)).toBeVisible();
      await lapak.totals(); // which stops the till
      const lost = page.getByRole('alert').filter({ hasText: 'terputus' });
      await expect(lost).toBeVisible();
      await seeApart(notice(page), lost);
      await seeThatItFits(page, `${size}-lost`);
    });
  });
}
