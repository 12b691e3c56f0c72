import { truncateSync, writeFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { writeXlsx } from 'hucre/xlsx';
import { seeNothingAgainstAxe } from './axe.ts';
import { bankOf, bcaFile, codedMonth, openBank, takeFile, tryFile } from './console-bank.ts';
import { seeAtSizes } from './console-fees-hub.ts';
import { test } from './console-hub.ts';

test.use({ trade: 'none' });

/** What a bank that nobody here has seen gives out: its own titles, M and K, the month first. */
const BANK_NUSA = `Bank Nusa - Rekening Koran;;;;
Nomor Rekening;0555666777;;;
Saldo Awal;10.000.000,00;;;
Waktu Buku;Cerita;Arah;Besar;Akhir
11/05/2026;SETORAN TC-A12-2611 SITI AMINAH;M;1.000.017,00;11.000.017,00
11/06/2026;LISTRIK PLN;K;450.000,00;10.550.017,00
11/23/2026;SETORAN TC-B01-2611 BUDI;M;1.000.018,00;11.550.035,00
`;

/** The parts of the page on which a bank is taught, by their roles and Indonesian names. */
function lessonOf(page: Page) {
  const { main } = bankOf(page);
  const region = (name: string) => main.getByRole('region', { name, exact: true });
  return {
    main,
    column: (title: string) => main.getByLabel(`Isi kolom ${title}`, { exact: true }),
    result: region('Hasilnya'),
    choose: (label: string, text: string | RegExp) =>
      main.getByRole('group', { name: label }).getByRole('button', { name: text }),
    name: main.getByLabel('Nama bank'),
    save: main.getByRole('button', { name: 'Simpan', exact: true }),
    saveAndTake: main.getByRole('button', { name: 'Simpan dan masukkan berkas ini' }),
    give: async (name: string, content: string | Uint8Array): Promise<void> => {
      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        main.getByRole('button', { name: 'Pilih berkas' }).click(),
      ]);
      const mimeType = 'application/octet-stream';
      await chooser.setFiles({ name, mimeType, buffer: Buffer.from(content) });
    },
  };
}

async function seeLesson(page: Page, name: string): Promise<void> {
  await seeAtSizes(page, name, 'bank-lesson');
  await page.setViewportSize({ width: 1366, height: 768 });
}

test('a bank that nobody knew is taught from the failed import, and imported', async ({
  page,
  hub,
}) => {
  await openBank(page, hub);
  const { dialog, rows, part, main } = bankOf(page);
  const lesson = lessonOf(page);
  await tryFile(page, BANK_NUSA, { name: 'nusa.csv' });
  await expect(dialog.getByRole('alert')).toContainText('tidak dikenal');
  await seeNothingAgainstAxe(page);
  await dialog.getByRole('button', { name: 'Ajari berkas bank ini' }).click();

  // The file came along; all that can be told of it is guessed.
  await expect(main.getByRole('heading', { level: 1 })).toHaveText('Bank baru');
  await expect(lesson.column('Waktu Buku')).toHaveValue('date');
  await expect(lesson.column('Cerita')).toHaveValue('description');
  await expect(lesson.column('Arah')).toHaveValue('sign');
  await expect(lesson.column('Besar')).toHaveValue('amount');
  await expect(lesson.column('Akhir')).toHaveValue('balance');
  const monthFirst = lesson.choose('Tanggal', '11/05/2026 → 5 November 2026');
  await expect(monthFirst).toHaveAttribute('aria-pressed', 'true');
  await expect(lesson.choose('Jumlah uang', '1.000.017,00 → Rp1.000.017')).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expect(lesson.choose('Arti K', 'Uang keluar')).toHaveAttribute('aria-pressed', 'true');
  await expect(lesson.result.getByRole('status')).toHaveText(
    '3 baris terbaca, 05/11/2026 sampai 23/11/2026.',
  );
  await expect(lesson.result).toContainText('Rp2.000.035');
  await expect(lesson.result).toContainText('cocok');
  await expect(lesson.result).toContainText('0555666777');
  await seeLesson(page, 'lesson');

  // What is told wrong shows at once, in lines and reasons.
  await lesson.choose('Tanggal', /^Hari di depan/).click();
  await expect(lesson.result.getByRole('status')).toContainText('Tidak ada baris yang terbaca');
  await expect(lesson.result).toContainText('11/23/2026');
  await monthFirst.click();
  await lesson.column('Besar').selectOption({ label: 'abaikan' });
  await expect(lesson.result.getByRole('status')).toHaveText('Tunjukkan dulu kolom Jumlah.');
  await expect(lesson.save).toBeDisabled();
  await lesson.column('Besar').selectOption({ label: 'Jumlah' });
  await expect(lesson.result.getByRole('status')).toContainText('3 baris terbaca');

  await lesson.name.fill('Bank Nusa');
  await lesson.saveAndTake.click();
  await expect(dialog.getByLabel('Dibaca sebagai')).toHaveCount(0);
  await expect(dialog).toContainText('bank-nusa');
  await dialog.getByRole('button', { name: 'Masukkan 3 baris' }).click();
  await dialog.waitFor({ state: 'detached' });
  await part(/^Semua/).click();
  await expect(rows).toHaveCount(3);

  // The next file of that bank is known by itself.
  await takeFile(page, BANK_NUSA.replace('11/23/2026', '11/24/2026'), { name: 'lagi.csv' });
  await part(/^Semua/).click();
  await expect(rows).toHaveCount(4);
});

