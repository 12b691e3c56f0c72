import { join } from 'node:path';
import { expect } from '@playwright/test';
import { press } from './keyboard.ts';
import { openRegister, test } from './lapak.ts';

const sizes = [
  { width: 1366, height: 768 },
  { width: 1024, height: 600 },
  { width: 1920, height: 1080 },
];

/** `LAPAK_PICTURES=docs` makes the README's picture anew; else pictures go to test-results/. */
const docs = process.env.LAPAK_PICTURES === 'docs';
const folder = join(import.meta.dirname, '..', '..', docs ? 'docs' : 'test-results/pictures');

for (const size of sizes) {
  for (const colorScheme of ['light', 'dark'] as const) {
    const name = `${size.width}x${size.height}-${colorScheme}`;
    test.describe(name, () => {
      test.use({ viewport: size, colorScheme, stall: 'sample' });

      test(`the register never scrolls as a whole and shows Bayar at ${name}`, async ({
        page,
        lapak,
      }) => {
        await openRegister(page, lapak.url);
        const products = page.getByRole('tabpanel', { name: 'Daftar barang' }).getByRole('button');
        for (const at of [0, 2, 3, 2]) await products.nth(at).click();
        const cart = page.getByRole('region', { name: 'Keranjang' });
        await expect(cart.getByRole('row')).toHaveCount(3);
        const overflow = await page.evaluate(() => {
          const { scrollHeight, clientHeight, scrollWidth, clientWidth } = document.documentElement;
          return [scrollHeight - clientHeight, scrollWidth - clientWidth];
        });
        expect(overflow).toEqual([0, 0]);
        await expect(page.getByRole('button', { name: 'Bayar' })).toBeInViewport({ ratio: 1 });
        const register = docs && name === '1366x768-light' ? 'till' : `${name}-register`;
        if (!docs || register === 'till') {
          await page.screenshot({ path: join(folder, `${register}.png`), animations: 'disabled' });
        }
        await press(page, 'F9');
        await expect(page.getByRole('dialog', { name: 'Bayar tunai' })).toBeVisible();
        if (!docs)
          await page.screenshot({ path: join(folder, `${name}-pay.png`), animations: 'disabled' });
        await page.getByRole('textbox', { name: 'Uang diterima' }).fill('2000000');
        await page.getByRole('button', { name: 'Terima pembayaran' }).click();
        await expect(page.getByRole('region', { name: 'Lunas' })).toContainText('Kembalian');
        await expect(page.getByRole('article').first()).toContainText('TOTAL');
        if (!docs)
          await page.screenshot({
            path: join(folder, `${name}-change.png`),
            animations: 'disabled',
          });
      });
    });
  }
}
