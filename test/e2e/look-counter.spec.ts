import { expect, type Locator, type Page } from '@playwright/test';
import { press, scan } from './keyboard.ts';
import { barcode, openRegister, test, type Lapak } from './lapak.ts';
import { seeThatItFits } from './picture.ts';
import { seeEachInReach, seeFiguresWhole } from './reach.ts';
import { openNewest, sell } from './refund-page.ts';
import { cartOf } from './register-page.ts';
import { rupiah } from '../../domain/money.ts';

/** Every sheet of the counter in text of 150 % on a small screen: what it has is in reach. */

const viewport = { width: 1024, height: 600 };
test.use({ viewport });

/** Sees a sheet in both languages. */
async function seeSheet(page: Page, lapak: Lapak, name: string): Promise<void> {
  const sheet: Locator = page.getByRole('dialog');
  for (const language of ['en', 'id'] as const) {
    await lapak.calls.settings.switchLanguage({ language });
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await expect(sheet).toHaveCount(1);
    const at = `1024x600-150-${name}-${language}`;
    await seeThatItFits(page, at);
    await seeEachInReach(sheet, at);
    await seeFiguresWhole(page, at);
  }
}

async function leave(page: Page): Promise<void> {
  await press(page, 'Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
}

test('what comes back is whole at 150 %', async ({ page, lapak }) => {
  await lapak.calls.settings.change({ textSizePercent: 150 });
  const half = { kind: 'qris', state: 'claimed', amountRupiah: rupiah(40_000) } as const;
  await sell(lapak.calls, [half, { kind: 'cash', amountRupiah: rupiah(400_000) }]);
  await openNewest(page, lapak.url);
  await seeThatItFits(page, '1024x600-150-receipt');
  await seeEachInReach(page.getByRole('complementary', { name: /^Struk/ }), 'receipt');
  await press(page, 'F9');
  await expect(page.getByLabel('Kopi Gayo 200 g yang kembali')).toBeFocused();
  await press(page, 'F4');
  await expect(page.getByText(/Seperti dibayar: .* \+ /)).toBeVisible();
  await page.getByText('Transfer', { exact: true }).click();
  await seeSheet(page, lapak, 'refund');
  await leave(page);
  await press(page, 'F11');
  await seeSheet(page, lapak, 'void');
  await leave(page);
  await press(page, 'F7');
  await seeSheet(page, lapak, 'whatsapp');
});

test('payments are whole at 150 %', async ({ page, lapak }) => {
  await lapak.calls.settings.change({ textSizePercent: 150 });
  await openRegister(page, lapak.url);
  await scan(page, barcode.batik);
  await expect(cartOf(page)).toContainText('Rp350.000');
  await press(page, 'F9');
  await seeSheet(page, lapak, 'pay');
  for (const [key, name] of [
    ['F6', 'qris'],
    ['F8', 'card'],
    ['F11', 'transfer'],
    ['PageUp', 'voucher'],
  ] as const) {
    await press(page, key);
    await expect(page.getByRole('dialog').locator('h2')).not.toHaveText('Bayar');
    await seeSheet(page, lapak, name);
    await press(page, 'Escape');
    await expect(page.getByRole('dialog').locator('h2')).toHaveText('Bayar');
  }
});

test('what changes a cart is whole at 150 %', async ({ page, lapak }) => {
  await lapak.calls.settings.change({ textSizePercent: 150 });
  for (const name of ['Bu Rina', 'Meja 4 dengan nama yang panjang sekali', '']) {
    const id = crypto.randomUUID();
    const line = { code: 'KOPI-01', unit: 'pcs', quantityMilli: 1_000 as never, name: 'x' };
    const given = name === '' ? {} : { name };
    const cart = { id, lines: [line], scans: [], after: null, ...given };
    await lapak.calls.sales.switchCart({ cart, to: null, fresh: crypto.randomUUID() });
  }
  await openRegister(page, lapak.url);
  await scan(page, barcode.batik);
  await expect(cartOf(page)).toContainText('Rp350.000');
  for (const [key, name] of [
    ['PageDown', 'parked'],
    ['F11', 'terms'],
    ['Insert', 'quick'],
    ['F1', 'keys'],
    ['F4', 'clear'],
  ] as const) {
    await press(page, key);
    await expect(page.getByRole('dialog')).toBeVisible();
    await seeSheet(page, lapak, name);
    await leave(page);
  }
});
