import { expect, type Page } from '@playwright/test';
import { dynamicQris } from '../../domain/payments/qris-dynamic.ts';
import { FORGED_QRIS, OTHER_QRIS, STALL_QRIS } from '../support/qris.ts';
import { seeNothingAgainstAxe } from './axe.ts';
import { paste, press, scan } from './keyboard.ts';
import { barcode, goTo, openRegister, test } from './lapak.ts';
import { seeThatItFits } from './picture.ts';
import {
  askOn,
  emptyPicture,
  fieldOn,
  groupOn,
  lampOn,
  pastePicture,
  qrPicture,
  stallChecked,
} from './qris-page.ts';

async function openSettings(page: Page, url: string): Promise<void> {
  await openRegister(page, url);
  await goTo(page, 'Pengaturan');
  await page.getByRole('heading', { name: 'Pengaturan', level: 1 }).waitFor();
}

const choose = (page: Page, file: ReturnType<typeof qrPicture>) =>
  groupOn(page).locator('input[type=file]').setInputFiles(file);

test('a QRIS that is pasted is compared, kept as it is, and removed when asked once', async ({
  page,
  lapak,
}) => {
  await openSettings(page, lapak.url);
  await paste(page, fieldOn(page), ` ${STALL_QRIS}\n`);
  const read = page.getByRole('region', { name: 'QRIS yang baru dibaca' });
  await expect(read).toContainText('BATIK IBU SARI');
  await expect(read).toContainText('ID1020000000033');
  await expect(read).toContainText('JAKARTA PUSAT');
  await expect(read.getByRole('img', { name: 'QRIS BATIK IBU SARI' })).toBeVisible();
  expect((await lapak.calls.settings.read()).qris).toBe('');
  await read.getByRole('button', { name: 'Pakai QRIS ini' }).click();
  await expect(page.getByText('QRIS lapak disimpan.')).toBeVisible();
  await expect(page.getByText('Belum disimpan')).toHaveCount(0);
  expect((await lapak.calls.settings.read()).qris).toBe(STALL_QRIS);
  await expect(groupOn(page)).toContainText('Stiker di meja belum pernah diperiksa.');

  await groupOn(page).getByRole('button', { name: 'Hapus' }).click();
  const ask = page.getByRole('dialog', { name: 'Hapus QRIS lapak?' });
  await ask.getByRole('button', { name: /^Tidak jadi/ }).click();
  expect((await lapak.calls.settings.read()).qris).toBe(STALL_QRIS);
  await groupOn(page).getByRole('button', { name: 'Hapus' }).click();
  await ask.getByRole('button', { name: 'Hapus' }).click();
  await expect(page.getByText('QRIS lapak dihapus.')).toBeVisible();
  await expect(fieldOn(page)).toBeVisible();
  expect((await lapak.calls.settings.read()).qris).toBe('');
});

test('a picture is read when it is chosen or pasted, and a sticker when it is scanned', async ({
  page,
  lapak,
}) => {
  await openSettings(page, lapak.url);
  const read = page.getByRole('region', { name: 'QRIS yang baru dibaca' });
  const drop = () => read.getByRole('button', { name: 'Batal' }).click();
  await choose(page, qrPicture(STALL_QRIS));
  await expect(read).toContainText('ID1020000000033');
  await drop();
  await pastePicture(fieldOn(page), OTHER_QRIS);
  await expect(read).toContainText('TOKO PENIPU');
  await drop();
  for (const suffix of [['Enter'], []]) {
    await fieldOn(page).focus();
    await scan(page, STALL_QRIS, { suffix });
    await expect(read).toContainText('BATIK IBU SARI');
    await drop();
  }
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(page.getByText('belum terdaftar')).toHaveCount(0);
});

