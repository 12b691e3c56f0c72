import { expect, type Page } from '@playwright/test';
import { seeNothingAgainstAxe } from './axe.ts';
import { tapTwice } from './hands.ts';
import { press, pressTwice, scan, type } from './keyboard.ts';
import { barcode, openOtherTab, openRegister, test } from './lapak.ts';
import { linesOf, paidOn, payExactly, sheetOf, takeMoneyOn } from './register-page.ts';
import {
  buttonOn,
  cardOn,
  countOnly,
  noSheet,
  openSheetOf,
  openShiftScreen,
  piecesOf,
  pressSeen,
  reportOn,
  seen,
  sheetOn,
  shiftsOn,
} from './shift-page.ts';

const kopi = (page: Page) => page.getByRole('tabpanel').getByRole('button', { name: /^Kopi Gayo/ });

test.describe('without a shift', () => {
  test.use({ hasShift: false });

  test('the first sale of a day costs one Enter more, and no PIN', async ({ page, lapak }) => {
    await openRegister(page, lapak.url);
    await kopi(page).click();
    await press(page, 'F9');
    await expect(openSheetOf(page)).toContainText('Rp45.000');
    await pressSeen(page, 'Enter');
    await expect(sheetOf(page)).toBeVisible();
    await pressSeen(page, 'Enter');
    await expect(paidOn(page)).toBeVisible();
    expect(await lapak.totals()).toMatchObject({ sales: 1, salesTotalRupiah: 45_000 });
  });

  test('Enter pressed twice opens the shift, and takes no money', async ({ page, lapak }) => {
    await openRegister(page, lapak.url);
    await kopi(page).click();
    await press(page, 'F9');
    await seen(page);
    await pressTwice(page, 'Enter');
    await expect(sheetOf(page)).toBeVisible();
    await seen(page);
    await expect(paidOn(page)).toBeHidden();
    await pressSeen(page, 'Enter');
    await expect(paidOn(page)).toBeVisible();
  });

  test('a double tap on the button that opens it takes no money either', async ({
    page,
    lapak,
  }) => {
    await openRegister(page, lapak.url);
    await kopi(page).click();
    await tapTwice(page, buttonOn(page, 'Bayar'), 250);
    await expect(openSheetOf(page)).toBeVisible();
    await expect(sheetOf(page)).toBeHidden();
    await seen(page);
    await tapTwice(page, buttonOn(page, 'Buka shift, lalu bayar'), 250);
    await expect(sheetOf(page)).toBeVisible();
    await seen(page);
    await expect(paidOn(page)).toBeHidden();
    await expect(page.getByRole('textbox', { name: 'Uang diterima' })).toHaveValue('');
  });

  test('Esc leads back to the cart; a scan into the sheet comes into it, and in no count', async ({
    page,
    lapak,
  }) => {
    await openRegister(page, lapak.url);
    await kopi(page).click();
    await press(page, 'F9');
    await expect(openSheetOf(page)).toBeVisible();
    await piecesOf(page, 'Rp100.000').focus();
    await type(page, '2');
    await scan(page, barcode.batik);
    await expect(piecesOf(page, 'Rp100.000')).toHaveValue('2');
    await expect(openSheetOf(page)).toContainText('Rp395.000');
    await press(page, 'Escape');
    await expect(openSheetOf(page)).toBeHidden();
    await expect(linesOf(page)).toHaveCount(2);
  });

  test('the float is counted by keys alone, from the smallest coin up', async ({ page, lapak }) => {
    await openRegister(page, lapak.url);
    await kopi(page).click();
    await press(page, 'F9');
    await seen(page);
    await press(page, 'ArrowUp');
    await expect(piecesOf(page, 'Rp100')).toBeFocused();
    await type(page, '25');
    await press(page, 'ArrowUp');
    await type(page, '10');
    await press(page, '+');
    await press(page, 'Enter');
    await press(page, 'Enter');
    await expect(buttonOn(page, 'Buka shift, lalu bayar')).toBeFocused();
    await expect(openSheetOf(page).getByRole('status')).toContainText('Rp4.700');
    await press(page, 'Enter');
    await expect(sheetOf(page)).toBeVisible();
  });

  test('the float is counted by touch alone', async ({ page, lapak }) => {
    await openRegister(page, lapak.url);
    await openShiftScreen(page);
    await buttonOn(page, 'Buka shift').click();
    const sheet = openSheetOf(page);
    const digit = (name: string) => sheet.getByRole('button', { name, exact: true });
    await sheet.getByText('Rp1.000').click();
    await digit('4').click();
    await digit('0').click();
    await digit('Tambah satu Rp50.000').click();
    await digit('Tambah satu Rp50.000').click();
    await digit('Kurangi satu Rp50.000').click();
    await sheet.getByText('Rp500').click();
    await digit('3').click();
    await digit('5').click();
    await digit('Hapus satu angka').click();
    await expect(sheet.getByRole('status')).toContainText('Rp91.500');
    await sheet.getByRole('button', { name: 'Buka shift' }).click();
    await expect(cardOn(page)).toContainText('Shift 1 terbuka');
    await expect(page.getByRole('button', { name: /^Shift sejak/ })).toBeVisible();
  });

  test('what the last close left is the float that is offered', async ({ page, lapak }) => {
    const { shifts } = lapak.calls;
    const opened = await shifts.open({ id: crypto.randomUUID(), drawer: 1, float: [] });
    const { shift } = opened;
    await shifts.count({ shift, count: [{ valueRupiah: 500, pieces: 30 }] });
    const reason = 'unknown' as const;
    await shifts.close({ id: crypto.randomUUID(), shift, reason, note: '', carts: 'refuse' });
    await openRegister(page, lapak.url);
    await kopi(page).click();
    await press(page, 'F9');
    await expect(piecesOf(page, 'Rp500')).toHaveValue('30');
    await expect(openSheetOf(page)).toContainText('Rp15.000');
  });
});