test('the list has the own ones first; one is edited with another file, one is copied', async ({
  page,
  hub,
}) => {
  await openBank(page, hub);
  const { part, main } = bankOf(page);
  const lesson = lessonOf(page);
  await part(/^Cara membaca/).click();
  await expect(main.getByRole('heading', { name: 'Belum ada bank yang diajari' })).toBeVisible();
  await seeLesson(page, 'none');
  await main.getByRole('button', { name: 'Bank baru' }).click();
  await seeLesson(page, 'sample');
  await lesson.give('nusa.csv', BANK_NUSA);
  await lesson.name.fill('Bank Nusa');
  await lesson.save.click();
  await expect(main.getByRole('status')).toContainText('Bank Nusa disimpan');
  const own = main.getByRole('list', { name: 'Buatan sendiri' });
  await expect(own.getByRole('listitem')).toHaveText(/Bank Nusa/);
  await seeLesson(page, 'list');

  // The bank has another title now: the old one stays known.
  await own.getByRole('button', { name: 'Ubah Bank Nusa' }).click();
  await lesson.give('baru.csv', BANK_NUSA.replace('Cerita', 'Kisah'));
  await expect(lesson.name).toHaveValue('Bank Nusa');
  await expect(lesson.column('Kisah')).toHaveValue('');
  await lesson.column('Kisah').selectOption({ label: 'Keterangan' });
  await expect(lesson.result).toContainText('SETORAN TC-A12-2611');
  await lesson.save.click();
  await expect(own.getByRole('listitem')).toHaveCount(1);
  const [row] = await hub.database.db.selectFrom('fee_profile').select('content').execute();
  expect(JSON.parse(row?.content ?? '')).toMatchObject({
    id: 'bank-nusa',
    dates: 'mdy',
    columns: { description: ['kisah', 'cerita'] },
  });

  await main.getByRole('button', { name: 'Salin KlikBCA Individual' }).click();
  await lesson.give('bca.csv', bcaFile(codedMonth(2)));
  await expect(lesson.column('Date')).toHaveValue('date');
  await expect(lesson.column('kolom ke-5')).toHaveValue('sign');
  await expect(lesson.result).toContainText('cocok');
  await expect(lesson.name).toHaveValue('KlikBCA Individual (salinan)');
  await lesson.save.click();
  await expect(own.getByRole('listitem')).toHaveCount(2);

  await own.getByRole('button', { name: 'Hapus KlikBCA Individual (salinan)' }).click();
  const ask = page.getByRole('dialog');
  await expect(ask).toContainText('Mutasi yang sudah masuk tetap ada');
  await seeNothingAgainstAxe(page);
  await ask.getByRole('button', { name: 'Hapus' }).click();
  await expect(own.getByRole('listitem')).toHaveCount(1);
  await expect(own).toContainText('Bank Nusa');
});

