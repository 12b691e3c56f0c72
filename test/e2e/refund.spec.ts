import { expect, type Page } from '@playwright/test';
import { rupiah } from '../../domain/money.ts';
import { formatVoucher } from '../../domain/payments/voucher.ts';
import type { Calls } from '../support/calls.ts';
import { seeNothingAgainstAxe } from './axe.ts';
import { press, pressTwice, scan, type } from './keyboard.ts';
import { barcode, goTo } from './lapak.ts';
import { seeThatItFits } from './picture.ts';
import { openNewest, openRefund, receiptOn, refundOn, sell } from './refund-page.ts';
import { cartOf, paidOn, sheetOf } from './register-page.ts';
import { test } from './restarts.ts';

test('a shirt comes back by keyboard alone: how many, why, and its money', async ({
  page,
  lapak,
}) => {
  const sold = await sell(lapak.calls);
  await openNewest(page, lapak.url);
  await expect(receiptOn(page, sold)).toBeVisible();
  await press(page, 'F9');
  const sheet = refundOn(page);
  await expect(sheet.getByLabel('Kopi Gayo 200 g yang kembali')).toBeFocused();
  await type(page, '1');
  await expect(sheet.getByText(/Seperti dibayar: Tunai Rp45\.000/)).toBeVisible();
  await press(page, 'Enter');
  await press(page, 'Enter');
  await expect(sheet.getByLabel('Alasan')).toBeFocused();
  await type(page, 'Salah ukuran');
  await press(page, 'Enter');
  await expect(sheet.getByRole('button', { name: /^Kembalikan Rp45\.000/ })).toBeFocused();
  await pressTwice(page, 'Enter');
  await expect(sheet).toBeHidden();

  const back = await lapak.calls.sales.receipt({ number: 'last' });
  expect(back).toMatchObject({ kind: 'refund', totalRupiah: -45_000, reason: 'Salah ukuran' });
  await expect(receiptOn(page, back)).toContainText(`Dari struk ${sold.number}: Salah ukuran`);
  const { sales, refunds } = await lapak.calls.sales.totals();
  expect({ sales, refunds }).toEqual({ sales: 1, refunds: 1 });
});

test('more than is left cannot come back, and what came back is told on its receipt', async ({
  page,
  lapak,
}) => {
  const sold = await sell(lapak.calls);
  await openNewest(page, lapak.url);
  await press(page, 'F9');
  const sheet = refundOn(page);
  await sheet.getByLabel('Kopi Gayo 200 g yang kembali').fill('3');
  await expect(sheet.getByRole('alert')).toContainText('hanya tersisa 2');
  await press(page, 'F4');
  await expect(sheet.getByLabel('Kopi Gayo 200 g yang kembali')).toHaveValue('2');
  await expect(sheet.getByRole('alert')).toBeHidden();
  await sheet.getByLabel('Masuk stok').first().uncheck();
  await sheet.getByLabel('Alasan').fill('Rusak');
  await sheet.getByRole('button', { name: /^Kembalikan/ }).click();
  const back = await lapak.calls.sales.receipt({ number: 'last' });
  await expect(receiptOn(page, back)).toBeVisible();

  await page.getByRole('option', { name: new RegExp(sold.number) }).click();
  await expect(
    receiptOn(page, sold).getByRole('button', {
      name: new RegExp(`Sudah kembali: ${back.number}`),
    }),
  ).toBeVisible();
  await press(page, 'F9');
  await expect(page.getByText('Semua barang pada struk ini sudah kembali.')).toBeVisible();
  const { product } = await lapak.calls.catalog.findBarcode({ barcode: barcode.kopi });
  const changes = await lapak.calls.inventory.history({ code: product.code, limit: 100 });
  expect(changes.filter(({ kind }) => kind === 'refund')).toEqual([]);
});

