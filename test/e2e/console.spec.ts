import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { formatCode } from '../../domain/enrolment/code.ts';
import { checkProof } from '../../domain/reports/check-proof.ts';
import { RecordProof } from '../../domain/reports/contract.ts';
import { hubKeyName } from '../../node/crypto/keys.ts';
import { noteCrypto, treeCrypto } from '../../node/crypto/tlog.ts';
import { seeNothingAgainstAxe } from './axe.ts';
import { signIn, test } from './console-hub.ts';
import { chooseFile, consoleOf } from './console-page.ts';
import { seeApart, seeThatItFits } from './picture.ts';

test.use({ viewport: { width: 390, height: 844 } });

test('a link signs in once, and its token is nowhere afterwards', async ({ page, hub }) => {
  const link = await hub.newLink();
  const token = link.split('#token=')[1] ?? 'none';
  await page.goto(link);
  await expect(consoleOf(page).title).toHaveText('Hari ini');
  expect(page.url()).not.toContain(token);
  expect(await page.evaluate(() => JSON.stringify(history.state))).not.toContain(token);
  await page.reload();
  await expect(consoleOf(page).title).toHaveText('Hari ini');

  await page.context().clearCookies();
  await page.goto(link);
  await expect(page.getByRole('alert')).toHaveText(/^Tautan ini sudah dipakai/);
  await expect(page.getByText('npm run hub -- link', { exact: true })).toBeVisible();
  await expect(page.getByText('--data yang sama')).toBeVisible();
});

test('a link is taken in a page that is open already', async ({ page, hub }) => {
  await page.goto(hub.server.url);
  const title = page.getByRole('heading', { level: 1 });
  await expect(title).toHaveText('Masuk sebagai pengelola');
  await expect(page.getByRole('alert')).toHaveCount(0);
  await page.goto(await hub.newLink());
  await expect(title).toHaveText('Hari ini');
});

test('who signs out is out, and so is who is signed out elsewhere', async ({ page, hub }) => {
  await signIn(page, hub);
  const { dialog } = consoleOf(page);
  await page.getByRole('button', { name: 'Keluar' }).click();
  await expect(dialog).toContainText('Untuk masuk lagi perlu tautan baru');
  await dialog.getByRole('button', { name: /^Jangan keluar/ }).click();
  await expect(consoleOf(page).title).toHaveText('Hari ini');
  await page.getByRole('button', { name: 'Keluar' }).click();
  await dialog.getByRole('button', { name: 'Keluar', exact: true }).click();
  const signInPage = page.getByRole('heading', { name: 'Masuk sebagai pengelola' });
  await expect(signInPage).toBeVisible();
  await page.reload();
  await expect(signInPage).toBeVisible();

  await signIn(page, hub);
  await hub.database.db.deleteFrom('session').execute();
  await consoleOf(page).openPage(/^Perangkat/);
  await expect(signInPage).toBeVisible();
});

