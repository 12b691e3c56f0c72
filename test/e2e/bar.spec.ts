import { expect } from '@playwright/test';
import { press } from './keyboard.ts';
import { openRegister, test } from './lapak.ts';
import { sari, sellerOn, signIn } from './people.ts';
import { buttonOn, countOnly, openShiftScreen, sheetOn } from './shift-page.ts';

test.use({ pinUse: 'guarded' });

test('a narrow bar still says who sells, and whether a shift is open', async ({ page, lapak }) => {
  await openRegister(page, lapak.url);
  const isWhole = (name: string) =>
    sellerOn(page)
      .getByText(name, { exact: true })
      .evaluate((word) => word.clientWidth > 20 && word.scrollWidth <= word.clientWidth);
  for (const width of [1024, 800, 683]) {
    await page.setViewportSize({ width, height: 600 });
    await expect.poll(() => isWhole('Belum masuk'), `${width}`).toBe(true);
  }
  await signIn(page, sari);
  expect(await isWhole('Bu Sari')).toBe(true);
  const chip = page.getByRole('banner').getByRole('button', { name: /^Shift/ });
  const dot = chip.locator('svg + span');
  const isEmpty = 'rgba(0, 0, 0, 0)';
  await expect(dot).toBeVisible();
  await expect(dot).not.toHaveCSS('background-color', isEmpty);
  await openShiftScreen(page);
  await press(page, 'F9');
  await countOnly(page, 'Rp5.000', 0);
  await sheetOn(page, 'Tutup shift').getByRole('button', { name: 'Tutup shift' }).click();
  await buttonOn(page, 'Selesai').click();
  await expect(chip).toHaveAccessibleName('Shift belum dibuka');
  await expect(dot).toHaveCSS('background-color', isEmpty);
});