test('a key right behind the one that opens a sheet is that sheet’s, not the list’s', async ({
  page,
  lapak,
}) => {
  const coffee = await openRefund(page, lapak);
  await press(page, 'Escape');
  await expect(refundOn(page)).toBeHidden();
  await page.evaluate(async () => {
    for (const key of ['F9', 'F4']) {
      const options = { key, bubbles: true, cancelable: true };
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', options));
      await new Promise((resolve) => setTimeout(resolve)); // no frame is painted by then
    }
  });
  await expect(coffee).toHaveValue('2');
  await press(page, 'Escape');
  await expect(refundOn(page)).toBeHidden();
  await expect(page.getByRole('complementary', { name: /^Struk/ })).toBeVisible();
});

test('a sale of this shift is voided with a reason, and no other is', async ({ page, lapak }) => {
  const sold = await sell(lapak.calls);
  await openNewest(page, lapak.url);
  await press(page, 'F11');
  const sheet = page.getByRole('dialog', { name: `Batalkan struk ${sold.number}` });
  await expect(sheet.getByLabel('Alasan')).toBeFocused();
  await type(page, 'Salah ketik');
  await press(page, 'Enter');
  await press(page, 'Enter');
  const taken = await lapak.calls.sales.receipt({ number: 'last' });
  await expect(receiptOn(page, taken)).toContainText('Pembatalan');
  expect(taken).toMatchObject({ kind: 'void', totalRupiah: -sold.totalRupiah });

  await page.getByRole('option', { name: new RegExp(sold.number) }).click();
  await expect(receiptOn(page, sold)).toBeVisible();
  await press(page, 'F11');
  await expect(
    page.getByRole('dialog').getByText('Sudah ada yang kembali: pakai pengembalian.'),
  ).toBeVisible();
});

test('goods are exchanged in one act: what the new ones cost more is paid', async ({
  page,
  lapak,
}) => {
  const sold = await sell(lapak.calls);
  await openNewest(page, lapak.url);
  await press(page, 'F9');
  const sheet = refundOn(page);
  await sheet.getByLabel('Kopi Gayo 200 g yang kembali').fill('1');
  await sheet.getByLabel('Alasan').fill('Tukar');
  await press(page, 'F11');
  await expect(cartOf(page)).toContainText(`Tukar dari struk ${sold.number}`);
  await page.setViewportSize({ width: 1024, height: 600 });
  await seeThatItFits(page, '1024x600-exchange');
  await scan(page, barcode.kopi);
  await scan(page, barcode.kopi);
  await expect(cartOf(page)).toContainText('Rp90.000');
  await press(page, 'F9');
  await expect(sheetOf(page)).toContainText('Tukar barang');
  await expect(sheetOf(page)).toContainText('SisaRp45.000');
  await seeThatItFits(page, '1024x600-exchange-pay');
  await press(page, 'Enter');
  await expect(paidOn(page)).toBeVisible();

  const paid = await lapak.calls.sales.receipt({ number: 'last' });
  expect(paid.tenders).toMatchObject([
    { kind: 'exchange', amountRupiah: 45_000 },
    { kind: 'cash', amountRupiah: 45_000 },
  ]);
  const { backs } = await lapak.calls.sales.quoteRefund({ number: sold.number, lines: [] });
  expect(backs).toMatchObject([{ kind: 'refund', totalRupiah: -45_000 }]);
});

/** Two kopi of a sale come back for a voucher. @returns its code, and the receipt that gave it */
async function refundForVoucher(page: Page, { calls, url }: { calls: Calls; url: string }) {
  await sell(calls);
  await openNewest(page, url);
  await press(page, 'F9');
  const sheet = refundOn(page);
  await sheet.getByLabel('Kopi Gayo 200 g yang kembali').fill('2');
  await sheet.getByLabel('Alasan').fill('Berubah pikiran');
  await sheet.getByText('Voucher belanja').click();
  await sheet.getByRole('button', { name: /^Kembalikan Rp90\.000/ }).click();
  await expect(sheet).toBeHidden();
  const back = await calls.sales.receipt({ number: 'last' });
  const [given] = await calls.payments.givenVouchers({ number: back.number });
  const code = given?.code ?? '';
  await expect(receiptOn(page, back).getByRole('list', { name: 'Voucher' })).toContainText(
    formatVoucher(code),
  );
  return { back, code };
}

