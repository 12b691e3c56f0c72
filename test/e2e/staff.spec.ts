import { expect, type Locator, type Page } from '@playwright/test';
import { rolePermissions } from '../../domain/permissions.ts';
import { seeNothingAgainstAxe } from './axe.ts';
import { press, type } from './keyboard.ts';
import { goTo, openRegister, test } from './lapak.ts';
import { ani, approvalOn, askWho, sari, sellerOn, signIn, touchPin, whoOn } from './people.ts';
import { seeThatItFits } from './picture.ts';

const setUpOn = (page: Page): Locator => page.getByRole('dialog', { name: 'PIN pemilik' });
const codeOn = (page: Page): Locator =>
  page.getByRole('dialog', { name: 'Simpan kode pemulihan ini' });
const noPinLine = (page: Page): Locator => page.getByRole('region', { name: 'PIN pemilik' });
const sheetOf = (page: Page): Locator => page.getByRole('dialog');

async function openStaff(page: Page, url: string): Promise<void> {
  await openRegister(page, url);
  await goTo(page, 'Staf');
  await page.getByRole('heading', { name: 'Staf', level: 1 }).waitFor();
}

test('a new stall sells at once, says quietly that nobody has a PIN, and stops saying so', async ({
  page,
  lapak,
}) => {
  await openRegister(page, lapak.url);
  await expect(noPinLine(page)).toContainText('siapa pun di kasir ini adalah pemilik');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await seeNothingAgainstAxe(page);
  await noPinLine(page).getByRole('button', { name: 'Tutup pesan' }).click();
  await expect(noPinLine(page)).toBeHidden();
  await page.reload();
  await expect(page.getByRole('searchbox', { name: 'Cari barang' })).toBeVisible();
  await expect(noPinLine(page)).toBeHidden();
});

test('the owner gets a name, a PIN and a recovery code by keyboard alone', async ({
  page,
  lapak,
}) => {
  await openRegister(page, lapak.url);
  await press(page, 'F12');
  await expect(whoOn(page).getByRole('button', { name: /^kasir-1/ })).toBeFocused();
  await press(page, 'Tab');
  await expect(whoOn(page).getByRole('button', { name: 'Buat PIN pemilik' })).toBeFocused();
  await press(page, 'Enter');
  await expect(setUpOn(page).getByRole('textbox')).toBeFocused();
  await press(page, 'Enter');
  await expect(setUpOn(page).getByRole('textbox')).toHaveAccessibleDescription('Nama harus diisi');
  await type(page, 'Bu Sari');
  await press(page, 'Enter');
  await type(page, '123456');
  await expect(setUpOn(page).getByRole('alert')).toContainText('terlalu mudah ditebak');
  await type(page, sari.pin);
  await type(page, '204957');
  await expect(setUpOn(page).getByRole('alert')).toContainText('Tidak sama dengan yang pertama');
  await type(page, sari.pin);
  await expect(setUpOn(page).getByText('Sekali lagi')).toBeVisible();
  await type(page, sari.pin);
  await expect(codeOn(page)).toContainText(/([2-9A-Z]{4}\s*){6}/);
  await press(page, 'Escape'); // a code that nobody has written down stays
  await expect(codeOn(page)).toBeVisible();
  await press(page, 'Tab');
  await press(page, 'Enter');
  await expect(codeOn(page)).toBeHidden();
  await expect(sellerOn(page)).toHaveAccessibleName(/Bu Sari/);
  await expect(noPinLine(page)).toBeHidden();
});

test('the same by touch, and the code on the paper of a printer', async ({ page, lapak }) => {
  await openRegister(page, lapak.url);
  await noPinLine(page).getByRole('button', { name: 'Buat PIN pemilik' }).click();
  await setUpOn(page).getByRole('textbox').fill('Bu Sari'); // the system's own keyboard
  await setUpOn(page).getByRole('button', { name: 'Lanjut' }).click();
  await touchPin(page, sari.pin);
  await expect(setUpOn(page).getByText('Sekali lagi')).toBeVisible();
  await touchPin(page, sari.pin);
  await seeNothingAgainstAxe(page);
  await codeOn(page).getByRole('button', { name: 'Cetak' }).click();
  // Its paper is the screen's, which anybody can read.
  await expect(codeOn(page).getByRole('status')).toContainText('Tulis kodenya');
  await codeOn(page).getByRole('button', { name: 'Sudah saya simpan' }).click();
  await expect(codeOn(page)).toBeHidden();
});