test('a shift that another window closes leads a payment to the sheet and loses nothing', async ({
  page,
  lapak,
}) => {
  await openRegister(page, lapak.url);
  await kopi(page).click();
  await press(page, 'F9');
  await expect(sheetOf(page)).toBeVisible();
  await type(page, '50000');
  const { shifts } = lapak.calls;
  await shifts.count({ shift: 1, count: [] });
  const closed = { id: crypto.randomUUID(), shift: 1, reason: null, note: '' };
  await shifts.close({ ...closed, carts: 'carry' });
  await pressSeen(page, 'Enter');
  await expect(openSheetOf(page)).toBeVisible();
  await pressSeen(page, 'Enter');
  await expect(openSheetOf(page)).toBeHidden();
  await expect(page.getByRole('textbox', { name: 'Uang diterima' })).toHaveValue('50.000');
  await seen(page);
  await takeMoneyOn(page).click();
  await expect(paidOn(page)).toContainText('Rp5.000');
});

test('cash out with a reason stands in the X report, on the screen and on paper', async ({
  page,
  lapak,
}) => {
  await openRegister(page, lapak.url);
  await kopi(page).click();
  await payExactly(page);
  await openShiftScreen(page);
  await press(page, 'F5');
  const sheet = sheetOn(page, 'Kas keluar');
  await expect(sheet.getByRole('button', { name: 'Pilih sebabnya dulu' })).toBeDisabled();
  await press(page, 'ArrowDown');
  await expect(page.getByRole('radio', { name: 'Beli barang' })).toBeChecked();
  await press(page, 'Enter');
  await type(page, '20000');
  await press(page, 'Enter');
  await expect(page.getByText('Kas keluar Rp20.000 sudah dicatat.')).toBeVisible();
  await noSheet(page);
  await press(page, 'F7');
  const report = reportOn(page);
  await expect(report.getByRole('heading', { name: 'Laporan X, shift 1' })).toBeVisible();
  await expect(report.getByRole('region', { name: 'Laci' })).toContainText(
    /Kas keluar−Rp20\.000.*Seharusnya adaRp25\.000/,
  );
  await expect(report.getByRole('region', { name: 'Kas keluar masuk' })).toContainText(
    'Beli barang',
  );
  await press(page, 'F8');
  await expect(page.getByText('Laporan X sudah dicetak.')).toBeVisible();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    buttonOn(page, 'Simpan PDF').click(),
  ]);
  expect(file.suggestedFilename()).toBe('laporan-X-1.pdf');
  await press(page, 'F3');
  await expect(page.getByRole('article').filter({ hasText: 'LAPORAN X' })).toHaveCount(1);
});

