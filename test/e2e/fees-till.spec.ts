import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { addMonths } from '../../domain/fees/period.ts';
import { writtenDate } from '../../domain/time.ts';
import { readStall } from '../../hub/fees/read-stall.ts';
import { reverse } from '../../hub/fees/reverse.ts';
import { mallActs } from '../support/mall-acts.ts';
import { seeNothingAgainstAxe } from './axe.ts';
import { charged, due, month, openCharged, owedOn, sheetOn, tab, today } from './fees-till-page.ts';
import { press, scan, type } from './keyboard.ts';
import { barcode, goTo, openRegister } from './lapak.ts';
import { ani, approvalOn, sari, signIn } from './people.ts';
import { readmePicture, seeThatItFits } from './picture.ts';
import { payExactly } from './register-page.ts';
import { seen } from './shift-page.ts';
import { reportTo, test } from './stall-hub.ts';

const savingOn = (page: Page): Locator => page.getByRole('region', { name: 'Celengan iuran' });
const lateOn = (page: Page): Locator =>
  page.getByRole('banner').getByRole('button', { name: /^Iuran: Terlambat sejak 10\// });

/** Copies what goes with a transfer, once more where the browser does not let it. */
async function copyRemark(page: Page): Promise<void> {
  const copy = sheetOn(page).getByRole('button', { name: 'Salin: Berita transfer' });
  await copy.click();
  await expect(page.getByText('Berita transfer disalin')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^TC-A12-\d{4}$/);
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed'));
  });
  await copy.click();
  await expect(page.getByText('Berita transfer tidak bisa disalin')).toBeVisible();
}