test('what is no QRIS of a stall is refused in one sentence, and the old one stays', async ({
  page,
  lapak,
}) => {
  await lapak.calls.settings.change({ qris: STALL_QRIS });
  await openSettings(page, lapak.url);
  await groupOn(page).getByRole('button', { name: 'Ganti' }).click();
  const refused = [
    [dynamicQris(STALL_QRIS, 25_000), 'hanya untuk satu kali bayar', 'for a single payment'],
    [STALL_QRIS.slice(0, 90), 'terpotong atau rusak', 'cut off or damaged'],
    [STALL_QRIS.replace('SARI', 'SARA'), 'sudah diubah', 'has been changed'],
    ['https://lapak.example/', 'bukan QRIS', 'not a QRIS'],
  ] as const;
  const alert = groupOn(page).getByRole('alert');
  for (const [payload, words] of refused) {
    await paste(page, fieldOn(page), payload);
    await expect(alert).toContainText(words);
    await expect(alert).toContainText('QRIS yang lama tetap dipakai.');
    await choose(page, qrPicture(payload));
    await expect(alert).toContainText(words);
  }
  await choose(page, emptyPicture);
  await expect(alert).toContainText('Tidak ada QR yang terbaca di gambar itu.');

  await page.getByRole('button', { name: 'English' }).click();
  const group = page.getByRole('region', { name: 'QRIS of the stall' });
  await expect(group.getByRole('alert')).toContainText('No QR could be read in that picture.');
  for (const [payload, , words] of refused) {
    await paste(page, page.getByRole('textbox', { name: 'What the QRIS says' }), payload);
    await expect(group.getByRole('alert')).toContainText(words);
    await expect(group.getByRole('alert')).toContainText('The old QRIS stays in use.');
  }
  expect((await lapak.calls.settings.read()).qris).toBe(STALL_QRIS);
});

test('a stall without a QRIS is never asked for a sticker', async ({ page, lapak }) => {
  await openRegister(page, lapak.url);
  await scan(page, barcode.kopi);
  await expect(page.getByRole('option', { name: /Kopi Gayo/ })).toBeVisible();
  await expect(lampOn(page)).toHaveCount(0);
});

test('a week after the last look a lamp asks quietly, until tomorrow or a look', async ({
  page,
}) => {
  await using stall = await stallChecked(STALL_QRIS, 8);
  await openRegister(page, stall.url);
  await expect(lampOn(page)).toHaveAccessibleName('Stiker QRIS: saatnya diperiksa');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await lampOn(page).click();
  await expect(askOn(page)).toContainText('ID1020000000033');
  await askOn(page).getByRole('button', { name: 'Besok saja' }).click();
  await expect(lampOn(page)).toHaveCount(0);

  await goTo(page, 'Pengaturan');
  await groupOn(page).getByRole('button', { name: 'Periksa stiker sekarang' }).click();
  await expect(askOn(page).getByRole('textbox')).toBeFocused();
  await scan(page, STALL_QRIS);
  const same = page.getByRole('dialog', { name: 'Stiker ini milik lapak' });
  await expect(same).toContainText('BATIK IBU SARI');
  await same.getByRole('button', { name: 'Selesai' }).click();
  await expect(groupOn(page)).toContainText(/Stiker di meja cocok\. Diperiksa \d\d\/.* oleh /);
});

test('six days after a look nothing asks', async ({ page }) => {
  await using stall = await stallChecked(STALL_QRIS, 6);
  await openRegister(page, stall.url);
  await goTo(page, 'Pengaturan');
  await expect(groupOn(page)).toContainText('Stiker di meja cocok.');
  await expect(lampOn(page)).toHaveCount(0);
});