test('a reason “other” needs a note, and a look into the drawer is written down', async ({
  page,
  lapak,
}) => {
  await openRegister(page, lapak.url);
  await openShiftScreen(page);
  await press(page, 'F6');
  const sheet = sheetOn(page, 'Buka laci');
  await sheet.getByText('Laci, lainnya').click();
  await expect(sheet.getByRole('button', { name: 'Tulis keterangannya dulu' })).toBeDisabled();
  await page.getByRole('textbox', { name: 'Keterangan' }).fill('kunci cadangan');
  await sheet.getByRole('button', { name: 'Buka laci' }).click();
  await expect(page.getByText('Laci dibuka, dan itu tercatat.')).toBeVisible();
  await noSheet(page);
  await press(page, 'F7');
  await expect(reportOn(page)).toContainText('kunci cadangan');
  await expect(reportOn(page)).toContainText('Dibuka tanpa penjualan1');
});

test('a close is blind: counted first, then over, with a reason, and the Z is on paper', async ({
  page,
  lapak,
}) => {
  await openRegister(page, lapak.url);
  await kopi(page).click();
  await payExactly(page);
  await openShiftScreen(page);
  await press(page, 'F9');
  const sheet = sheetOn(page, 'Tutup shift');
  await expect(sheet).not.toContainText('45.000');
  await buttonOn(page, 'Buka laci untuk dihitung').click();
  await expect(page.getByText('Laci dibuka, dan itu tercatat.')).toBeVisible();
  await countOnly(page, 'Rp50.000', 2);
  await expect(sheet.getByRole('region', { name: 'Hasil hitungan' })).toContainText(
    'LebihRp55.000',
  );
  await buttonOn(page, 'Hitung lagi').click();
  await expect(piecesOf(page, 'Rp50.000')).toHaveValue('2');
  await countOnly(page, 'Rp50.000', 1);
  await expect(sheet).toContainText('Laci ini dihitung 2 kali');
  await sheet.getByText('Salah kembalian').click();
  await sheet.getByRole('button', { name: 'Tutup shift' }).click();
  await expect(sheet).toContainText('Z-000001');
  await expect(sheet).toContainText('Laporan Z sudah dicetak.');
  await buttonOn(page, 'Selesai').click();
  await noSheet(page);
  await expect(shiftsOn(page)).toHaveText([/Z-000001.*Rp45\.000.*Lebih Rp5\.000/]);
  await expect(cardOn(page)).toContainText('Shift belum dibuka');
  await press(page, 'ArrowDown');
  await press(page, 'Enter');
  await expect(reportOn(page)).toContainText('Salah kembalian');
  await press(page, 'F8');
  await expect(page.getByText('Salinan laporan Z-000001 sudah dicetak.')).toBeVisible();
  await press(page, 'Escape');
  await press(page, 'F3');
  const papers = page.getByRole('article').filter({ hasText: 'LAPORAN Z' });
  await expect(papers).toHaveCount(2);
  await expect(papers.filter({ hasText: 'SALINAN' })).toHaveCount(1);
});

test('where the stall counts openly, what should be there stands beside the count', async ({
  page,
  lapak,
}) => {
  await lapak.calls.settings.change({ closing: 'open' });
  await openRegister(page, lapak.url);
  await kopi(page).click();
  await payExactly(page);
  await openShiftScreen(page);
  await press(page, 'F9');
  const sheet = sheetOn(page, 'Tutup shift');
  await expect(sheet).toContainText('SeharusnyaRp45.000');
  await piecesOf(page, 'Rp20.000').fill('2');
  await expect(sheet).toContainText('Selisih−Rp5.000');
});

test('a sale after the count makes it stale: it is counted again before the close', async ({
  page,
  lapak,
}) => {
  await openRegister(page, lapak.url);
  const other = await openOtherTab(page);
  await openShiftScreen(page);
  await press(page, 'F9');
  const sheet = sheetOn(page, 'Tutup shift');
  await countOnly(page, 'Rp100', 0);
  await expect(sheet).toContainText('Pas');
  await kopi(other).click();
  await payExactly(other);
  await sheet.getByRole('button', { name: 'Tutup shift' }).click();
  await expect(sheet.getByRole('alert')).toContainText('1 transaksi lagi');
  await expect(sheet.getByRole('button', { name: 'Hitung sekali lagi' })).toBeDisabled();
  await buttonOn(page, 'Hitung lagi').click();
  await piecesOf(page, 'Rp20.000').fill('2');
  await countOnly(page, 'Rp5.000', 1);
  await expect(sheet).toContainText('Pas');
  await sheet.getByRole('button', { name: 'Tutup shift' }).click();
  await expect(sheet).toContainText('Z-000001');
});

