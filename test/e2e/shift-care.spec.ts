import { expect, type Page } from '@playwright/test';
import { seeNothingAgainstAxe } from './axe.ts';
import { press, scan, type } from './keyboard.ts';
import { barcode, openOtherTab, openRegister, test } from './lapak.ts';
import { linesOf, paidOn, payExactly, sheetOf } from './register-page.ts';
import {
  buttonOn,
  cardOn,
  countOnly,
  noSheet,
  openSheetOf,
  openShiftScreen,
  piecesOf,
  pressSeen,
  seen,
  sheetOn,
} from './shift-page.ts';

const askOn = (page: Page) => sheetOn(page, 'Jumlahnya betul?');
const slowly = { gapMs: 180 };

/** Opens a sheet by its key, takes the first of the reasons, and goes on from there. */
async function chooseFirst(page: Page, key: string): Promise<void> {
  await press(page, key);
  await expect(page.getByRole('radio').first()).toBeFocused();
  await press(page, ' ');
  await expect(page.getByRole('radio').first()).toBeChecked();
  await press(page, 'Enter');
}

test('more than should be in the drawer goes out only when somebody says so', async ({
  page,
  lapak,
}) => {
  await openRegister(page, lapak.url);
  await openShiftScreen(page);
  await chooseFirst(page, 'F5');
  await type(page, '250000');
  await press(page, 'Enter');
  await expect(askOn(page)).toContainText('seharusnya hanya ada Rp0');
  await seen(page);
  await seeNothingAgainstAxe(page);
  await pressSeen(page, 'Enter');
  await expect(askOn(page)).toBeHidden();
  await expect(page.getByRole('textbox', { name: 'Jumlah' })).toBeFocused();
  await press(page, 'Enter');
  await expect(askOn(page)).toBeVisible();
  await seen(page);
  await buttonOn(page, 'Ya, catat Rp250.000').click();
  await expect(page.getByText('Kas keluar Rp250.000 sudah dicatat.')).toBeVisible();
});

test('the code of a slow scanner behind an amount is asked about, and books nothing', async ({
  page,
  lapak,
}) => {
  await openRegister(page, lapak.url);
  await openShiftScreen(page);
  await chooseFirst(page, 'F4');
  await type(page, '50');
  await scan(page, barcode.kopi, slowly);
  await expect(askOn(page)).toContainText('Kode barang bisa masuk ke kolom jumlah.');
  await pressSeen(page, 'Escape');
  await expect(askOn(page)).toBeHidden();
  await expect(sheetOn(page, 'Kas masuk')).toBeVisible();
  const { cash } = await lapak.calls.shifts.x({ shift: null });
  expect(cash?.expectedRupiah).toBe(0);
});

test('a code in the note records nothing, and Enter there leads to the button', async ({
  page,
  lapak,
}) => {
  await openRegister(page, lapak.url);
  await openShiftScreen(page);
  await chooseFirst(page, 'F6');
  await page.getByRole('textbox', { name: 'Keterangan' }).focus();
  await scan(page, barcode.kopi, slowly);
  const button = sheetOn(page, 'Buka laci').getByRole('button', { name: 'Buka laci' });
  await expect(button).toBeFocused();
  await press(page, 'Enter');
  await expect(page.getByText('Laci dibuka, dan itu tercatat.')).toBeVisible();
});

test('a code in a count is asked about before the count is taken', async ({ page, lapak }) => {
  await openRegister(page, lapak.url);
  await openShiftScreen(page);
  await press(page, 'F9');
  await expect(piecesOf(page, 'Rp100.000')).toBeFocused();
  await scan(page, '8991000000', { ...slowly, suffix: [] });
  await buttonOn(page, 'Selesai menghitung').click();
  await expect(askOn(page)).toContainText('keping Rp100.000');
  await seen(page);
  await buttonOn(page, 'Periksa lagi').click();
  await expect(askOn(page)).toBeHidden();
  await buttonOn(page, 'Mulai dari nol').click();
  await expect(piecesOf(page, 'Rp100.000')).toHaveValue('');
  await expect(piecesOf(page, 'Rp100.000')).toBeFocused();
  await countOnly(page, 'Rp100', 0);
  await expect(sheetOn(page, 'Tutup shift')).toContainText('Pas');
});

