import { expect, type Page } from '@playwright/test';
import { seeNothingAgainstAxe } from './axe.ts';
import { openClaims, rowsOn, sellClaimed, sheetOn } from './claims-page.ts';
import { press } from './keyboard.ts';
import { goTo, openRegister, test } from './lapak.ts';
import { seeThatItFits } from './picture.ts';
import { openNewest, openRefund, receiptOn, refundOn, sell } from './refund-page.ts';

const keysOn = (page: Page) => page.getByRole('dialog', { name: 'Tombol papan ketik' });
const dateOn = (page: Page) => page.getByLabel('Tanggal', { exact: true });

test('the one list of keys has those of every screen of the counter, its own first', async ({
  page,
  lapak,
}) => {
  const sold = await sell(lapak.calls);
  await openNewest(page, lapak.url);
  await press(page, 'F1');
  const titles = keysOn(page).getByRole('heading', { level: 3 });
  await expect(titles.first()).toHaveText('Penjualan');
  await expect(keysOn(page)).toContainText('F9Kembalikan barang dari struk ini');
  await expect(keysOn(page)).toContainText('F11Tukar barang');
  await press(page, 'F9'); // the card has the keys
  await press(page, 'F1'); // and goes by the one that opened it
  await expect(keysOn(page)).toBeHidden();
  await expect(refundOn(page)).toBeHidden();
  await expect(receiptOn(page, sold)).toBeVisible();
  await press(page, 'F1');
  await expect(keysOn(page)).toBeVisible();
  await press(page, 'Escape');
  await expect(keysOn(page)).toBeHidden();

  await goTo(page, 'Kasir');
  await press(page, 'F1');
  await expect(titles).toHaveText([
    'Kasir',
    'Bayar',
    'Menunggu uang masuk',
    'Lunas',
    'Penjualan',
    'Pengembalian',
    'Cek pembayaran',
  ]);
});

test('over the sheet of a refund F1 lists its keys, and the sheet stays as it was', async ({
  page,
  lapak,
}) => {
  const quantity = await openRefund(page, lapak);
  await press(page, 'F1');
  const titles = keysOn(page).getByRole('heading', { level: 3 });
  await expect(titles.first()).toHaveText('Pengembalian');
  await expect(keysOn(page)).toHaveCount(1);
  await seeThatItFits(page, '1366x768-keys-refund');
  await press(page, 'F4'); // the list has the keys: not all comes back
  await press(page, 'F11');
  await press(page, '+');
  await press(page, 'F1');
  await expect(keysOn(page)).toBeHidden();
  await expect(refundOn(page)).toBeVisible();
  await expect(quantity).toHaveValue('');

  await expect(quantity).toBeFocused();
  await press(page, 'F1');
  await expect(keysOn(page)).toBeVisible();
  await press(page, 'Escape'); // closes the list alone
  await expect(keysOn(page)).toBeHidden();
  await expect(refundOn(page)).toBeVisible();
  await press(page, 'F4');
  await expect(quantity).toHaveValue('2');
});

test('the screen of the claims lists its keys first, and keeps them below the list', async ({
  page,
  lapak,
}) => {
  await sellClaimed(lapak.calls);
  await openClaims(page, lapak.url);
  await expect(rowsOn(page)).toHaveCount(1);
  await press(page, 'ArrowDown');
  await seeThatItFits(page, '1366x768-claims-list');
  await press(page, 'F1');
  const titles = keysOn(page).getByRole('heading', { level: 3 });
  await expect(titles.first()).toHaveText('Cek pembayaran');
  await expect(keysOn(page)).toContainText('F6Uang sudah masuk');
  await seeThatItFits(page, '1366x768-keys-claims');
  await press(page, 'F6');
  await press(page, 'F1');
  await expect(keysOn(page)).toBeHidden();
  await expect(sheetOn(page)).toBeHidden();
  await press(page, 'F6');
  await expect(sheetOn(page)).toBeVisible();
});

test('PgUp and PgDn turn the day, and what is half typed goes', async ({ page, lapak }) => {
  await sell(lapak.calls);
  await openNewest(page, lapak.url);
  const today = await dateOn(page).inputValue();
  await press(page, 'PageUp');
  await expect(page.getByText('Tidak ada penjualan pada hari itu')).toBeVisible();
  await expect(dateOn(page)).not.toHaveValue(today);
  await press(page, 'PageDown');
  await expect(dateOn(page)).toHaveValue(today);
  await expect(page.getByRole('option')).toHaveCount(1);
  await press(page, 'Enter');
  const receipt = page.getByRole('complementary', { name: /^Struk/ });
  await expect(receipt).toBeVisible();
  await press(page, 'PageDown'); // tomorrow has not come: the receipt stays
  await press(page, 'F1');
  await expect(keysOn(page)).toBeVisible();
  await press(page, 'F1');
  await expect(keysOn(page)).toBeHidden();
  await expect(receipt).toBeVisible();
  await expect(dateOn(page)).toHaveValue(today);
});

test('in an open receipt PgUp and PgDn scroll it, and the day stays', async ({ page, lapak }) => {
  await page.setViewportSize({ width: 1024, height: 600 });
  const sold = await sell(lapak.calls);
  await openNewest(page, lapak.url);
  const body = receiptOn(page, sold).locator('[data-scrolls]');
  await body.focus();
  await press(page, 'PageDown');
  await expect.poll(() => body.evaluate((one) => one.scrollTop)).toBeGreaterThan(0);
  await press(page, 'PageUp');
  await expect.poll(() => body.evaluate((one) => one.scrollTop)).toBe(0);
  await expect(receiptOn(page, sold)).toBeVisible();
});

for (const viewport of [
  { width: 1366, height: 768 },
  { width: 1024, height: 600 },
  { width: 683, height: 384 },
]) {
  const size = `${viewport.width}x${viewport.height}`;
  test(`the list of keys is whole at ${size}, by the keyboard alone`, async ({ page, lapak }) => {
    await page.setViewportSize(viewport);
    await openRegister(page, lapak.url);
    for (const language of ['id', 'en'] as const) {
      await lapak.calls.settings.switchLanguage({ language });
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await press(page, 'F1');
      const card = page.getByRole('dialog');
      const last = card.getByText(language === 'id' ? /^Lepas pilihan/ : /^Let go of/);
      await expect(last).toBeAttached();
      await seeThatItFits(page, `${size}-keys-${language}`);
      await seeNothingAgainstAxe(page);
      await press(page, 'End');
      await expect(last).toBeInViewport();
      await expect(card.getByRole('button').first()).toBeInViewport();
      await seeThatItFits(page, `${size}-keys-end-${language}`);
      await press(page, 'Escape');
      await expect(card).toBeHidden();
    }
  });
}