test('the page speaks English at once, and still does when it comes again', async ({
  page,
  hub,
}) => {
  await signIn(page, hub);
  await page.getByRole('button', { name: /^EN/ }).click();
  const title = consoleOf(page).title;
  await expect(title).toHaveText('Today');
  await expect(page.getByText('Sunday, 29 November 2026')).toBeVisible();
  await page.reload();
  await expect(title).toHaveText('Today');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test('the day has its sums on top, and what is to be looked at first', async ({ page, hub }) => {
  await signIn(page, hub);
  const { summary, stalls } = consoleOf(page);
  await expect(summary).toContainText('Rp5.067.000');
  await expect(summary).toContainText('10 struk · 1 pengembalian, Rp20.000');
  await expect(stalls).toHaveCount(9);
  await expect(stalls.nth(0)).toContainText('Tenun Ikat Sumba');
  await expect(stalls.nth(0)).toContainText(
    'Kasir ini menulis dua catatan berbeda pada urutan yang sama.',
  );
  await expect(stalls.nth(1)).toContainText('Ada catatan yang tidak dihitung.');
});

test('a touch on a state shows only those stalls, and another search the rest', async ({
  page,
  hub,
}) => {
  await signIn(page, hub);
  const { filter, stalls, search, button, title } = consoleOf(page);
  await filter(/Nihil$/).click();
  await expect(stalls).toHaveCount(1);
  await expect(stalls).toContainText('Songket Palembang');
  await filter(/Nihil$/).click();
  await search.fill('pasar');
  await expect(stalls).toHaveCount(1);
  await expect(stalls).toContainText('Angklung Udjo');
  await stalls.getByRole('link').click();
  await expect(title).toHaveText('Angklung Udjo');
  await page.goBack();
  await expect(search).toHaveValue('pasar');
  await search.fill('tidak ada');
  await expect(page.getByRole('heading', { name: 'Tidak ada lapak yang cocok' })).toBeVisible();
  await button('Tampilkan semua').click();
  await expect(stalls).toHaveCount(9);
});

test('a day that is over has stalls that are missing', async ({ page, hub }) => {
  await signIn(page, hub);
  const { button, title, filter, stalls } = consoleOf(page);
  await expect(stalls).toHaveCount(9);
  await button('Hari sebelumnya').click();
  await expect(title).toHaveText('Sabtu, 28 November 2026');
  await filter(/Tidak melapor$/).click();
  await expect(stalls.first()).toContainText('Tidak melapor');
  await button('Hari ini').click();
  await expect(title).toHaveText('Hari ini');
  await page.getByRole('textbox', { name: 'Tanggal' }).fill('20/11/2026');
  await page.keyboard.press('Enter');
  await expect(title).toHaveText('Jumat, 20 November 2026');
});

test('a stall shows its month, and a period that somebody chooses', async ({ page, hub }) => {
  await signIn(page, hub);
  const { main, title, dates } = consoleOf(page);
  await main.getByRole('link', { name: /Kopi Gayo/ }).click();
  await expect(title).toHaveText('Kopi Gayo');
  await expect(main).toContainText('A12 · Thamrin City · DKI Jakarta');
  await expect(main.getByRole('region', { name: 'Omzet periode ini' })).toContainText(
    'Rp4.852.500',
  );
  await expect(dates.first()).toContainText('Rp450.000');
  await expect(dates.nth(1)).toContainText('4 struk · 1 laporan Z · Tunai Rp690.000');
  await expect(main.getByRole('region', { name: 'Omzet per hari' })).toBeVisible();
  await main.getByText('7 hari').click();
  await expect(dates).toHaveCount(7);
  await main.getByRole('textbox', { name: 'Dari tanggal' }).fill('24122026');
  await page.keyboard.press('Tab');
  await expect(main.getByRole('alert')).toHaveText(/^Tanggal awal harus sebelum/);
  await main.getByText('Bulan lalu').click();
  await expect(page.getByRole('heading', { name: /^Belum ada laporan/ })).toBeVisible();
});

test('a record has its proof, which is checked here and goes out as a file', async ({
  page,
  hub,
}) => {
  await signIn(page, hub);
  const { openRecord, title, proof, main, button } = consoleOf(page);
  await openRecord('Kopi Gayo', 1);
  await expect(title).toHaveText(/^Penjualan, catatan 1\.\d+$/);
  await expect(main).toContainText('ABC-000102');
  await expect(main).toContainText('Rp275.000');
  await expect(proof.getByRole('status')).toHaveText(
    'Catatan ini utuh menurut kunci kasir dan kunci hub di bawah.',
  );
  const { publicKey } = hub.server.hub.identity;
  await expect(proof).toContainText(formatCode(hubKeyName(publicKey))); // as tills are told it
  const steps = proof.getByRole('listitem');
  await expect(steps).toHaveCount(6);
  for (const step of await steps.all()) await expect(step).toContainText('Benar.');
  await main.getByText('Teks asli yang ditandatangani').click();
  await expect(main.getByLabel('Teks asli yang ditandatangani')).toContainText('"total":275000');

  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    button('Simpan bukti (JSON)').click(),
  ]);
  const kept = RecordProof.parse(JSON.parse(readFileSync(await saved.path(), 'utf8')));
  const ends = checkProof(kept, kept.record.place.leaf, { tree: treeCrypto, note: noteCrypto });
  expect(Object.values(ends)).toEqual(Array(6).fill('holds'));
});

test('a record that was changed at the hub has a cross, and says so', async ({ page, hub }) => {
  const { db } = hub.database;
  const sold = hub.chain.records.find(({ wire }) => wire.head.includes('ABC-000101'));
  const head = Buffer.from(sold?.wire.head.replaceAll('135000', '185000') ?? '');
  const { numUpdatedRows } = await db
    .updateTable('record')
    .set({ head })
    .where('leaf', '=', Buffer.from(sold?.leaf ?? '', 'hex'))
    .executeTakeFirst();
  expect(numUpdatedRows).toBe(1n);
  await signIn(page, hub);
  const { openRecord, proof } = consoleOf(page);
  await openRecord('Kopi Gayo', 0);
  await expect(proof.getByRole('alert')).toHaveText(/^Bukti catatan ini tidak utuh/);
  const step = (name: string) => proof.getByRole('listitem').filter({ hasText: name });
  await expect(step('Sidik isi')).toContainText('Salah.');
  await expect(step('Tanda tangan kasir')).toContainText('Salah.');
  await expect(step('Ada di buku hub')).toContainText('Salah.');
  await expect(step('Tanda tangan hub')).toContainText('Benar.');
  await seeNothingAgainstAxe(page);
  await seeThatItFits(page, 'console-tampered-390');
});