test('a refund for a voucher shows its code, which is scanned to pay, once', async ({
  page,
  lapak,
}) => {
  const { code: bare } = await refundForVoucher(page, lapak);
  const code = formatVoucher(bare);
  await press(page, 'F7');
  const message = page.getByRole('textbox', { name: 'Teks struk' });
  await expect(message).toHaveValue(new RegExp(`VOUCHER BELANJA Rp90\\.000\\*\n\\*${code}`));
  await press(page, 'Escape');
  await expect(message).toBeHidden();

  await goTo(page, 'Kasir');
  await scan(page, barcode.kopi);
  await expect(cartOf(page)).toContainText('Rp45.000');
  await press(page, 'F9');
  await press(page, 'PageUp');
  const voucher = page.getByRole('textbox', { name: 'Kode voucher' });
  await expect(voucher).toBeFocused();
  await scan(page, `LV1*${bare}`);
  await expect(page.getByText('Sisa, jadi voucher baru')).toBeVisible();
  await page.getByRole('button', { name: /^Pakai voucher/ }).click();
  await expect(paidOn(page)).toContainText('Voucher');
  const paid = await lapak.calls.sales.receipt({ number: 'last' });
  expect(paid.tenders).toEqual([{ kind: 'credit', amountRupiah: 45_000, restRupiah: 45_000 }]);
  const [rest] = await lapak.calls.payments.givenVouchers({ number: paid.number });
  await expect(paidOn(page)).toContainText(formatVoucher(rest?.code ?? ''));

  await press(page, 'Enter');
  await scan(page, barcode.kopi);
  await expect(cartOf(page)).toContainText('Rp45.000');
  await press(page, 'F9');
  await press(page, 'PageUp');
  await voucher.fill(code);
  await press(page, 'Enter');
  await expect(page.getByRole('alert')).toContainText(`sudah dipakai: struk ${paid.number}`);
});

test('a voucher that was used while its receipt stood open goes with no message', async ({
  page,
  lapak,
}) => {
  const { code } = await refundForVoucher(page, lapak);
  await sell(lapak.calls, [
    { kind: 'credit', code, amountRupiah: rupiah(90_000) },
    { kind: 'cash', amountRupiah: rupiah(350_000) },
  ]);
  await press(page, 'F7');
  const message = page.getByRole('textbox', { name: 'Teks struk' });
  await expect(message).toHaveValue(/Kopi Gayo/);
  await expect(message).not.toHaveValue(new RegExp(formatVoucher(code)));
});

for (const viewport of [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
  { width: 1024, height: 600 },
]) {
  const size = `${viewport.width}x${viewport.height}`;
  test(`what comes back fits at ${size}, in both languages`, async ({ page, lapak }) => {
    const half = { kind: 'qris', state: 'claimed', amountRupiah: rupiah(40_000) } as const;
    const { totalRupiah } = await sell(lapak.calls);
    await sell(lapak.calls, [half, { kind: 'cash', amountRupiah: rupiah(totalRupiah - 40_000) }]);
    await page.setViewportSize(viewport);
    await openNewest(page, lapak.url);
    await seeThatItFits(page, `${size}-back-receipt`);
    await seeNothingAgainstAxe(page);
    await press(page, 'F9');
    await press(page, 'F4');
    await expect(refundOn(page).getByText(/Seperti dibayar: .* \+ /)).toBeVisible();
    await seeThatItFits(page, `${size}-back-refund`);
    await seeNothingAgainstAxe(page);
    await lapak.calls.settings.switchLanguage({ language: 'en' });
    await expect(page.getByRole('dialog', { name: /^Refund of receipt/ })).toBeVisible();
    await seeThatItFits(page, `${size}-back-refund-en`);
    await press(page, 'Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await press(page, 'F11');
    await expect(page.getByRole('dialog', { name: /^Void receipt/ })).toBeVisible();
    await seeThatItFits(page, `${size}-back-void-en`);
    await seeNothingAgainstAxe(page);
  });
}