test.describe('with people', () => {
  test.use({ pinUse: 'guarded' });

  test('whoever has forgotten the PIN is told where another comes from', async ({
    page,
    lapak,
  }) => {
    const forgot = (dialog: Locator) => dialog.getByRole('button', { name: 'Lupa PIN?' });
    await openRegister(page, lapak.url);
    await press(page, 'F12');
    await whoOn(page).getByRole('button', { name: /^Ani/ }).click();
    await expect(whoOn(page)).toContainText('Pemilik memberi yang baru di Menu → Staf');
    await expect(forgot(whoOn(page))).toHaveCount(0);
    await press(page, 'Escape');
    await whoOn(page)
      .getByRole('button', { name: /^Bu Sari/ })
      .click();
    await expect(forgot(whoOn(page))).toBeVisible();
    await expect(whoOn(page)).not.toContainText('Pemilik memberi');
    await press(page, 'F12');
    await goTo(page, 'Pengaturan');
    await page.getByRole('textbox', { name: 'Telepon' }).fill('0812');
    await page.getByRole('button', { name: 'Simpan' }).click();
    await expect(approvalOn(page)).toContainText('Kode pemulihan dipakai di');
  });

  test('a cashier is added with a PIN by keyboard alone, and sells', async ({ page, lapak }) => {
    await openStaff(page, lapak.url);
    await signIn(page, sari);
    await press(page, 'F4');
    await expect(sheetOf(page).getByRole('textbox', { name: 'Nama' })).toBeFocused();
    await type(page, 'kasir-2');
    await press(page, 'Enter');
    await expect(sheetOf(page).getByText('tulis nama orangnya')).toBeVisible();
    await sheetOf(page).getByRole('textbox', { name: 'Nama' }).fill('Citra');
    await press(page, 'Enter');
    await expect(page.getByText('Citra disimpan.')).toBeVisible();
    const give = sheetOf(page).getByRole('button', { name: 'Beri PIN' });
    await give.focus();
    await press(page, 'Enter');
    const pin = page.getByRole('dialog', { name: 'Beri PIN' });
    await expect(pin).toBeVisible();
    await type(page, '860427');
    await expect(pin.getByText('Sekali lagi')).toBeVisible();
    await type(page, '860427');
    await expect(pin).toBeHidden();
    await press(page, 'Escape');
    await expect(page.getByRole('row', { name: /Citra/ })).toContainText('punya PIN');
    await signIn(page, { key: '4', pin: '860427', name: 'Citra' });
  });

  test('what is typed into a sheet is asked about before it goes', async ({ page, lapak }) => {
    await openStaff(page, lapak.url);
    await page.getByRole('button', { name: 'Ani', exact: true }).click();
    await sheetOf(page).getByRole('textbox', { name: 'Nama' }).fill('Ani Rahmawati');
    await press(page, 'Escape');
    await page.getByRole('button', { name: 'Lanjut mengisi' }).click();
    await sheetOf(page).getByRole('button', { name: 'Simpan' }).click();
    await expect(approvalOn(page)).toHaveAccessibleName('Mengatur staf dan peran: perlu izin');
    await type(page, sari.pin);
    await expect(page.getByRole('dialog', { name: 'Ani Rahmawati' })).toBeVisible();
  });

  test('who leaves is in no choice, comes back, and is erased by name', async ({ page, lapak }) => {
    await openStaff(page, lapak.url);
    await signIn(page, sari);
    await page.getByRole('button', { name: 'Ani', exact: true }).click();
    await sheetOf(page).getByRole('button', { name: 'Berhenti bekerja' }).click();
    const ask = page.getByRole('dialog', { name: 'Ani berhenti bekerja?' });
    await ask.getByRole('button', { name: 'Berhenti bekerja' }).click();
    await expect(sheetOf(page).getByRole('button', { name: 'Kembali bekerja' })).toBeVisible();
    await press(page, 'F12'); // also over the sheet
    await expect(whoOn(page).getByRole('button', { name: /^Budi/ })).toBeVisible();
    await expect(whoOn(page).getByRole('button', { name: /^Ani/ })).toHaveCount(0);
    await press(page, 'F12');
    await sheetOf(page).getByRole('button', { name: 'Kembali bekerja' }).click();
    await expect(sheetOf(page).getByRole('button', { name: 'Berhenti bekerja' })).toBeVisible();
    await sheetOf(page).getByRole('button', { name: 'Hapus nama' }).click();
    const erase = page.getByRole('dialog', { name: 'Hapus nama Ani?' });
    await expect(erase).toContainText('tetap tercatat sebagai kasir-3');
    await seeNothingAgainstAxe(page);
    await erase.getByRole('button', { name: 'Hapus nama' }).click();
    await expect(sheetOf(page)).toHaveCount(0);
    await expect(page.getByRole('row', { name: /Budi/ })).toBeVisible();
    await expect(page.getByText('Ani', { exact: true })).toHaveCount(0);
  });

  test('the last owner stays one', async ({ page, lapak }) => {
    await openStaff(page, lapak.url);
    await signIn(page, sari);
    await page.getByRole('button', { name: 'Bu Sari', exact: true }).click();
    await sheetOf(page).getByRole('combobox', { name: 'Peran' }).selectOption('Kasir');
    await sheetOf(page).getByRole('button', { name: 'Simpan' }).click();
    await expect(page.getByRole('alert')).toContainText('Lapak harus punya seorang pemilik');
  });

  test('a role of the stall’s own begins as a copy, and what it may not is asked for', async ({
    page,
    lapak,
  }) => {
    await openStaff(page, lapak.url);
    await signIn(page, sari);
    await page.getByText('Peran', { exact: true }).first().click();
    const table = page.getByRole('table', { name: 'Peran' });
    await expect(table.getByRole('row', { name: /Buka laci tanpa penjualan/ })).toHaveText(
      /boleh.*boleh.*tidak boleh/,
    );
    const may = table.getByRole('row').filter({ has: page.getByText(/^(tidak )?boleh$/) });
    await expect(may).toHaveCount(rolePermissions.length);
    await expect(table.getByRole('row', { name: 'Melihat iuran' })).toBeVisible();
    await press(page, 'F4');
    await expect(sheetOf(page).getByRole('textbox', { name: 'Nama peran' })).toBeFocused();
    await type(page, 'Kasir senior');
    await sheetOf(page).getByRole('checkbox', { name: 'Mengubah barang dan harga' }).check();
    await sheetOf(page).getByRole('checkbox', { name: 'Mencetak ulang struk' }).uncheck();
    await sheetOf(page).getByRole('checkbox', { name: 'Mendaftarkan kasir di hub' }).check();
    await seeNothingAgainstAxe(page);
    await sheetOf(page).getByRole('button', { name: 'Simpan' }).click();
    await expect(table.getByRole('button', { name: 'Kasir senior' })).toBeVisible();
    await seeNothingAgainstAxe(page);
    await page.getByText('Orang', { exact: true }).click();
    await page.getByRole('button', { name: 'Ani', exact: true }).click();
    await sheetOf(page).getByRole('combobox', { name: 'Peran' }).selectOption('Kasir senior');
    await sheetOf(page).getByRole('button', { name: 'Simpan' }).click();
    await expect(page.getByText('Ani disimpan.')).toBeVisible();
    await press(page, 'Escape');
    await seeNothingAgainstAxe(page);

    await page.getByText('Peran', { exact: true }).first().click();
    await table.getByRole('button', { name: 'Kasir senior' }).click();
    await sheetOf(page).getByRole('button', { name: 'Hapus peran' }).click();
    const ask = page.getByRole('dialog', { name: 'Hapus peran Kasir senior?' });
    await ask.getByRole('button', { name: 'Hapus peran' }).click();
    await expect(page.getByRole('alert')).toContainText('masih dipakai 1 orang');
    await press(page, 'Escape');

    await signIn(page, ani);
    await goTo(page, 'Barang');
    await page.getByRole('button', { name: /^Batik/ }).click();
    await sheetOf(page).getByRole('textbox', { name: 'Nama' }).fill('Batik Tulis Merah');
    await sheetOf(page).getByRole('button', { name: 'Simpan' }).click();
    await expect(page.getByRole('button', { name: 'Batik Tulis Merah' })).toBeVisible();
    await press(page, 'Escape');
    await goTo(page, 'Kasir');
    await press(page, 'F8');
    await expect(approvalOn(page)).toHaveAccessibleName('Mencetak ulang struk: perlu izin');
  });

  test('a cashier changes their own PIN, with the one before', async ({ page, lapak }) => {
    await openStaff(page, lapak.url);
    await signIn(page, ani);
    await page.getByRole('button', { name: 'Ani', exact: true }).click();
    await sheetOf(page).getByRole('button', { name: 'Ganti PIN' }).click();
    const change = page.getByRole('dialog', { name: 'Ganti PIN' });
    for (const [old, told] of [
      ['204957', 'PIN salah'],
      [ani.pin, ''],
    ] as const) {
      await expect(change.getByText('PIN Anda sekarang')).toBeVisible();
      await type(page, old);
      await expect(change.getByText('PIN baru untuk Ani')).toBeVisible();
      await type(page, '951753');
      await expect(change.getByText('Sekali lagi')).toBeVisible();
      await type(page, '951753');
      if (told !== '') await expect(change.getByRole('alert')).toContainText(told);
    }
    await expect(change).toBeHidden();
    await press(page, 'Escape');
    await signIn(page, { ...ani, pin: '951753' });
  });

  test('the settings of the till say what each of them does', async ({ page, lapak }) => {
    await openRegister(page, lapak.url);
    await signIn(page, sari);
    await goTo(page, 'Pengaturan');
    const group = page.getByRole('region', { name: 'Kasir & shift' });
    await group.getByText('Selalu', { exact: true }).click();
    await expect(group).toContainText('Kasir terkunci sampai ada yang masuk');
    await group.getByText('Lihat dulu').click();
    await expect(group).toContainText('tampak sewaktu menghitung');
    await group.getByRole('combobox', { name: 'Kunci sendiri' }).selectOption('Tidak pernah');
    await group.getByText('2 laci').click();
    await page.getByRole('button', { name: 'Simpan' }).click();
    await expect(page.getByText('Pengaturan disimpan.')).toBeVisible();
    await askWho(page);
    await type(page, '0');
    await expect(page.getByRole('dialog', { name: /^Terkunci/ })).toBeVisible();
  });

  for (const viewport of [
    { width: 1366, height: 768 },
    { width: 1024, height: 600 },
    { width: 683, height: 384 }, // 1366x768 at 200 %
  ]) {
    const size = `${viewport.width}x${viewport.height}`;
    test.describe(size, () => {
      test.use({ viewport });

      test(`people, roles, who sells and a PIN are whole at ${size}`, async ({ page, lapak }) => {
        await openStaff(page, lapak.url);
        await expect(page.getByRole('row', { name: /Ani/ })).toBeVisible();
        await seeThatItFits(page, `${size}-staff`);
        await page.getByText('Peran', { exact: true }).first().click();
        await expect(page.getByRole('table', { name: 'Peran' })).toBeVisible();
        await seeThatItFits(page, `${size}-roles`);
        await askWho(page);
        for (const tile of await whoOn(page).getByRole('button').all()) {
          await expect(tile).toBeInViewport({ ratio: 0.95 });
        }
        await seeThatItFits(page, `${size}-who`);
        await type(page, ani.key);
        for (const button of await whoOn(page).getByRole('button').all()) {
          await expect(button).toBeInViewport({ ratio: 0.95 });
        }
        await seeThatItFits(page, `${size}-pin`);
      });
    });
  }
});

test.describe('where a PIN is always asked for', () => {
  test.use({ pinUse: 'always' });

  test('a recovery code is seen by nobody but who had it made', async ({ page, lapak }) => {
    await page.clock.install();
    await page.goto(lapak.url);
    const signInByTouch = async ({ name, pin }: Readonly<Record<'name' | 'pin', string>>) => {
      await page
        .getByRole('dialog')
        .getByRole('button', { name: new RegExp(`^${name}`) })
        .click();
      await touchPin(page, pin);
      await expect(sellerOn(page)).toHaveAccessibleName(new RegExp(name));
    };
    await signInByTouch(sari);
    await goTo(page, 'Staf');
    await page.getByRole('row', { name: /Bu Sari/ }).click();
    await page.getByRole('button', { name: 'Kode pemulihan baru' }).click();
    await expect(codeOn(page)).toBeVisible();
    await page.clock.fastForward('05:10');
    await expect(page.getByRole('dialog', { name: /^Terkunci/ })).toBeVisible();
    await expect(codeOn(page)).toBeHidden();
    await signInByTouch(ani);
    await expect(codeOn(page)).toBeHidden();
    await press(page, 'F12');
    await signInByTouch(sari);
    await expect(codeOn(page)).toBeVisible();
  });
});
