import { expect, type Page } from '@playwright/test';
import { seeNothingAgainstAxe } from './axe.ts';
import { press, pressTwice, scan, type } from './keyboard.ts';
import { barcode, openOtherTab, openRegister } from './lapak.ts';
import { seeThatItFits } from './picture.ts';
import { cartOf, linesOf, payExactly } from './register-page.ts';
import { test } from './restarts.ts';

const sheetOn = (page: Page) => page.getByRole('dialog', { name: 'Tahan dan ganti keranjang' });
const rowsOn = (page: Page) => sheetOn(page).getByRole('listitem');
const buttonOn = (page: Page) => cartOf(page).getByRole('button', { name: /^Tahan dan ganti/ });

/** Parks the cart by the keyboard, under a name. */
async function park(page: Page, name: string): Promise<void> {
  await press(page, 'PageDown');
  await expect(sheetOn(page).getByRole('textbox', { name: 'Nama keranjang ini' })).toBeFocused();
  await type(page, name);
  await press(page, 'Enter'); // to the button
  await press(page, 'Enter');
  await expect(sheetOn(page)).toBeHidden();
  await expect(cartOf(page)).toContainText('Keranjang kosong');
}

test('lesson 47: a cart is parked by name, another one is paid, and the first comes back', async ({
  page,
  lapak,
}) => {
  await openRegister(page, lapak.url);
  await scan(page, barcode.batik);
  await expect(cartOf(page)).toContainText('Rp350.000');
  await type(page, '10%');
  await expect(cartOf(page)).toContainText('Rp315.000');
  await park(page, 'Bu Rina');
  await expect(buttonOn(page)).toContainText('1 ditahan');

  await scan(page, barcode.kopi);
  await payExactly(page);
  await press(page, 'PageDown');
  await expect(rowsOn(page)).toHaveCount(1);
  await expect(rowsOn(page)).toContainText('Bu Rina');
  await expect(rowsOn(page)).toContainText('Rp315.000');
  await press(page, 'Enter'); // the open cart is empty: the first of the list has the focus
  await expect(cartOf(page)).toContainText('Rp315.000');
  await expect(cartOf(page)).toContainText('Bu Rina · 1 baris barang');
  await expect(buttonOn(page)).not.toContainText('ditahan');
  await payExactly(page);
  expect(await lapak.totals()).toMatchObject({ sales: 2, salesTotalRupiah: 360_000 });
});

test('changing one cart for another by touch keeps both, however often', async ({
  page,
  lapak,
}) => {
  await openRegister(page, lapak.url);
  await scan(page, barcode.kopi);
  await expect(cartOf(page)).toContainText('Rp45.000');
  await park(page, 'Kopi');
  await scan(page, barcode.batik);
  await expect(cartOf(page)).toContainText('Rp350.000');
  for (const [name, total] of [
    ['Kopi', 'Rp45.000'],
    ['', 'Rp350.000'],
    ['Kopi', 'Rp45.000'],
  ] as const) {
    await buttonOn(page).click();
    const row = rowsOn(page).filter({ hasText: name || 'Keranjang pukul' });
    await row.getByRole('button').click();
    await expect(sheetOn(page)).toBeHidden();
    await expect(linesOf(page)).toHaveCount(1);
    await expect(cartOf(page)).toContainText(total);
  }
  await expect(buttonOn(page)).toContainText('1 ditahan');
});

test('parked carts outlive kill -9, and a second window takes one', async ({ page, restarts }) => {
  const killed = await restarts.start();
  await openRegister(page, killed.url);
  await scan(page, barcode.kopi);
  await expect(cartOf(page)).toContainText('Rp45.000');
  await park(page, 'Bu Rina');
  await scan(page, barcode.batik);
  await expect(cartOf(page)).toContainText('Rp350.000');
  await killed.stop('SIGKILL');

  const shell = await restarts.start();
  await page.goto('about:blank');
  await openRegister(page, shell.url);
  await expect(cartOf(page)).toContainText('Rp350.000'); // it was open; it is open
  await expect(buttonOn(page)).toContainText('1 ditahan');

  const other = await openOtherTab(page);
  await expect(buttonOn(other)).toContainText('1 ditahan');
  await press(other, 'PageDown');
  await expect(rowsOn(other)).toContainText('Bu Rina');
  await press(other, 'Enter');
  await expect(cartOf(other)).toContainText('Rp45.000');
  await expect(buttonOn(page)).not.toContainText('ditahan');
});

test('a double tap or a double Enter parks one cart once', async ({ page, lapak }) => {
  await openRegister(page, lapak.url);
  await scan(page, barcode.kopi);
  await expect(cartOf(page)).toContainText('Rp45.000');
  await press(page, 'PageDown');
  await expect(sheetOn(page).getByRole('textbox')).toBeFocused();
  await pressTwice(page, 'Enter');
  await press(page, 'Enter');
  await expect(buttonOn(page)).toContainText('1 ditahan');
  await scan(page, barcode.batik);
  await expect(cartOf(page)).toContainText('Rp350.000');
  await buttonOn(page).click();
  await sheetOn(page).getByRole('button', { name: 'Tahan keranjang ini' }).dblclick();
  await expect(buttonOn(page)).toContainText('2 ditahan');
  await expect(cartOf(page)).toContainText('Keranjang kosong');
});

test('the sheet closes by Esc, and the cart is as it was', async ({ page, lapak }) => {
  await openRegister(page, lapak.url);
  await scan(page, barcode.kopi);
  await expect(cartOf(page)).toContainText('Rp45.000');
  await press(page, 'PageDown');
  await expect(sheetOn(page)).toContainText('Tidak ada keranjang yang ditahan');
  await press(page, 'Escape');
  await expect(sheetOn(page)).toBeHidden();
  await scan(page, barcode.kopi);
  await expect(cartOf(page)).toContainText('Rp90.000');
});

for (const viewport of [
  { width: 1366, height: 768 },
  { width: 1024, height: 600 },
]) {
  const size = `${viewport.width}x${viewport.height}`;
  test.describe(size, () => {
    test.use({ viewport });

    for (const language of ['id', 'en'] as const) {
      test(`parked carts are whole at ${size} in ${language}`, async ({ page, lapak }) => {
        await lapak.calls.settings.change({ language });
        const { calls } = lapak;
        for (const [at, name] of [
          'Bu Rina',
          'Meja 4 dengan nama yang panjang sekali',
          '',
        ].entries()) {
          const id = `7b0c5f00-0000-4000-8000-00000000000${at}`;
          const line = { code: 'KOPI-01', unit: 'pcs', quantityMilli: 1_000 as never, name: 'x' };
          const given = name === '' ? {} : { name };
          const cart = { id, lines: [line], scans: [], after: null, ...given };
          await calls.sales.switchCart({ cart, to: null, fresh: crypto.randomUUID() });
        }
        await page.goto(lapak.url);
        const held = language === 'id' ? /3 ditahan/ : /3 held/;
        await expect(page.getByRole('button', { name: held })).toBeVisible();
        await scan(page, barcode.batik);
        await expect(page.getByRole('option')).toHaveCount(1);
        await seeThatItFits(page, `${size}-parked-head-${language}`);
        await press(page, 'PageDown');
        await expect(page.getByRole('dialog').getByRole('listitem')).toHaveCount(3);
        await seeThatItFits(page, `${size}-parked-${language}`);
        await seeNothingAgainstAxe(page);
      });
    }
  });
}
