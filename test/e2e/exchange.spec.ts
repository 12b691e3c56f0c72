import { expect, type Page } from '@playwright/test';
import { press, scan, type } from './keyboard.ts';
import { barcode, goTo, openRegister } from './lapak.ts';
import { seeThatItFits } from './picture.ts';
import { refundOn, sell } from './refund-page.ts';
import { ani, approvalOn, budi, signIn } from './people.ts';
import { cartOf, linesOf } from './register-page.ts';
import { test } from './restarts.ts';

const question = (page: Page) =>
  page.getByRole('dialog', { name: 'Tukar barang untuk keranjang yang mana?' });
const heldOn = (page: Page) => cartOf(page).getByRole('button', { name: /^Tahan dan ganti/ });

/** Has a shirt in the cart, and is about to exchange a kopi of an earlier sale. */
async function exchangeBesideACart(page: Page): Promise<void> {
  await scan(page, barcode.batik);
  await expect(cartOf(page)).toContainText('Rp350.000');
  await exchangeKopi(page);
  await expect(question(page)).toContainText('1 baris barang, Rp350.000');
}

/** Asks to exchange a kopi of the newest sale. */
async function exchangeKopi(page: Page): Promise<void> {
  await goTo(page, 'Penjualan');
  await page.getByRole('option').first().click();
  await press(page, 'F9');
  await refundOn(page).getByLabel('Kopi Gayo 200 g yang kembali').fill('1');
  await refundOn(page).getByLabel('Alasan').fill('Tukar');
  await expect(refundOn(page).getByRole('button', { name: /^Kembalikan Rp45\.000/ })).toBeVisible();
  await press(page, 'F11');
}

test('an exchange joins a cart that has goods once somebody has said so', async ({
  page,
  lapak,
}) => {
  const sold = await sell(lapak.calls);
  await openRegister(page, lapak.url);
  await exchangeBesideACart(page);
  await seeThatItFits(page, '1366x768-join');
  await page.setViewportSize({ width: 1024, height: 600 });
  await seeThatItFits(page, '1024x600-join');
  await page.setViewportSize({ width: 683, height: 384 });
  await seeThatItFits(page, '683x384-join');
  await press(page, 'Escape');
  await expect(question(page)).toBeHidden();
  await expect(refundOn(page)).toBeVisible(); // nothing was lost, and nothing was taken
  await expect(refundOn(page).getByLabel('Alasan')).toHaveValue('Tukar');
  await press(page, 'F11');
  await question(page).getByRole('button', { name: 'Ya, gabungkan' }).click();
  await expect(cartOf(page)).toContainText(`Tukar dari struk ${sold.number}`);
  await expect(linesOf(page)).toHaveCount(1);
  await expect(heldOn(page)).not.toContainText('ditahan');
});

test('more goods of the same receipt join the exchange that waits, as one', async ({
  page,
  lapak,
}) => {
  const sold = await sell(lapak.calls);
  await openRegister(page, lapak.url);
  await exchangeKopi(page);
  await expect(cartOf(page)).toContainText(`Tukar dari struk ${sold.number}`);
  await goTo(page, 'Penjualan');
  await page.getByRole('option').first().click();
  await press(page, 'F9');
  await refundOn(page).getByLabel('Batik Tulis Lasem yang kembali').fill('1');
  await refundOn(page).getByLabel('Alasan').fill('Sobek');
  await expect(refundOn(page).getByRole('button', { name: /^Kembalikan Rp350/ })).toBeVisible();
  await press(page, 'F11');
  await question(page).getByRole('button', { name: 'Ya, gabungkan' }).click();
  await expect(cartOf(page)).toContainText('Rp395.000');
  await expect(cartOf(page).getByText(/^Tukar dari struk/)).toHaveCount(1);
});

test('or the cart with goods is held, and the exchange begins one of its own', async ({
  page,
  lapak,
}) => {
  const sold = await sell(lapak.calls);
  await openRegister(page, lapak.url);
  await exchangeBesideACart(page);
  await question(page).getByRole('button', { name: 'Tahan keranjang itu' }).click();
  await expect(cartOf(page)).toContainText(`Tukar dari struk ${sold.number}`);
  await expect(linesOf(page)).toHaveCount(0);
  await expect(heldOn(page)).toContainText('1 ditahan');
  await scan(page, barcode.kopi);
  await expect(cartOf(page)).toContainText('Rp45.000');

  await press(page, 'PageDown');
  const rows = page.getByRole('dialog', { name: 'Tahan dan ganti keranjang' });
  await expect(rows.getByRole('listitem')).toContainText('Batik Tulis Lasem');
  await rows.getByRole('listitem').getByRole('button').click();
  await expect(cartOf(page)).toContainText('Rp350.000');
  await expect(cartOf(page)).not.toContainText('Tukar dari struk');
  await press(page, 'PageDown');
  await expect(rows.getByRole('listitem')).toContainText('Kopi Gayo 200 g');
  await expect(rows.getByRole('listitem')).toContainText(/Tukar barang .Rp45\.000/);
  for (const viewport of [
    { width: 1366, height: 768 },
    { width: 1024, height: 600 },
    { width: 683, height: 384 },
  ]) {
    await page.setViewportSize(viewport);
    await seeThatItFits(page, `${viewport.width}x${viewport.height}-held-exchange`);
  }
});

test('an exchange that waits alone in the cart is asked about as goods are', async ({
  page,
  lapak,
}) => {
  await sell(lapak.calls);
  await openRegister(page, lapak.url);
  await exchangeKopi(page);
  await expect(cartOf(page)).toContainText('Tukar dari struk');
  await sell(lapak.calls);
  await exchangeKopi(page);
  await expect(question(page)).toContainText('belum berisi barang');
  await expect(question(page)).toContainText('Rp45.000');
  await seeThatItFits(page, '1366x768-join-exchange');
  await question(page).getByRole('button', { name: 'Tahan keranjang itu' }).click();
  await expect(heldOn(page)).toContainText('1 ditahan');
  await expect(cartOf(page).getByText(/^Tukar dari struk/)).toHaveCount(1);
});

test.describe('where a PIN is asked for', () => {
  test.use({ pinUse: 'guarded' });

  test('the other customer’s cart stays until there is leave for the exchange', async ({
    page,
    lapak,
  }) => {
    const sold = await sell(lapak.calls);
    await openRegister(page, lapak.url);
    await signIn(page, ani);
    await exchangeBesideACart(page);
    const hold = question(page).getByRole('button', { name: 'Tahan keranjang itu' });
    await hold.click();
    await expect(approvalOn(page)).toBeVisible();
    await press(page, 'Escape');
    await expect(approvalOn(page)).toBeHidden();
    await expect(refundOn(page)).toBeVisible();
    await press(page, 'F11');
    await expect(question(page)).toContainText('1 baris barang, Rp350.000');
    await hold.click();
    await expect(approvalOn(page)).toBeVisible();
    await press(page, budi.key);
    await type(page, budi.pin);
    await expect(cartOf(page)).toContainText(`Tukar dari struk ${sold.number}`);
    await expect(heldOn(page)).toContainText('1 ditahan');
  });
});
