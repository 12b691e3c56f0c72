import { expect } from '@playwright/test';
import { seeNothingAgainstAxe } from './axe.ts';
import {
  bankOf,
  bcaFile,
  chargeStalls,
  codedMonth,
  openBank,
  takeFile,
  tryFile,
} from './console-bank.ts';
import { test } from './console-hub.ts';
import { seeThatItFits } from './picture.ts';

const sizes = [
  [1366, 768],
  [1024, 600],
  [390, 844],
] as const;

test.use({ trade: 'none' });

test('without a bank file the page says how to get one', async ({ page, hub }) => {
  await openBank(page, hub);
  const { main } = bankOf(page);
  await expect(main.getByRole('heading', { name: 'Belum ada rekening' })).toBeVisible();
  for (const bank of ['KlikBCA', 'Mandiri', 'BRI', 'BNI']) {
    await expect(main.getByRole('listitem').filter({ hasText: bank }).first()).toBeVisible();
  }
  await seeNothingAgainstAxe(page);
  for (const [width, height] of sizes) {
    await page.setViewportSize({ width, height });
    await seeThatItFits(page, `console-bank-none-${width}x${height}`);
  }
});

test('a file with broken rows is told row by row, and none of it is taken', async ({
  page,
  hub,
}) => {
  await openBank(page, hub);
  const { report, dialog } = bankOf(page);
  await tryFile(page, bcaFile(codedMonth(3)).replace('1000002.00,CR', 'satu juta,CR'));
  await expect(report('november.csv').getByRole('status')).toContainText('tidak satu pun');
  const rejected = dialog.getByRole('list', { name: 'Baris yang ditolak, dan sebabnya' });
  await expect(rejected.getByRole('listitem').first()).toContainText('satu juta');
  await expect(dialog.getByRole('button', { name: /^Masukkan \d/ })).toHaveCount(0);
  await seeNothingAgainstAxe(page);
  for (const [width, height] of sizes) {
    await page.setViewportSize({ width, height });
    await seeThatItFits(page, `console-bank-broken-${width}x${height}`);
  }
  const rows = await hub.database.db.selectFrom('bank_row').select('id').execute();
  expect(rows).toEqual([]);
});

test('what is no bank file is refused in a sentence, and another is chosen', async ({
  page,
  hub,
}) => {
  await openBank(page, hub);
  const { dialog, rows } = bankOf(page);
  await tryFile(page, 'nama;harga\nKopi;15000\n', { name: 'barang.csv' });
  await expect(dialog.getByRole('alert')).toContainText('tidak dikenal');
  await dialog.getByLabel('Dibaca sebagai').selectOption({ label: 'BRI CMS' });
  await dialog.getByRole('button', { name: 'Periksa lagi' }).click();
  await expect(dialog.getByRole('alert')).toContainText('bukan BRI CMS');
  await seeNothingAgainstAxe(page);
  await dialog.getByRole('button', { name: 'Berkas lain' }).click();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await takeFile(page, bcaFile(codedMonth(1)));
  await expect(rows).toHaveCount(1);
});

test('the same file again adds nothing, and says so', async ({ page, hub }) => {
  await openBank(page, hub);
  const { report } = bankOf(page);
  await takeFile(page, bcaFile(codedMonth(2)));
  await tryFile(page, bcaFile(codedMonth(2)));
  await expect(report('november.csv').getByRole('status')).toContainText('Tidak ada yang ditambah');
});

test('a reconciliation is read, signed off by name and saved as a PDF', async ({ page, hub }) => {
  await chargeStalls(hub, 2);
  await openBank(page, hub);
  const { main, part, dialog, said, active } = bankOf(page);
  await takeFile(page, bcaFile(codedMonth(2)));
  await expect(active).toContainText('TC-K01');
  await page.keyboard.press('a');
  await expect(dialog).toContainText('Rp2.000.003');
  await page.keyboard.press('Enter');
  await expect(said.filter({ hasText: '2 mutasi diterima' })).toBeVisible();
  await part(/^Rekonsiliasi/).click();
  const check = main.getByRole('region', { name: 'Rekonsiliasi' });
  await expect(check.getByRole('status')).toHaveText('Selisihnya terjelaskan semua. Sisa Rp0.');
  await expect(check).toContainText('Saldo sebelum berkas pertama');
  await check.getByLabel('Nama yang menandatangani').fill('Ratna Dewi');
  await check.getByRole('button', { name: 'Tanda tangani' }).click();
  await expect(check).toContainText('Ditandatangani Ratna Dewi');
  await expect(main.getByRole('region', { name: 'Yang sudah ditandatangani' })).toContainText(
    'Ratna Dewi',
  );
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    check.getByRole('button', { name: 'Simpan PDF' }).click(),
  ]);
  expect(saved.suggestedFilename()).toMatch(/^rekonsiliasi-.*\.pdf$/);
  const date = main.getByRole('textbox', { name: 'Per tanggal' });
  await date.fill('31/12/2027');
  await date.press('Enter');
  await expect(date).toHaveAccessibleDescription(/^Paling lambat/);
  await date.press('Escape');
  await expect(date).not.toHaveValue('31/12/2027');
  await seeNothingAgainstAxe(page);
  for (const [width, height] of sizes) {
    await page.setViewportSize({ width, height });
    await seeThatItFits(page, `console-bank-check-${width}x${height}`);
  }
});

test('where the bank has told no balance, nothing is said to agree', async ({ page, hub }) => {
  await chargeStalls(hub, 1);
  await openBank(page, hub);
  const { main, part } = bankOf(page);
  await takeFile(page, bcaFile(codedMonth(1)));
  await part(/^Rekonsiliasi/).click();
  const date = main.getByRole('textbox', { name: 'Per tanggal' });
  await date.fill('01/01/2026');
  await date.press('Enter');
  const check = main.getByRole('region', { name: 'Rekonsiliasi' });
  await expect(check.getByRole('status')).toHaveText(
    'Bank belum memberi tahu saldo sampai 01/01/2026.',
  );
  for (const [width, height] of sizes) {
    await page.setViewportSize({ width, height });
    await seeThatItFits(page, `console-bank-untold-${width}x${height}`);
  }
});

test('a sender that was remembered is forgotten', async ({ page, hub }) => {
  await chargeStalls(hub, 1);
  await openBank(page, hub);
  const { main, part, said, dialog, active } = bankOf(page);
  await takeFile(page, bcaFile(codedMonth(1)));
  await expect(active).toContainText('TC-K01');
  await page.keyboard.press('Enter');
  await expect(said.filter({ hasText: 'untuk TC-K01 diterima' })).toBeVisible();
  await part(/^Pengirim/).click();
  const senders = main.getByRole('list', { name: 'Pengirim yang diingat' });
  await expect(senders.getByRole('listitem')).toContainText('BUDI SANTOSO');
  await senders.getByRole('button', { name: /^Lupakan/ }).click();
  await dialog.getByRole('button', { name: 'Lupakan' }).click();
  await expect(main.getByRole('heading', { name: 'Belum ada pengirim' })).toBeVisible();
});