test('a sheet is taught as well, and what cannot be is refused in a sentence', async ({
  page,
  hub,
}) => {
  await openBank(page, hub);
  const { part, main } = bankOf(page);
  const lesson = lessonOf(page);
  await part(/^Cara membaca/).click();
  await main.getByRole('button', { name: 'Bank baru' }).click();
  const refused: readonly (readonly [string, string | Uint8Array, string])[] = [
    ['kosong.csv', '', 'kosong'],
    ['foto.csv', '\u0089PNG\r\n\u001a\n\0\0\0', 'rusak'],
    ['mutasi.csv', '%PDF-1.7\n', 'PDF'],
    ['mt940.csv', ':20:1\n:25:0111222333\n:28C:1\n:60F:C261101IDR1,\n', 'sudah dikenal'],
  ];
  for (const [name, content, words] of refused) {
    await lesson.give(name, content);
    await expect(main.getByRole('alert')).toContainText(words);
  }
  const large = test.info().outputPath('besar.csv');
  writeFileSync(large, '');
  truncateSync(large, 100_000_000);
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    main.getByRole('button', { name: 'Pilih berkas' }).click(),
  ]);
  await chooser.setFiles(large);
  await expect(main.getByRole('alert')).toContainText('paling besar 3 MB');
  await seeLesson(page, 'refused');
  const rows = [
    ['Kapan', 'Apa', 'Keluar', 'Masuk', 'Sisa'],
    ['05 Nov 2026', 'IURAN', 0, 1_000_017, 11_000_017],
    ['06 Nov 2026', 'PLN', 450_000, 0, 10_550_017],
  ];
  const cells = new Map([['2,2', { formula: 'B2*1', formulaResult: 450_000 }]]);
  await lesson.give('nusa.xlsx', await writeXlsx({ sheets: [{ name: 'A', rows, cells }] }));
  await expect(main.getByText('berisi rumus, yang tidak dibaca')).toBeVisible();
  await expect(main.getByText('05 Nov 2026 → 5 November 2026')).toBeVisible();
  await expect(lesson.result.getByRole('status')).toHaveText(/^1 baris terbaca, 1 tidak/);
  await expect(lesson.result).toContainText('Berisi rumus');
  await seeLesson(page, 'formula');
});

test('a table that came out wrong is taken apart otherwise', async ({ page, hub }) => {
  await openBank(page, hub);
  const { part, main } = bankOf(page);
  const lesson = lessonOf(page);
  await part(/^Cara membaca/).click();
  await main.getByRole('button', { name: 'Bank baru' }).click();
  await lesson.give('aneh.csv', 'Kapan|Apa, ini|Berapa\n05/11/2026|IURAN, A|7.000 CR\n');
  await main.getByText('Tabelnya berantakan').click();
  await main.getByLabel('Pemisah kolom', { exact: true }).selectOption({ label: 'Koma ( , )' });
  await expect(main.getByRole('cell', { name: 'Kapan|Apa' })).toBeVisible();
  await main
    .getByLabel('Pemisah kolom', { exact: true })
    .selectOption({ label: 'Garis tegak ( | )' });
  await expect(lesson.column('Apa, ini')).toBeVisible();
  await main.getByLabel('Baris judul kolom').selectOption({ index: 1 });
  await expect(lesson.column('05/11/2026')).toBeVisible();
  await main.getByLabel('Jenis berkas').selectOption({ label: 'Settlement QRIS' });
  await expect(lesson.result.getByRole('status')).toContainText('Jumlah bruto');
  await expect(lesson.save).toBeDisabled();
});

test('an account says by what its files are read', async ({ page, hub }) => {
  await openBank(page, hub);
  await takeFile(page, bcaFile(codedMonth(1)));
  await page.goto(`${hub.server.url}/#/fees/TC/plans`);
  const accounts = page.getByRole('list', { name: 'Rekening mal' });
  await accounts.getByRole('button', { name: 'Ubah' }).first().click();
  const { dialog } = bankOf(page);
  await dialog.getByLabel('Berkasnya dibaca sebagai').selectOption({ label: 'KlikBCA Bisnis' });
  await seeNothingAgainstAxe(page);
  await dialog.getByRole('button', { name: 'Simpan rekening' }).click();
  await dialog.waitFor({ state: 'detached' });
  const [row] = await hub.database.db.selectFrom('fee_account').select('profile').execute();
  expect(row).toEqual({ profile: 'bca-business' });
});

test('the page speaks English too', async ({ page, hub }) => {
  await openBank(page, hub);
  const { part, main } = bankOf(page);
  await part(/^Cara membaca/).click();
  await main.getByRole('button', { name: 'Bank baru' }).click();
  await lessonOf(page).give('nusa.csv', BANK_NUSA);
  await page.getByRole('button', { name: /^EN/ }).click();
  await expect(main.getByRole('heading', { name: 'What does each column hold?' })).toBeVisible();
  await expect(main.getByRole('status')).toHaveText('3 lines are read, 05/11/2026 to 23/11/2026.');
  await seeLesson(page, 'english');
});
