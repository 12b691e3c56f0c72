import { expect, type Page } from '@playwright/test';
import { scan } from './keyboard.ts';
import { barcode, openRegister, test } from './lapak.ts';

async function goTo(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('menuitem', { name }).click();
}

test('the menu leads to every screen, and the cart waits in the meantime', async ({
  page,
  lapak,
}) => {
  await openRegister(page, lapak.url);
  await scan(page, barcode.kopi);
  const cart = page.getByRole('region', { name: 'Keranjang' });
  await expect(cart).toContainText('Rp45.000');

  await goTo(page, /^Barang/);
  await expect(page.getByRole('heading', { name: 'Barang', level: 1 })).toBeVisible();
  await expect(cart).toBeHidden();
  await goTo(page, /^Pengaturan/);
  await expect(page.getByRole('heading', { name: 'Pengaturan', level: 1 })).toBeVisible();
  await goTo(page, /^Kasir/);
  await expect(cart).toContainText('Rp45.000');
});

test('a screen whose files do not come says so, and the register stays', async ({
  page,
  lapak,
}) => {
  await openRegister(page, lapak.url);
  await lapak.totals(); // the till has ended

  await goTo(page, /^Pengaturan/);
  await expect(page.getByRole('heading', { name: 'Layar ini belum termuat' })).toBeVisible();
  await goTo(page, /^Kasir/);
  await expect(page.getByRole('region', { name: 'Keranjang' })).toBeVisible();
});

test('a name is told which of its letters the receipt cannot show', async ({ page, lapak }) => {
  await openRegister(page, lapak.url);
  await goTo(page, /^Pengaturan/);
  const name = page.getByRole('textbox', { name: 'Nama lapak' });
  await expect(name).toHaveAccessibleDescription('');
  await name.fill('Toko Café 蜡染');
  await expect(name).toHaveAccessibleDescription(/tidak punya huruf 蜡 染;/);
});
