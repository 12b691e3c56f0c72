import { expect } from '@playwright/test';
import { scan } from './keyboard.ts';
import { barcode, goTo, openRegister, test } from './lapak.ts';

test('the menu leads to every screen, and the cart waits in the meantime', async ({
  page,
  lapak,
}) => {
  await openRegister(page, lapak.url);
  await scan(page, barcode.kopi);
  const cart = page.getByRole('region', { name: 'Keranjang' });
  await expect(cart).toContainText('Rp45.000');

  await goTo(page, 'Barang');
  await expect(page.getByRole('heading', { name: 'Barang', level: 1 })).toBeVisible();
  await expect(cart).toBeHidden();
  await goTo(page, 'Penjualan');
  await expect(page.getByRole('heading', { name: 'Penjualan', level: 1 })).toBeVisible();
  await goTo(page, 'Pengaturan');
  await expect(page.getByRole('heading', { name: 'Pengaturan', level: 1 })).toBeVisible();
  await goTo(page, 'Kasir');
  await expect(cart).toContainText('Rp45.000');
});

test('a screen whose files do not come says so, and the register stays', async ({
  page,
  lapak,
}) => {
  await openRegister(page, lapak.url);
  await lapak.totals(); // the till has ended

  await goTo(page, 'Pengaturan');
  await expect(page.getByRole('heading', { name: 'Layar ini belum termuat' })).toBeVisible();
  await goTo(page, 'Kasir');
  await expect(page.getByRole('region', { name: 'Keranjang' })).toBeVisible();
});

test('a file that is dropped on the register is not opened in its place', async ({
  page,
  lapak,
}) => {
  await openRegister(page, lapak.url);
  const isRefused = await page.getByRole('main').evaluate((main) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['kode;nama'], 'stok.csv'));
    return ['dragover', 'drop'].map((name) => {
      const how = { bubbles: true, cancelable: true, dataTransfer };
      return !main.dispatchEvent(new DragEvent(name, how));
    });
  });
  expect(isRefused).toEqual([true, true]);
});
