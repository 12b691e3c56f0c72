import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { startBrowserShell } from '../support/start-lapak.ts';
import { NO_SMALL_DISK, openSmallDisk } from '../support/small-disk.ts';
import { press, scan } from './keyboard.ts';
import { barcode, fillStall, openRegister, test } from './lapak.ts';

test.describe('a printer that is off', () => {
  test.use({ printer: { address: 'tcp://127.0.0.1:9', columns: 32 } });

  test('the sale stands, the lamp says so, and the receipt prints on another printer', async ({
    page,
    lapak,
  }) => {
    await openRegister(page, lapak.url);
    await scan(page, barcode.kopi);
    await expect(page.getByRole('region', { name: 'Keranjang' })).toContainText('Rp45.000');
    await press(page, 'F9');
    await page.getByRole('button', { name: 'Terima pembayaran' }).click();
    await expect(page.getByRole('region', { name: 'Lunas' })).toBeVisible();
    await expect(page.getByRole('button', { name: /^Printer: (?!siap)/ })).toBeVisible();

    const received: Buffer[] = [];
    const printer = createServer((socket) => socket.on('data', (bytes) => received.push(bytes)));
    await new Promise<void>((resolve) => printer.listen(0, '127.0.0.1', resolve));
    const address = printer.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    await page.getByRole('button', { name: /^Printer:/ }).click();
    await choosePrinter(page, `tcp://127.0.0.1:${port}`);
    await expect.poll(() => Buffer.concat(received).toString('latin1')).toContain('Kopi Gayo');
    printer.close();
    expect(await lapak.totals()).toMatchObject({ sales: 1 });
  });
});

test('a catalog file with bad rows says why for each and keeps the good ones', async ({
  page,
  lapak,
}) => {
  await page.goto(lapak.url);
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('menuitem', { name: /^Barang/ }).click();
  await page
    .getByRole('button', { name: /Impor|Masukkan/ })
    .first()
    .click();
  await page.locator('input[type=file]').setInputFiles({
    name: 'barang.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      'kode,nama,harga,barcode\nMDU-01,Madu Sumbawa,"85.000",\n' +
        'TEH-01,Teh Solok,gratis,8991234567890\n',
    ),
  });
  await page.getByRole('tab', { name: /Ditolak/ }).click();
  await expect(page.getByText('Bukan angka: gratis')).toBeVisible();
  await expect(page.getByText('Angka terakhir kode batang salah: 8991234567890')).toBeVisible();
  await page.getByRole('button', { name: /^Masukkan 1 barang/ }).click();
  await page.getByRole('button', { name: 'Selesai' }).click();
  await expect(page.getByText('Madu Sumbawa')).toBeVisible();
});

test('a broken catalog file is told in one sentence', async ({ page, lapak }) => {
  await page.goto(lapak.url);
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('menuitem', { name: /^Barang/ }).click();
  await page
    .getByRole('button', { name: /Impor|Masukkan/ })
    .first()
    .click();
  await page.locator('input[type=file]').setInputFiles({
    name: 'barang.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('kode,"nama,harga\nA,Madu,85000\n'),
  });
  await expect(page.getByText(/Berkas CSV rusak pada baris \d+/)).toBeVisible();
});

test('a damaged database is told on the screen and in the log, and is left as it is', async ({
  page,
}) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'lapak-damaged-'));
  const file = join(dataDir, 'lapak.db');
  await fillStall(dataDir, { address: 'virtual', columns: 32 });
  writeFileSync(
    file,
    'this is no database, and it is longer than a header of one hundred bytes '.repeat(9),
  );
  const before = readFileSync(file);
  const shell = await startBrowserShell(dataDir);
  try {
    await page.goto(shell.url);
    await expect(page.getByText(/Basis data rusak/)).toBeVisible();
    await expect(page.getByText(/The database is damaged/)).toBeVisible();
  } finally {
    await shell.stop();
  }
  expect(readFileSync(file).equals(before)).toBe(true);
  expect(readFileSync(join(dataDir, 'lapak.log'), 'utf8')).toContain('The database is damaged');
  rmSync(dataDir, { recursive: true });
});

test('a full disk is told on the screen, and the sale goes through when there is room', async ({
  page,
}) => {
  const disk = openSmallDisk(12);
  test.skip(disk === null, NO_SMALL_DISK);
  if (disk === null) return;
  await fillStall(disk.folder, { address: 'virtual', columns: 32 });
  const shell = await startBrowserShell(disk.folder);
  try {
    await openRegister(page, shell.url);
    await scan(page, barcode.kopi);
    await expect(page.getByRole('region', { name: 'Keranjang' })).toContainText('Rp45.000');
    await press(page, 'F9');
    const take = page.getByRole('button', { name: 'Terima pembayaran' });
    await expect(take).toBeVisible();
    disk.fill();
    await take.click();
    await expect(page.getByText(/Penyimpanan .*penuh/)).toBeVisible();
    await expect(page.getByRole('region', { name: 'Lunas' })).toBeHidden();

    disk.free();
    await take.click();
    await expect(page.getByRole('region', { name: 'Lunas' })).toBeVisible();
    const { stderr } = await shell.stop(); // where the log goes when it has no room
    const log = readFileSync(join(disk.folder, 'lapak.log'), 'utf8');
    expect(log + stderr).toContain('DISK_FULL: The disk is full.');
  } finally {
    await shell.stop();
    disk.close();
  }
});

test('a folder that cannot be written is told on the screen', async ({ page }) => {
  const disk = openSmallDisk(12);
  test.skip(disk === null, NO_SMALL_DISK);
  if (disk === null) return;
  await fillStall(disk.folder, { address: 'virtual', columns: 32 });
  disk.makeReadOnly();
  const shell = await startBrowserShell(disk.folder);
  try {
    await page.goto(shell.url);
    await expect(page.getByText(/Folder data tidak dapat ditulisi/)).toBeVisible();
  } finally {
    await shell.stop();
    disk.close();
  }
  expect((await shell.ended).stderr).toContain('The data folder cannot be written to');
});

async function choosePrinter(page: import('@playwright/test').Page, address: string) {
  const panel = page.getByRole('dialog', { name: 'Printer struk' });
  await panel.getByRole('textbox').first().fill(address);
  await panel.getByRole('button', { name: /Simpan/ }).click();
}
