import { expect } from '@playwright/test';
import { press, scan, type } from './keyboard.ts';
import { barcode } from './lapak.ts';
import { openNewest, openRefund, refundOn, sell } from './refund-page.ts';
import { seeThatItFits } from './picture.ts';
import { cartOf } from './register-page.ts';
import { test } from './restarts.ts';

test('goods are scanned back: each scan is one of its line, until none is left', async ({
  page,
  lapak,
}) => {
  const kopi = await openRefund(page, lapak);
  const sheet = refundOn(page);
  const batik = sheet.getByLabel('Batik Tulis Lasem yang kembali');
  await scan(page, barcode.kopi);
  await expect(kopi).toHaveValue('1');
  await scan(page, barcode.kopi);
  await scan(page, barcode.batik);
  await expect(kopi).toHaveValue('2');
  await expect(batik).toHaveValue('1');
  await expect(kopi).toBeFocused(); // the scanner's Enter goes nowhere
  await expect(sheet.getByRole('alert')).toBeHidden();

  await scan(page, barcode.kopi);
  await expect(sheet.getByRole('alert')).toHaveText(
    'Semua Kopi Gayo 200 g pada struk ini sudah dihitung.',
  );
  await expect(kopi).toHaveValue('2');
  await scan(page, barcode.sambal);
  await expect(sheet.getByRole('alert')).toHaveText('Sambal Roa Manado tidak ada pada struk ini.');
  await seeThatItFits(page, '1366x768-back-scanned');
  await scan(page, '8990000000000');
  await expect(sheet.getByRole('alert')).toContainText('8990000000000');
  await batik.fill('');
  await expect(sheet.getByRole('alert')).toBeHidden();
  await scan(page, barcode.sambal);
  await expect(sheet.getByRole('alert')).toHaveText('Sambal Roa Manado tidak ada pada struk ini.');
  await scan(page, barcode.batik); // the next one counts: what was refused may not be seen yet
  await expect(batik).toHaveValue('1');
  await expect(sheet.getByRole('alert')).toHaveText('Sambal Roa Manado tidak ada pada struk ini.');
  await kopi.fill('1');
  await expect(sheet.getByRole('alert')).toBeHidden();

  await sheet.getByLabel('Alasan').focus();
  await type(page, 'Cacat');
  await scan(page, barcode.kopi); // into the reason: it is no part of it
  await expect(kopi).toHaveValue('2');
  await expect(sheet.getByLabel('Alasan')).toHaveValue('Cacat');
  await sheet.getByRole('button', { name: /^Kembalikan Rp440\.000/ }).click();
  await expect(sheet).toBeHidden();
  expect(await lapak.totals()).toMatchObject({ sales: 1, refunds: 1, refundsTotalRupiah: 440_000 });
});

test('goods that are scanned beside an open receipt are told, and counted nowhere', async ({
  page,
  lapak,
}) => {
  await sell(lapak.calls);
  await openNewest(page, lapak.url);
  await scan(page, barcode.kopi);
  await press(page, 'F10');
  await page.getByRole('menuitem', { name: 'Kasir', exact: true }).click();
  await expect(cartOf(page).getByRole('alert')).toContainText(`Pindaian ${barcode.kopi} tidak`);
  await expect(cartOf(page)).toContainText('Keranjang kosong');
});