test('the focus is at a row once the drawer is open, and at the button that leads on', async ({
  page,
  lapak,
}) => {
  await openRegister(page, lapak.url);
  const other = await openOtherTab(page);
  await openShiftScreen(page);
  await press(page, 'F9');
  await buttonOn(page, 'Buka laci untuk dihitung').click();
  await expect(page.getByText('Laci dibuka, dan itu tercatat.')).toBeVisible();
  await expect(piecesOf(page, 'Rp100.000')).toBeFocused();
  await countOnly(page, 'Rp100', 0);
  const sheet = sheetOn(page, 'Tutup shift');
  await expect(sheet).toContainText('Pas');
  await scan(other, barcode.kopi);
  await payExactly(other);
  await pressSeen(page, 'Enter');
  await expect(sheet.getByRole('alert')).toContainText('1 transaksi lagi');
  await expect(buttonOn(page, 'Hitung lagi')).toBeFocused();
});

test('a count is there again after Esc and after a reload, until the shift is closed', async ({
  page,
  lapak,
}) => {
  await openRegister(page, lapak.url);
  await openShiftScreen(page);
  await press(page, 'F9');
  await expect(piecesOf(page, 'Rp100.000')).toBeFocused();
  await type(page, '3');
  await press(page, 'Enter');
  await type(page, '12');
  await pressSeen(page, 'Escape');
  await noSheet(page);
  await press(page, 'F9');
  await expect(piecesOf(page, 'Rp50.000')).toHaveValue('12');
  await page.reload();
  await page.getByRole('searchbox', { name: 'Cari barang' }).waitFor();
  await openShiftScreen(page);
  await press(page, 'F9');
  await expect(piecesOf(page, 'Rp100.000')).toHaveValue('3');
  const sheet = sheetOn(page, 'Tutup shift');
  await expect(sheet).toContainText('Hitungan Anda tadi dilanjutkan.');
  await countOnly(page, 'Rp100', 0);
  await expect(sheet).toContainText('LebihRp900.000');
  await sheet.getByText('Tidak diketahui').click();
  await sheet.getByRole('button', { name: 'Tutup shift' }).click();
  await expect(sheet).toContainText('Z-000001');
  const kept = () => Object.keys(sessionStorage).filter((key) => key.includes('count'));
  expect(await page.evaluate(kept)).toEqual([]);
});

test('a sheet of a shift that another window closes says so, and does nothing more', async ({
  page,
  lapak,
}) => {
  await openRegister(page, lapak.url);
  await openShiftScreen(page);
  await chooseFirst(page, 'F5');
  await type(page, '20000');
  const { shifts } = lapak.calls;
  await shifts.count({ shift: 1, count: [] });
  const closed = { id: crypto.randomUUID(), shift: 1, reason: null, note: '' };
  await shifts.close({ ...closed, carts: 'carry' });
  await shifts.open({ id: crypto.randomUUID(), drawer: 1, float: [] });
  const sheet = sheetOn(page, 'Kas keluar');
  await expect(sheet.getByRole('alert')).toHaveText('Shift 1 sudah ditutup di jendela lain.');
  await expect(sheet.getByRole('button', { name: 'Catat kas keluar' })).toBeDisabled();
  await press(page, 'Enter');
  await pressSeen(page, 'Escape');
  await noSheet(page);
  await expect(cardOn(page)).toContainText('Shift 2 terbuka');
  const { cash } = await shifts.x({ shift: 2 });
  expect(cash?.outRupiah).toBe(0);
});

test.describe('without a shift', () => {
  test.use({ hasShift: false });

  test('a float that was counted while another window opened the drawer is told', async ({
    page,
    lapak,
  }) => {
    await openRegister(page, lapak.url);
    await scan(page, barcode.kopi);
    await expect(linesOf(page)).toHaveCount(1);
    await press(page, 'F9');
    await expect(openSheetOf(page)).toBeVisible();
    await piecesOf(page, 'Rp50.000').fill('2');
    await lapak.calls.shifts.open({ id: crypto.randomUUID(), drawer: 1, float: [] });
    await expect(sheetOf(page)).toBeVisible();
    await expect(page.getByRole('alert').filter({ hasText: 'Rp100.000' })).toHaveText(
      /Laci ini sudah dibuka di jendela lain/,
    );
    await pressSeen(page, 'Enter');
    await expect(paidOn(page)).toBeVisible();
  });
});
