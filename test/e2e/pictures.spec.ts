import { expect } from '@playwright/test';
import { press } from './keyboard.ts';
import { openRegister, test } from './lapak.ts';
import { readmePicture, seeThatItFits, wantedPictures } from './picture.ts';

test.use({ stall: 'sample' });

for (const viewport of [
  { width: 1366, height: 768 },
  { width: 1024, height: 600 },
  { width: 1920, height: 1080 },
]) {
  const size = `${viewport.width}x${viewport.height}`;
  test.describe(size, () => {
    test.use({ viewport });

    test(`the register never scrolls as a whole and shows Bayar at ${size}`, async ({
      page,
      lapak,
    }) => {
      await openRegister(page, lapak.url);
      const products = page.getByRole('tabpanel', { name: 'Daftar barang' }).getByRole('button');
      for (const at of [0, 2, 3, 2]) await products.nth(at).click();
      const cart = page.getByRole('region', { name: 'Keranjang' });
      await expect(cart.getByRole('listbox').getByRole('option')).toHaveCount(3);
      await expect(page.getByRole('button', { name: 'Bayar' })).toBeInViewport({ ratio: 1 });
      if (wantedPictures === 'docs' && size === '1366x768') {
        await page.screenshot({ path: readmePicture, animations: 'disabled' });
      }
      await seeThatItFits(page, `${size}-register`);
      await press(page, 'F9');
      await expect(page.getByRole('dialog', { name: 'Bayar', exact: true })).toBeVisible();
      await seeThatItFits(page, `${size}-pay`);
      await page.getByRole('textbox', { name: 'Uang diterima' }).fill('1000000');
      await page.getByRole('button', { name: 'Terima pembayaran' }).click();
      await expect(page.getByRole('region', { name: 'Lunas' })).toContainText('Kembalian');
      await expect(page.getByRole('article').first()).toContainText('TOTAL');
      await seeThatItFits(page, `${size}-change`);
    });
  });
}
