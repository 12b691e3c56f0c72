import { expect } from '@playwright/test';
import { barcode, goTo, openOtherTab, openRegister, test } from './lapak.ts';
import { press, scan } from './keyboard.ts';
import { seeThatItFits } from './picture.ts';

test('a name is told which of its letters the receipt cannot show', async ({ page, lapak }) => {
  await openRegister(page, lapak.url);
  await goTo(page, 'Pengaturan');
  const name = page.getByRole('textbox', { name: 'Nama lapak' });
  await expect(name).toHaveAccessibleDescription('');
  await name.fill('Toko Café 蜡染');
  await expect(name).toHaveAccessibleDescription(/tidak punya huruf 蜡 染;/);
});

test('settings are kept as a whole when a person says so, and refused at their field', async ({
  page,
  lapak,
}) => {
  await openRegister(page, lapak.url);
  await goTo(page, 'Pengaturan');
  const save = page.getByRole('button', { name: 'Simpan' });
  await expect(save).toBeDisabled();
  await expect(save).toHaveAttribute('title', 'Belum ada yang diubah');
  const name = page.getByRole('textbox', { name: 'Nama lapak' });
  await name.fill(' ');
  await expect(page.getByText('Belum disimpan')).toBeVisible();
  await save.click();
  await expect(name).toHaveAccessibleDescription('Nama lapak harus diisi');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('textbox', { name: 'Stall name' })).toHaveAccessibleDescription(
    'The stall needs a name',
  );
  await page.getByRole('button', { name: 'Indonesia' }).click();

  await name.fill('Batik Ibu Sari');
  await page.getByRole('combobox', { name: 'Pembulatan tunai' }).selectOption('Tanpa pembulatan');
  await expect(page.getByRole('banner')).not.toContainText('Batik Ibu Sari');
  await save.click();
  await expect(page.getByText('Pengaturan disimpan.')).toBeVisible();
  await expect(page.getByRole('banner')).toContainText('Batik Ibu Sari');
  await expect(page.getByText('Belum disimpan')).toBeHidden();
  await expect(save).toBeDisabled();

  await name.fill('Batik');
  await page.getByRole('button', { name: 'Urungkan' }).click();
  await expect(name).toHaveValue('Batik Ibu Sari');
});

test('what is changed and not saved waits while another screen is open', async ({
  page,
  lapak,
}) => {
  await openRegister(page, lapak.url);
  await goTo(page, 'Pengaturan');
  await page.getByRole('textbox', { name: 'Telepon' }).fill('0812 3333');
  await goTo(page, 'Kasir');
  await goTo(page, 'Pengaturan');
  await expect(page.getByRole('textbox', { name: 'Telepon' })).toHaveValue('0812 3333');
  await expect(page.getByText('Belum disimpan')).toBeVisible();
});

test('every open page follows, and keeps what is being changed in it', async ({ page, lapak }) => {
  await openRegister(page, lapak.url);
  const other = await openOtherTab(page);
  await goTo(page, 'Pengaturan');
  await page.getByRole('textbox', { name: 'Telepon' }).fill('0812 1111');

  await goTo(other, 'Pengaturan');
  await other.getByRole('textbox', { name: 'Nama lapak' }).fill('Batik Ibu Sari');
  await other.getByRole('combobox', { name: 'Warna layar' }).selectOption('Gelap');
  await other.getByRole('button', { name: 'Simpan' }).click();
  await expect(page.getByRole('banner')).toContainText('Batik Ibu Sari');
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await expect(page.getByRole('textbox', { name: 'Nama lapak' })).toHaveValue('Batik Ibu Sari');
  await expect(page.getByRole('textbox', { name: 'Telepon' })).toHaveValue('0812 1111');

  await page.getByRole('button', { name: 'Simpan' }).click();
  await expect(other.getByRole('textbox', { name: 'Telepon' })).toHaveValue('0812 1111');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(other.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible();
});

test('the screen speaks English and the receipt goes on in Indonesian', async ({ page, lapak }) => {
  await openRegister(page, lapak.url);
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('button', { name: 'Menu' })).toBeVisible();
  await scan(page, barcode.kopi);
  await press(page, 'F9');
  await page.getByRole('button', { name: 'Take payment' }).click();
  const paper = page.getByRole('article').first();
  await expect(paper).toContainText('KEMBALIAN');
  await expect(paper).toContainText('Terima kasih');
});

for (const viewport of [
  { width: 1366, height: 768 },
  { width: 1024, height: 600 },
  { width: 683, height: 384 },
]) {
  const size = `${viewport.width}x${viewport.height}`;
  test.describe(size, () => {
    test.use({ viewport });

    test(`Simpan is in sight however long the settings are, at ${size}`, async ({
      page,
      lapak,
    }) => {
      await openRegister(page, lapak.url);
      await goTo(page, 'Pengaturan');
      await page.getByRole('textbox', { name: 'Telepon' }).fill('0812');
      await expect(page.getByRole('button', { name: 'Simpan' })).toBeInViewport({ ratio: 1 });
      await seeThatItFits(page, `${size}-settings`);
    });
  });
}