test('another’s sticker turns the screen red, says what to do, and stays told', async ({
  page,
  lapak,
}) => {
  await lapak.calls.settings.change({ qris: STALL_QRIS });
  await openRegister(page, lapak.url);
  await lampOn(page).click();
  await askOn(page).locator('input[type=file]').setInputFiles(qrPicture(OTHER_QRIS));
  const other = page.getByRole('dialog', { name: 'JANGAN terima QRIS dari stiker ini' });
  await expect(other.getByRole('listitem')).toHaveText([
    'Lepas stiker itu sekarang.',
    'Beri tahu pengelola mal, dan simpan stikernya sebagai bukti.',
    'Jangan terima pembayaran QRIS dari stiker itu.',
  ]);
  await expect(other.getByRole('region', { name: 'Yang terdaftar' })).toContainText(
    'ID1020000000033',
  );
  await expect(other.getByRole('region', { name: 'Di stiker' })).toContainText('TOKO PENIPU');
  await press(page, 'Escape');
  await expect(other).toBeVisible();
  await other.getByRole('button', { name: 'Sudah saya baca' }).click();
  await expect(lampOn(page)).toHaveAccessibleName('Stiker QRIS: BUKAN milik lapak');
  await page.reload();
  await expect(lampOn(page)).toHaveAccessibleName('Stiker QRIS: BUKAN milik lapak');

  await goTo(page, 'Jejak audit');
  await expect(page.getByRole('main')).toContainText('Stiker QRIS diperiksa');
  await expect(page.getByRole('main')).toContainText('BUKAN milik lapak');

  await lampOn(page).click();
  await expect(askOn(page)).toBeVisible();
  await scan(page, FORGED_QRIS);
  await expect(other).toContainText('uangnya masuk ke rekening orang lain');
  await other.getByRole('button', { name: 'Periksa lagi' }).click();
  await scan(page, STALL_QRIS);
  await page.getByRole('button', { name: 'Selesai' }).click();
  await expect(lampOn(page)).toHaveCount(0);
});

for (const viewport of [
  { width: 1366, height: 768 },
  { width: 1024, height: 600 },
]) {
  const size = `${viewport.width}x${viewport.height}`;
  test.describe(size, () => {
    test.use({ viewport });

    const see = async (page: Page, name: string): Promise<void> => {
      await seeThatItFits(page, `${size}-qris-${name}`);
      await seeNothingAgainstAxe(page);
    };

    test(`the group of the QRIS is whole at ${size}`, async ({ page, lapak }) => {
      await openSettings(page, lapak.url);
      await groupOn(page).scrollIntoViewIfNeeded();
      await see(page, 'none');
      await paste(page, fieldOn(page), STALL_QRIS);
      const use = page.getByRole('button', { name: 'Pakai QRIS ini' });
      await use.scrollIntoViewIfNeeded();
      await see(page, 'read');
      await use.click();
      await groupOn(page).getByRole('button', { name: 'Hapus' }).scrollIntoViewIfNeeded();
      await see(page, 'kept');
    });

    test(`the check of the sticker is whole at ${size}`, async ({ page, lapak }) => {
      await lapak.calls.settings.change({ qris: STALL_QRIS });
      await openSettings(page, lapak.url);
      await lampOn(page).click();
      await expect(askOn(page)).toBeVisible();
      for (const control of await askOn(page).getByRole('button').all()) {
        await expect(control).toBeInViewport({ ratio: 1 });
      }
      await see(page, 'ask');
      await scan(page, STALL_QRIS);
      const done = page.getByRole('button', { name: 'Selesai' });
      await expect(done).toBeInViewport({ ratio: 1 });
      await press(page, 'Enter'); // as a scanner that sends two
      await expect(done).toBeVisible();
      await see(page, 'same');
    });

    test(`another’s sticker is whole in English at ${size}`, async ({ page, lapak }) => {
      await lapak.calls.settings.change({ qris: STALL_QRIS, language: 'en' });
      await page.goto(lapak.url);
      await page.getByRole('button', { name: 'QRIS sticker: time to check it' }).click();
      await expect(page.getByRole('dialog', { name: 'Check the QRIS sticker' })).toBeVisible();
      await expect(page.getByRole('button', { name: 'Tomorrow' })).toBeInViewport({ ratio: 1 });
      await scan(page, OTHER_QRIS);
      const read = page.getByRole('button', { name: 'I have read it' });
      await expect(read).toBeInViewport({ ratio: 1 });
      await see(page, 'other-en');
      await read.click();
      const lamp = page.getByRole('button', { name: 'QRIS sticker: NOT the stall’s' });
      await expect(lamp).toBeInViewport({ ratio: 1 });
      await see(page, 'register-other-en');
    });
  });
}
