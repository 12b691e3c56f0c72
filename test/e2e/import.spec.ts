import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Download, type Page } from '@playwright/test';
import { barcode, goTo, openOtherTab, openRegister, test } from './lapak.ts';
import { seeThatItFits } from './picture.ts';

/** Prices with points beside a quantity with a decimal point; a row of each kind. */
const stock = `kode;nama;kategori;satuan;isi;harga;barcode;stok;warna
KOPI-01;Kopi Gayo 200 g;Kopi;pcs;1;48.000;${barcode.kopi};72;hitam
KOPI-01;Kopi Gayo 200 g;Kopi;lusin;12;520.000;;;hitam
BTK-01;Batik Tulis Lasem Merah;Batik Tulis;pcs;1;375.000;;;merah
KRP-01;Keripik Tempe Malang;Keripik;pcs;1;18.000;;40;
GULA-1;Gula aren curah;Dapur;kg;1;42.000;;12.5;
GULA-1;Gula aren curah;Dapur;ons;0.1;4.500;;;
TEH-1;"Teh melati, celup";Minuman;pcs;1;dua belas;8991234567891;30;
TEH-2;"Teh hijau;Minuman;pcs;1;9.500;;;
KRP-01;Keripik Tempe Malang;Keripik;bal;;150.000;;;
`;

async function openWizard(page: Page, url: string): Promise<void> {
  await openRegister(page, url);
  await page.keyboard.press('F10');
  await page.getByRole('menuitem', { name: /^Barang/ }).click();
  await page.getByRole('button', { name: 'Impor dari CSV' }).click();
}

async function choose(page: Page, name: string, content: string): Promise<void> {
  const file = { name, mimeType: 'text/csv', buffer: Buffer.from(content) };
  await page.locator('input[type=file]').setInputFiles(file);
}

async function textOf(download: Download): Promise<string> {
  return readFileSync(await download.path(), 'utf8');
}

async function downloaded(page: Page, button: string): Promise<string> {
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  return textOf(await coming);
}

test('a file comes in after its doubt is settled and each change was shown', async ({
  page,
  lapak,
}) => {
  await openWizard(page, lapak.url);
  await choose(page, 'stok.csv', stock);

  const question = page.getByRole('region', { name: 'Bagaimana angka di kolom harga dibaca?' });
  await expect(question.getByRole('button', { name: 'Lanjutkan' })).toBeDisabled();
  await question.getByText('48.000 berarti 48.000').click();
  await question.getByRole('button', { name: 'Lanjutkan' }).click();

  const report = page.getByRole('region', { name: 'Impor barang' });
  await expect(report).toContainText('Kolom yang tidak dipakai: warna.');
  const changes = report.getByRole('tabpanel');
  await expect(changes.getByRole('row', { name: /Kopi Gayo/ })).toContainText('Rp45.000Rp48.000');
  await expect(changes.getByRole('row', { name: /Gula aren/ })).toContainText('Barang baru');
  await report.getByRole('tab', { name: /Ditolak/ }).click();
  await expect(changes).toContainText('Bukan angka: dua belas');
  await report.getByRole('tab', { name: /Peringatan/ }).click();
  await expect(changes).toContainText('di berkas 72, di katalog tetap 50');
  const rejected = await downloaded(page, 'Unduh baris yang ditolak');

  await report.getByRole('button', { name: 'Masukkan 3 barang' }).click();
  await expect(report).toContainText('stok.csv sudah dimasukkan');
  await report.getByRole('button', { name: 'Pilih berkas lain' }).click();
  const mended = rejected.replace('dua belas', '12.000').replace('"""Teh hijau', 'Teh hijau');
  await choose(page, 'ditolak.csv', mended.replace('bal;;', 'bal;10;'));
  await report.getByRole('button', { name: 'Masukkan 3 barang' }).click();
  await expect(report).toContainText('ditolak.csv sudah dimasukkan');
});

test('the example and the export are files that can be imported', async ({ page, lapak }) => {
  await openWizard(page, lapak.url);
  const template = await downloaded(page, 'Unduh contoh berkas');
  const exported = await downloaded(page, 'Ekspor semua barang');

  expect(exported).toContain(`KOPI-01;Kopi Gayo 200 g;Kopi;pcs;1;45000;${barcode.kopi};50;;\r\n`);
  const report = page.getByRole('region', { name: 'Impor barang' });
  await choose(page, 'barang.csv', exported);
  await expect(report).toContainText('Tidak ada barang yang berubah');
  await expect(report.getByRole('button', { name: /Masukkan/ })).toBeDisabled();
  await report.getByRole('button', { name: 'Pilih berkas lain' }).click();
  await choose(page, 'contoh.csv', template);
  await expect(report.getByRole('button', { name: 'Masukkan 1 barang' })).toBeEnabled();
});