test('a file of stalls is tried first, then imported, and the rejected ones say why', async ({
  page,
  hub,
}) => {
  await signIn(page, hub);
  const { openPage, main, button, stalls, search } = consoleOf(page);
  await openPage(/^Organisasi/);
  await chooseFile(
    page,
    'kode lapak;nama;mal;nomor\nTC-Z01;Sepatu Cibaduyut;TC;Z01\nTC-Z02;X;ZZ;Z02\n' +
      'TC-A12;Kopi Gayo;TC;A12\nTC-B01;Batik Sari Baru;TC;B01\n',
  );
  const report = main.getByRole('region', { name: 'berkas.csv' });
  await expect(report.getByRole('status')).toHaveText('Sudah diperiksa. Belum ada yang diubah.');
  await expect(report).toContainText('Mal ZZ tidak dikenal');
  await expect(report).toContainText('Batik Sari → Batik Sari Baru');
  await seeNothingAgainstAxe(page);
  const before = await hub.database.db.selectFrom('stall').select('code').execute();
  expect(before).toHaveLength(9);
  await button('Masukkan 2 baris').click();
  await expect(report.getByRole('status')).toHaveText('2 baris sudah masuk.');
  await openPage(/^Hari ini/);
  await search.fill('cibaduyut');
  await expect(stalls).toHaveCount(1);
});

test('a file that nobody can read is refused with what to do', async ({ page, hub }) => {
  await signIn(page, hub);
  const { openPage, main } = consoleOf(page);
  await openPage(/^Organisasi/);
  await chooseFile(page, 'apa;ini\n1;2\n');
  await expect(main.getByRole('alert')).toHaveText(/^Judul kolom berkas ini/);
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    main.getByRole('button', { name: 'Ekspor lapak' }).click(),
  ]);
  expect(readFileSync(await saved.path(), 'utf8')).toContain('Ukir Jepara');
});

test('a hub that is gone is told, and what was read stays', async ({ page, hub }) => {
  await signIn(page, hub);
  const { stalls, main, openPage } = consoleOf(page);
  await expect(stalls).toHaveCount(9);
  await openPage(/^Organisasi/);
  const save = main.getByRole('button', { name: 'Ekspor lapak' });
  await expect(save).toBeVisible();
  await hub.server.close();
  await save.click();
  await expect(main.getByRole('alert')).toContainText('Hub tidak terjangkau.');
  await openPage(/^Hari ini/);
  await expect(stalls).toHaveCount(9);
  await expect(main.getByRole('alert').first()).toContainText('Belum diperbarui sejak');
});

test('an address of nothing leads back to the day', async ({ page, hub }) => {
  await signIn(page, hub);
  await page.goto(`${hub.server.url}/#/nothing/here`);
  await page.getByRole('button', { name: 'Ke hari ini' }).click();
  await expect(consoleOf(page).title).toHaveText('Hari ini');
  await page.goto(`${hub.server.url}/#/stalls/NOWHERE`);
  await expect(page.getByRole('alert')).toContainText('Lapak NOWHERE tidak ada di hub ini.');
});

test.describe('a hub without stalls', () => {
  test.use({ trade: 'empty' });

  test('says how to fill it', async ({ page, hub }) => {
    await signIn(page, hub);
    await expect(page.getByText('npm run hub -- import-organisation FILE.csv')).toBeVisible();
    await expect(page.getByText('--data yang sama')).toBeVisible();
    await seeNothingAgainstAxe(page);
    await seeThatItFits(page, 'console-empty-390');
    await consoleOf(page).openPage(/^Perangkat/);
    await expect(page.getByRole('heading', { name: /^Belum ada kasir/ })).toBeVisible();
    await expect(page.getByText(/sudah diperiksa/)).toHaveCount(0); // there is no record
    await seeNothingAgainstAxe(page);
  });
});

for (const [name, width, height] of [
  ['390x844', 390, 844],
  ['1024x600', 1024, 600],
  ['1366x768', 1366, 768],
] as const) {
  test(`every page fits a screen of ${name}, and axe finds nothing against it`, async ({
    page,
    hub,
  }) => {
    await page.setViewportSize({ width, height });
    const { title, stalls, main, dates, records, proof, openPage, enrolled } = consoleOf(page);
    const see = async (part: string): Promise<void> => {
      await seeNothingAgainstAxe(page);
      await seeThatItFits(page, `console-${part}-${name}`);
    };
    await page.goto(hub.server.url);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await see('sign-in');
    await signIn(page, hub);
    await expect(stalls).toHaveCount(9);
    await see('day');
    await main.getByRole('link', { name: /Kopi Gayo/ }).click();
    await expect(dates.first()).toBeVisible();
    const today = dates.first();
    await seeApart(today.getByText('Diterima, belum tutup'), today.getByText('Rp450.000'));
    await see('stall');
    await dates.first().getByRole('link').click();
    await expect(records).toHaveCount(4);
    await see('date');
    await records.nth(1).getByRole('link').click();
    await expect(proof.getByRole('status')).toBeVisible();
    await see('record');
    await openPage(/^Perangkat/);
    await expect(enrolled.first()).toBeVisible();
    await see('devices');
    await openPage(/^Organisasi/);
    await expect(title).toHaveText('Organisasi');
    await see('organisation');
  });
}