test('a cart that is not paid keeps the shift open until somebody says that it goes on', async ({
  page,
  lapak,
}) => {
  await openRegister(page, lapak.url);
  await kopi(page).click();
  await expect(linesOf(page)).toHaveCount(1);
  await openShiftScreen(page);
  await press(page, 'F9');
  const sheet = sheetOn(page, 'Tutup shift');
  await countOnly(page, 'Rp100', 0);
  await sheet.getByRole('button', { name: 'Tutup shift' }).click();
  await expect(sheet.getByRole('alert')).toContainText('1 keranjang');
  await sheet.getByRole('button', { name: 'Tutup; keranjang dilanjutkan' }).click();
  await expect(sheet).toContainText('Z-000001');
  await buttonOn(page, 'Selesai').click();
  await noSheet(page);
  await press(page, 'F3');
  await expect(linesOf(page)).toHaveCount(1);
  await press(page, 'F9');
  await expect(openSheetOf(page)).toBeVisible();
});

test('a day without a sale closes as well, and says so', async ({ page, lapak }) => {
  await openRegister(page, lapak.url);
  await openShiftScreen(page);
  await press(page, 'F9');
  const sheet = sheetOn(page, 'Tutup shift');
  await expect(sheet.getByRole('button', { name: /^Hitung dulu/ })).toBeDisabled();
  await type(page, '0');
  for (let row = 0; row < 10; row += 1) await press(page, 'Enter');
  await expect(buttonOn(page, 'Selesai menghitung')).toBeFocused();
  await pressSeen(page, 'Enter');
  await expect(sheet).toContainText('Pas');
  await pressSeen(page, 'Enter');
  await expect(sheet).toContainText('Z-000001');
  await sheet.getByRole('button', { name: 'Lihat laporan' }).click();
  await expect(reportOn(page).getByRole('region', { name: 'Ringkasan' })).toContainText('OMZETRp0');
});

test('of two drawers each has its own shift, and a line sells at the one that it chose', async ({
  page,
  lapak,
}) => {
  await lapak.calls.settings.change({ drawers: 2 });
  await openRegister(page, lapak.url);
  const other = await openOtherTab(page);
  await openShiftScreen(other);
  await other.getByText('Laci 2', { exact: true }).click();
  await expect(cardOn(other)).toContainText('Shift belum dibuka');
  await press(other, 'F9');
  await expect(openSheetOf(other)).toBeVisible();
  await pressSeen(other, 'Enter');
  await noSheet(other);
  await expect(cardOn(other)).toContainText('Shift 2 terbuka');
  await press(other, 'F3');
  await kopi(other).click();
  await payExactly(other);
  await openShiftScreen(page);
  await expect(cardOn(page)).toContainText('Shift 1 terbuka');
  await press(page, 'F7');
  await expect(reportOn(page).getByRole('region', { name: 'Ringkasan' })).toContainText('OMZETRp0');
  await openShiftScreen(other);
  await press(other, 'F7');
  await expect(reportOn(other).getByRole('region', { name: 'Ringkasan' })).toContainText(
    'OMZETRp45.000',
  );
  await expect(shiftsOn(page)).toHaveCount(0); // the report stands in its place
});

test('nothing stands against the screens of the shift', async ({ page, lapak }) => {
  await openRegister(page, lapak.url);
  await kopi(page).click();
  await payExactly(page);
  await openShiftScreen(page);
  await seen(page);
  await seeNothingAgainstAxe(page);
  await press(page, 'F7');
  await expect(reportOn(page).getByRole('region', { name: 'Per jam' })).toBeVisible();
  await seeNothingAgainstAxe(page);
  await press(page, 'F4');
  await seen(page);
  await seeNothingAgainstAxe(page);
  await press(page, 'Escape');
  await noSheet(page);
  await press(page, 'F9');
  await seen(page);
  await seeNothingAgainstAxe(page);
  await countOnly(page, 'Rp100', 1);
  await expect(sheetOn(page, 'Tutup shift')).toContainText('Kurang');
  await seen(page);
  await seeNothingAgainstAxe(page);
});