test('a file that cannot be taken says what is wrong with it', async ({ page, lapak }) => {
  await openWizard(page, lapak.url);
  for (const [content, words] of [
    ['', 'Berkas ini kosong'],
    ['nama;stok\nA;1\n', 'kode, harga'],
    ['kode;nama;harga\n\n', 'salah.csv hanya berisi judul kolom.'],
    ['kode;nama;harga;harga\nA;B;1;1\n', 'harga, harga'],
  ] as const) {
    await choose(page, 'salah.csv', content);
    await expect(page.getByRole('alert')).toContainText(words);
  }
});

/** Begins an import that is under way for good: nothing behind its first progress arrives. */
async function beginForGood(page: Page, url: string): Promise<void> {
  await page.routeWebSocket(/\/rpc$/, (socket) => {
    let isApplied = false;
    let isHeld = false;
    const server = socket.connectToServer();
    socket.onMessage((message) => {
      isApplied ||= String(message).includes('"mode":"apply"');
      server.send(message);
    });
    server.onMessage((message) => {
      if (!isHeld) socket.send(message);
      isHeld = isApplied && (isHeld || String(message).includes('"doneRows"'));
    });
  });
  await openWizard(page, url);
  const rows = Array.from({ length: 1_000 }, (_, i) => `B-${i};Barang ${i};1500`);
  await choose(page, 'panjang.csv', ['kode;nama;harga', ...rows, ''].join('\n'));
  await page.getByRole('button', { name: 'Masukkan 1.000 barang' }).click();
  await expect(page.getByText(/^[1-9][\d.]* dari 1.000 baris$/)).toBeVisible();
}

test('an import that a reload stopped is told on the page that is loaded', async ({
  page,
  lapak,
}) => {
  await beginForGood(page, lapak.url);
  await page.reload();
  await expect(page.getByRole('alert')).toContainText('Impor panjang.csv terhenti');
  await page.reload();
  await page.getByRole('searchbox', { name: 'Cari barang' }).waitFor();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('an import that ends with the till is told as stopped, and is no fault', async ({
  page,
  lapak,
}) => {
  await beginForGood(page, lapak.url);
  await lapak.totals(); // which stops the till
  await expect(page.getByRole('region', { name: 'Pilih berkas CSV' })).toContainText(
    'Impor dihentikan. Yang sudah masuk tetap ada.',
  );
  expect(readFileSync(join(lapak.dataDir, 'lapak.log'), 'utf8')).not.toMatch(/FAULT|Error/);
});

for (const viewport of [
  { width: 1366, height: 768 },
  { width: 1024, height: 600 },
]) {
  const size = `${viewport.width}x${viewport.height}`;
  test.describe(size, () => {
    test.use({ viewport });

    test(`each step of an import fits at ${size}`, async ({ page, lapak }) => {
      const fits = (step: string) => seeThatItFits(page, `${size}-import-${step}`);
      await openWizard(page, lapak.url);
      await expect(page.getByRole('button', { name: 'Ekspor semua barang' })).toBeInViewport();
      await fits('1-pick');
      await choose(page, 'stok.csv', stock);
      await page.getByText('48.000 berarti 48.000').click();
      await fits('2-doubt');
      await page.getByRole('button', { name: 'Lanjutkan' }).click();
      await expect(page.getByRole('button', { name: 'Masukkan 3 barang' })).toBeInViewport();
      await fits('3-changes');
      await page.getByRole('tab', { name: /Ditolak/ }).click();
      await fits('4-rejected');
      await page.getByRole('tab', { name: /Peringatan/ }).click();
      await fits('5-notes');
      await page.getByRole('button', { name: 'Masukkan 3 barang' }).click();
      await expect(page.getByRole('button', { name: 'Selesai' })).toBeInViewport();
      await fits('6-done');
    });
  });
}

test('what another window changed after the check is shown before it is overwritten', async ({
  page,
  lapak,
}) => {
  await openWizard(page, lapak.url);
  await choose(page, 'harga.csv', 'kode;nama;harga\nKOPI-01;Kopi Gayo 200 g;47000\n');
  const report = page.getByRole('region', { name: 'Impor barang' });
  const row = report.getByRole('row', { name: /Kopi Gayo/ });
  await expect(row).toContainText('Rp45.000Rp47.000');
  const other = await openOtherTab(page);
  await goTo(other, 'Barang');
  await other.getByRole('row', { name: /Kopi Gayo/ }).click();
  await other.getByRole('textbox', { name: 'Harga', exact: true }).fill('52000');
  await other.getByRole('button', { name: 'Simpan' }).click();
  await expect(other.getByRole('row', { name: /Kopi Gayo/ })).toContainText('Rp52.000');

  const apply = report.getByRole('button', { name: 'Masukkan 1 barang' });
  await apply.click();
  await expect(report.getByRole('alert')).toContainText('Katalog berubah');
  await expect(row).toContainText('Rp52.000Rp47.000');
  await seeThatItFits(page, 'import-again');
  await apply.click();
  await expect(report).toContainText('harga.csv sudah dimasukkan');
});