test('what is owed and until when stands large, with how each charge came', async ({
  page,
  lapak,
  hub,
}) => {
  await openCharged(page, lapak, hub);
  await expect(owedOn(page)).toContainText(`Paling lambat ${writtenDate(due)}`);
  await expect(page.getByText(/^Menurut sinkron terakhir \d\d\//)).toBeVisible();
  const rows = page.getByRole('main').getByRole('listitem');
  await expect(rows.filter({ hasText: 'Listrik' })).toContainText('484,5 kWh × Rp1.444,70');
  await expect(rows.filter({ hasText: 'Kebersihan' })).toContainText('Rp300.000');

  await page.getByRole('button', { name: /^Sudah saya lihat/ }).click();
  await expect(page.getByText(/^Tarif berubah/)).toHaveCount(0);
  await press(page, 'F1');
  const keys = page.getByRole('dialog', { name: 'Tombol di halaman iuran' });
  await expect(keys).toContainText('F9Bayar');
  await press(page, 'Escape');
  await expect(keys).toHaveCount(0);
  await seeNothingAgainstAxe(page);
});

test('a QR asks for the sum with the stall’s own digits; a claim is no payment', async ({
  page,
  lapak,
  hub,
}) => {
  const mall = await openCharged(page, lapak, hub);
  await press(page, 'F9');
  const sheet = sheetOn(page);
  await expect(sheet.getByRole('img', { name: 'QRIS pengelola, Rp1.000.017' })).toBeVisible();
  await expect(sheet).toContainText('BCA 1234567890');
  await expect(sheet).toContainText(`TC-A12-${month.slice(2, 4)}${month.slice(5)}`);
  await seen(page);
  await seeNothingAgainstAxe(page);
  await copyRemark(page);
  await sheet.getByRole('button', { name: 'Saya sudah bayar' }).click();
  await sheet.getByText('Transfer', { exact: true }).click();
  await sheet.getByRole('textbox', { name: 'Nomor referensi' }).fill('FT2633301');
  await sheet.locator('input[type=file]').setInputFiles(readmePicture);
  await expect(sheet.getByText(/^Foto \d+ kB$/)).toBeVisible();
  const heic = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic');
  for (const [name, buffer, words] of [
    ['IMG_1.HEIC', heic, /^Foto HEIC tidak terbaca/],
    ['rusak.jpg', Buffer.from('rusak'), /^Foto ini tidak terbaca/],
  ] as const) {
    await sheet.locator('input[type=file]').setInputFiles({ name, mimeType: 'image/jpeg', buffer });
    await expect(sheet.getByRole('alert')).toHaveText(words);
    await expect(sheet.getByRole('alert')).toContainText('Foto yang sebelumnya tetap dipakai.');
  }
  await expect(sheet.getByText(/^Foto \d+ kB$/)).toBeVisible();
  await sheet.getByRole('button', { name: /^Kirim/ }).click();
  await expect(owedOn(page)).toContainText('Lapor bayar Rp1.000.017 menunggu pengelola');
  await expect(owedOn(page)).toContainText('Rp1.000.000');
  await tab(page, 'Pesan');
  const told = page.getByRole('main').getByRole('listitem').filter({ hasText: 'Lapor bayar' });
  await expect(told).toContainText('terkirim, menunggu jawaban');
  await expect(told).toContainText('dengan foto');
  await told.getByRole('button', { name: 'Lihat foto' }).click();
  const photo = page.getByRole('dialog', { name: 'Foto yang dikirim' });
  const picture = photo.getByRole('img', { name: 'Foto yang dikirim' });
  await expect(picture).toBeVisible();
  expect(await picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);
  await expect(page.getByText('Disimpan; dikirim begitu ada jaringan')).toHaveCount(0); // fades
  await seeNothingAgainstAxe(page);
  await photo.getByRole('button', { name: 'Tutup' }).click();

  await mall.pay(1_000_017, today);
  await lapak.calls.sync.tryNow();
  await expect(page.getByRole('heading', { name: 'Tidak ada yang harus dibayar' })).toBeVisible();
  await expect(owedOn(page)).not.toContainText('menunggu pengelola');
  await expect(told).toContainText(/uangnya sudah tercatat, KW\/TC\//);
  await tab(page, 'Riwayat');
  await page.getByRole('button', { name: /^Kuitansi KW\/TC\// }).click();
  const kuitansi = page.getByRole('dialog', { name: 'KUITANSI' });
  await expect(kuitansi).toContainText('Satu juta tujuh belas rupiah');
  await expect(kuitansi).toContainText('Titipan');
  await kuitansi.getByRole('button', { name: 'Cetak' }).click();
  await expect(kuitansi.getByRole('button', { name: 'Cetak SALINAN' })).toBeVisible();
  await expect(kuitansi).toContainText('Dasar: 484,5 kWh × Rp1.444,70');
  await expect(kuitansi).not.toContainText('BATAL');

  const { credits } = await readStall(hub.parts, 'TC-A12');
  const order = { id: randomUUID(), stall: 'TC-A12', of: credits[0]?.id ?? '' };
  await reverse({ hub: hub.parts, by: 'pengelola-1' }, { ...order, note: 'salah lapak' });
  await lapak.calls.sync.tryNow();
  await expect(kuitansi).toContainText('BATAL');
  await expect(kuitansi).toContainText('Listrik');
  await expect(kuitansi).toContainText(/Dibatalkan \d\d\/\d\d\/\d{4}: salah lapak/);
  await seeNothingAgainstAxe(page);
});

test('once all is paid the next month is foreseen; paid ahead nothing is asked', async ({
  page,
  lapak,
  hub,
}) => {
  const mall = await openCharged(page, lapak, hub);
  const sheet = sheetOn(page);
  const next = addMonths(month, 1);
  await mall.pay(1_000_000, today);
  await lapak.calls.sync.tryNow();
  await expect(page.getByRole('heading', { name: 'Tidak ada yang harus dibayar' })).toBeVisible();
  await press(page, 'F9');
  await expect(sheet.getByRole('note')).toContainText('Belum ada yang harus dibayar.');
  await expect(sheet.getByRole('note')).toContainText('Berikutnya Rp1.000.000, paling lambat');
  await expect(sheet).toContainText(`TC-A12-${next.slice(2, 4)}${next.slice(5)}`);
  await seen(page);
  await seeThatItFits(page, 'fees-nothing-yet');
  await press(page, 'Escape');
  await mall.pay(1_000_000, today);
  await lapak.calls.sync.tryNow();
  await expect(owedOn(page)).toContainText('sudah tertutup titipan');
  await press(page, 'F9');
  await expect(sheet.getByRole('note')).toContainText('sudah tertutup titipan');
  await expect(sheet.getByRole('img')).toHaveCount(0);
  await expect(sheet.getByRole('button', { name: /^Salin/ })).toHaveCount(0);
  await expect(sheet.getByRole('alert')).toHaveCount(0);
  await seen(page);
  await seeThatItFits(page, 'fees-paid-ahead');
});

test('a claim waits for its photo to be prepared, and never goes without it', async ({
  page,
  lapak,
  hub,
}) => {
  await page.addInitScript(() => {
    const read = window.createImageBitmap.bind(window);
    const goOn = new Promise((resolve) => window.addEventListener('go-on', resolve));
    window.createImageBitmap = async (...given: [ImageBitmapSource]) => {
      await goOn;
      return read(...given);
    };
  });
  await openCharged(page, lapak, hub);
  await press(page, 'F7');
  const sheet = sheetOn(page);
  await sheet.getByText('Transfer', { exact: true }).click();
  await sheet.locator('input[type=file]').setInputFiles(readmePicture);
  await expect(sheet.getByRole('button', { name: 'Foto sedang disiapkan' })).toBeDisabled();
  await page.evaluate(() => window.dispatchEvent(new Event('go-on')));
  await expect(sheet.getByText(/^Foto \d+ kB$/)).toBeVisible();
  await sheet.getByRole('button', { name: /^Kirim/ }).click();
  await tab(page, 'Pesan');
  await expect(page.getByRole('main').getByRole('listitem')).toContainText('dengan foto');
});

test('cash for a fee is looked at again where what is to be paid changed meanwhile', async ({
  page,
  lapak,
  hub,
}) => {
  const mall = await openCharged(page, lapak, hub);
  await press(page, 'F9');
  const sheet = sheetOn(page);
  await sheet.getByRole('button', { name: 'Tunai dari laci' }).click();
  const amount = sheet.getByRole('textbox', { name: 'Jumlah' });
  await expect(amount).toHaveValue('1.000.000');
  await mall.pay(400_000, today);
  await lapak.calls.sync.tryNow();
  await expect(page.locator('section[aria-label="Harus dibayar"]')).toContainText('Rp600.000');
  await expect(amount).toHaveValue('1.000.000'); // what is filled in stays
  await sheet.getByRole('button', { name: 'Tunai dari laci' }).click();
  await expect(page.getByText(/yang harus dibayar berubah/)).toBeVisible();
  await expect(amount).toHaveValue('600.000');
});

test('without a network all can be read, and what is told waits', async ({ page, lapak, hub }) => {
  await openCharged(page, lapak, hub);
  await hub.stop();
  await page.getByRole('button', { name: /^Sanggah: Listrik/ }).click();
  const sheet = sheetOn(page);
  await seen(page);
  await sheet.getByRole('textbox', { name: 'Apa yang salah' }).fill('Listrik padam tiga hari');
  await sheet.getByRole('button', { name: /^Kirim/ }).click();
  await tab(page, 'Kalender');
  await page.getByRole('button', { name: 'Catat hari tidak berjualan' }).click();
  await seen(page);
  await sheet.getByText('Listrik padam', { exact: true }).click();
  await sheet.getByRole('button', { name: /^Kirim/ }).click();
  await page.reload();
  await goTo(page, 'Iuran');
  await expect(owedOn(page)).toContainText('Rp1.000.000');
  await tab(page, 'Pesan');
  const rows = page.getByRole('main').getByRole('listitem');
  await expect(rows.filter({ hasText: 'Sanggahan: Listrik padam tiga hari' })).toContainText(
    'menunggu jaringan',
  );
  await hub.start();
  await lapak.calls.sync.tryNow();
  await expect(rows.filter({ hasText: /^Listrik padam/ })).toContainText('dijawab');
  await tab(page, 'Tagihan');
  await expect(rows.filter({ hasText: 'Listrik' }).first()).toContainText('Disanggah');
  await tab(page, 'Kalender');
  await expect(page.getByRole('list', { name: /\d{4}$/ })).toContainText('Listrik padam');
});

test('one key puts aside what is left for today; a count says what lacks', async ({
  page,
  lapak,
  hub,
}) => {
  await openCharged(page, lapak, hub);
  const act = savingOn(page).getByRole('button', { name: /^Sisihkan Rp/ });
  await expect(act).toHaveAccessibleName(/^Sisihkan Rp84\.000/); // of Rp1.000.000 in 12 days
  await press(page, 'F6');
  await expect(savingOn(page)).toContainText('Rp84.000 dari Rp1.000.000');
  await expect(savingOn(page)).toContainText('Hari ini sudah disisihkan Rp84.000');
  await expect(act).toHaveCount(0);
  await savingOn(page).getByRole('button', { name: 'Hitung' }).click();
  await seen(page);
  await sheetOn(page).getByRole('textbox', { name: 'Jumlah' }).click();
  await type(page, '80000');
  await press(page, 'Enter');
  await press(page, 'Enter');
  await expect(page.getByText('Celengan kurang Rp4.000 dari catatan')).toBeVisible();
  await expect(savingOn(page)).toContainText('Rp80.000 dari Rp1.000.000');
  const { cash } = await lapak.calls.shifts.x({ shift: null });
  expect(cash).toMatchObject({ outRupiah: 84_000 });
});

test('a fee that is late is a quiet lamp in the bar, and no sale waits for it', async ({
  page,
  lapak,
  hub,
}) => {
  const mall = mallActs(hub.parts);
  await mall.charge(addMonths(month, -2));
  await reportTo(hub, lapak);
  await openRegister(page, lapak.url);
  await expect(lateOn(page)).toBeVisible();
  await scan(page, barcode.kopi);
  await payExactly(page);
  await mall.pay(1_000_000, today);
  await lapak.calls.sync.tryNow();
  await expect(lateOn(page)).toHaveCount(0);
});

test('a stall without a hub charges itself, and what it paid has a paper of its own', async ({
  page,
  lapak,
}) => {
  await openRegister(page, lapak.url);
  await goTo(page, 'Iuran');
  await page.getByRole('button', { name: 'Atur tarif' }).click();
  await expect(sheetOn(page)).toContainText('Rp1.000.000 per bulan');
  await seen(page);
  await sheetOn(page)
    .getByRole('button', { name: /^Simpan/ })
    .click();
  await expect(page.getByText('Belum ada tagihan')).toBeVisible();
  await goTo(page, 'Kasir');
  await scan(page, barcode.batik);
  await payExactly(page);
  await goTo(page, 'Iuran');
  await expect(owedOn(page)).toContainText('Rp1.000.000');
  await owedOn(page)
    .getByRole('button', { name: /^Tunai dari laci/ })
    .click();
  await seen(page);
  await expect(sheetOn(page)).toContainText('langsung tercatat di sini');
  await sheetOn(page)
    .getByRole('button', { name: /^Tunai dari laci/ })
    .click();
  await expect(page.getByRole('heading', { name: 'Tidak ada yang harus dibayar' })).toBeVisible();
  await tab(page, 'Riwayat');
  await page.getByRole('button', { name: /^Kuitansi BB\/own\// }).click();
  await expect(page.getByRole('dialog', { name: 'CATATAN BAYAR IURAN' })).toContainText(
    'Satu juta rupiah',
  );
});

test.describe('where people have PINs', () => {
  test.use({ pinUse: 'guarded' });

  test('a cashier sees what is owed only with the owner’s leave', async ({ page, lapak }) => {
    await openRegister(page, lapak.url);
    await signIn(page, ani);
    await goTo(page, 'Iuran');
    await page.getByRole('button', { name: 'Minta izin' }).click();
    await expect(approvalOn(page)).toBeVisible();
    await seen(page);
    await approvalOn(page).getByRole('button', { name: /Sari/ }).click();
    await type(page, sari.pin);
    await expect(page.getByRole('heading', { name: 'Iuran', level: 1 })).toBeVisible();
  });
});

for (const [name, viewport] of [
  ['1366x768', { width: 1366, height: 768 }],
  ['1024x600', { width: 1024, height: 600 }],
  ['683x384', { width: 683, height: 384 }],
] as const) {
  test.describe(name, () => {
    test.use({ viewport });

    test(`the page of fees and its sheets fit at ${name}`, async ({ page, lapak, hub }) => {
      const mall = await charged(hub);
      await mall.charge(addMonths(month, -1));
      await mall.pay(400_000, today);
      await mall.plan(addMonths(month, 1), 350_000, today);
      await reportTo(hub, lapak);
      await openRegister(page, lapak.url);
      await goTo(page, 'Iuran');
      await expect(owedOn(page)).toContainText('Rp1.600.000');
      await seeThatItFits(page, join('fees', `bills-${name}`));
      for (const [words, file] of [
        ['Riwayat', 'history'],
        ['Kalender', 'days'],
        ['Tarif', 'plan'],
      ] as const) {
        await tab(page, words);
        await seeThatItFits(page, join('fees', `${file}-${name}`));
      }
      await press(page, 'F9');
      await expect(sheetOn(page).getByRole('img')).toBeVisible();
      await seen(page);
      await seeThatItFits(page, join('fees', `pay-${name}`));
      await sheetOn(page).getByRole('button', { name: 'Saya sudah bayar' }).click();
      await expect(sheetOn(page).getByRole('textbox', { name: 'Nomor referensi' })).toBeVisible();
      await seeThatItFits(page, join('fees', `claim-${name}`));
    });
  });
}
