import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { makeAnnouncement } from '../../hub/down/announce.ts';
import { takeBodies } from '../../hub/down/take-bodies.ts';
import { seeNothingAgainstAxe } from './axe.ts';
import { signIn, test } from './console-hub.ts';
import { chooseFile, consoleOf } from './console-page.ts';
import { seeThatItFits } from './picture.ts';

const sizes = [
  [1366, 768],
  [1024, 600],
  [390, 844],
] as const;

test.use({ viewport: { width: 390, height: 844 } });

test('an alarm of a till is settled with a note, and is gone from every page', async ({
  page,
  hub,
}) => {
  await signIn(page, hub);
  const { main, stalls, enrolled, dialog, title } = consoleOf(page);
  await stalls.nth(0).getByRole('link').click();
  await expect(title).toHaveText('Tenun Ikat Sumba');
  await main.getByRole('link', { name: 'Lihat perangkatnya' }).click();
  await expect(enrolled).toHaveCount(1);
  const row = enrolled.filter({ hasText: 'Tenun Ikat Sumba' });
  await expect(page.getByRole('link', { name: 'Perangkat, 1 perlu dilihat' })).toBeVisible();
  await expect(row).toContainText('dua catatan berbeda pada urutan yang sama');
  await expect(row).toContainText(/Sejak 29\/11\/2026 \d\d:\d\d WIB\./);
  await row.getByRole('button', { name: 'Sudah ditangani' }).click();
  await dialog.getByLabel('Keterangan').fill('Salinan di laptop lama sudah dihapus');
  await seeNothingAgainstAxe(page);
  await dialog.getByRole('button', { name: 'Sudah ditangani' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(row.getByRole('button', { name: 'Sudah ditangani' })).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Perangkat', exact: true })).toBeVisible();
  await consoleOf(page).openPage(/^Hari ini/);
  await expect(stalls.filter({ hasText: 'urutan yang sama' })).toHaveCount(0);
});

test('devices are found by name and state, and go out as a file', async ({ page, hub }) => {
  await signIn(page, hub);
  const { openPage, enrolled, main, button } = consoleOf(page);
  await openPage(/^Perangkat/);
  await expect(enrolled).toHaveCount(7);
  await expect(main.getByRole('status').first()).toContainText(/catatan sudah diperiksa/);
  await button('Perlu dilihat').click();
  await expect(enrolled).toHaveCount(1);
  await button('Semua').click();
  await main.getByRole('searchbox', { name: 'Cari perangkat' }).fill('songket');
  await expect(enrolled).toHaveCount(1);
  const [saved] = await Promise.all([page.waitForEvent('download'), button('Ekspor CSV').click()]);
  expect(
    readFileSync(await saved.path(), 'utf8')
      .trim()
      .split('\r\n'),
  ).toHaveLength(8);
  await main.getByRole('searchbox', { name: 'Cari perangkat' }).fill('tidak ada');
  await expect(page.getByRole('heading', { name: 'Tidak ada perangkat yang cocok' })).toBeVisible();
  await button('Tampilkan semua').click();
  await expect(enrolled).toHaveCount(7);
});

test('a mall is told something, which is withdrawn again', async ({ page, hub }) => {
  await signIn(page, hub);
  const { openPage, main, dialog, button } = consoleOf(page);
  await openPage(/^Kabar/);
  await expect(page.getByRole('heading', { name: /^Belum ada yang disampaikan/ })).toBeVisible();
  await seeNothingAgainstAxe(page);
  await main.getByRole('button', { name: 'Buat pengumuman' }).first().click();
  await dialog.getByRole('button', { name: 'Satu mal' }).click();
  await dialog.getByRole('combobox', { name: 'Mal' }).selectOption('Thamrin City');
  await dialog.getByRole('textbox', { name: 'Judul' }).fill('Pintu timur tutup');
  const text = 'Besok pagi pintu timur diperbaiki.\n\nLewat pintu barat.';
  await dialog.getByRole('textbox', { name: 'Isi' }).fill(text);
  await seeNothingAgainstAxe(page);
  await seeThatItFits(page, 'console-announce-390x844');
  await dialog.getByRole('button', { name: 'Sampaikan' }).click();
  const row = main.getByRole('listitem').filter({ hasText: 'Pintu timur tutup' });
  await expect(row).toContainText('Untuk mal TC');
  expect(await row.getByText('Lewat pintu barat.').innerText()).toBe(text);
  await expect(row).toContainText('Sudah diambil 0 dari 6 kasir');
  await row.getByRole('button', { name: 'Tarik' }).click();
  await dialog.getByRole('button', { name: 'Tarik', exact: true }).click();
  await expect(row).toContainText('Ditarik');
  await expect(button('Tarik')).toHaveCount(0);
});

test('a template is read as a till reads it, and none goes out without a good row', async ({
  page,
  hub,
}) => {
  await signIn(page, hub);
  const { openPage, main, dialog } = consoleOf(page);
  await openPage(/^Kabar/);
  await main.getByRole('button', { name: 'Kirim template' }).click();
  const send = dialog.getByRole('button', { name: 'Sampaikan' });
  await send.click();
  await expect(dialog.getByText('Pilih berkasnya dulu.')).toBeVisible();
  const choose = (rows: string) => chooseFile(page, rows, 'kopi.csv');
  await choose('');
  await expect(dialog.getByRole('alert')).toContainText('kosong');
  await choose('x'.repeat(300_000));
  await expect(dialog.getByRole('alert')).toContainText('262.144 huruf');
  await choose('kode;nama\nK1;Kopi\n');
  await expect(dialog.getByRole('alert')).toContainText(/harga/);
  await expect(send).toBeDisabled();
  await choose('kode;nama;harga\n;Kopi;15000\nT1;Teh;lima ribu\n');
  await expect(dialog.getByRole('alert')).toContainText('Tidak satu baris pun');
  await expect(send).toBeDisabled();
  await choose('kode;nama;harga\nK1;Kopi Gayo;15000\n;Kopi;15000\nT1;Teh;lima ribu\n');
  const rows = dialog.getByRole('region', { name: 'Hasil pemeriksaan berkas' });
  await expect(rows.getByRole('status')).toContainText('1 baris baik, 2 ditolak.');
  const rejected = rows.getByRole('list', { name: 'Baris yang ditolak, dan sebabnya' });
  await expect(rejected.getByRole('listitem')).toHaveText([
    'Baris 3kode: Kosong; harus diisi',
    'Baris 4harga: Bukan angka: lima ribu',
  ]);
  await rows.getByText('Yang masuk: 1 barang').click();
  await expect(rows.getByRole('list', { name: /^Yang masuk/ })).toHaveText(/K1Kopi Gayo.*Rp15.000/);
  await seeNothingAgainstAxe(page);
  for (const [width, height] of sizes) {
    await page.setViewportSize({ width, height });
    await rows.scrollIntoViewIfNeeded();
    await seeThatItFits(page, `console-template-${width}x${height}`);
  }
  await send.click();
  const row = main.getByRole('listitem').filter({ hasText: 'kopi.csv' });
  await expect(row).toContainText('Untuk semua lapak');
});

test('a stall that is told something is chosen from a list, by its code or name', async ({
  page,
  hub,
}) => {
  await signIn(page, hub);
  const { openPage, main, dialog } = consoleOf(page);
  await openPage(/^Kabar/);
  await main.getByRole('button', { name: 'Buat pengumuman' }).first().click();
  await dialog.getByRole('button', { name: 'Satu lapak' }).click();
  await dialog.getByRole('textbox', { name: 'Judul' }).fill('Meja');
  await dialog.getByRole('textbox', { name: 'Isi' }).fill('Mejanya sudah datang.');
  const search = dialog.getByRole('searchbox', { name: 'Cari lapak' });
  await dialog.getByRole('button', { name: 'Sampaikan' }).click();
  await expect(search).toBeFocused();
  const marked = await search.evaluate((field: HTMLInputElement) => field.validationMessage);
  expect(marked).toBe('Pilih satu lapak dari daftar.');
  await expect(dialog.getByText(/lapak lagi: persempit pencarian/)).toBeVisible();
  await seeNothingAgainstAxe(page);
  for (const [width, height] of sizes) {
    await page.setViewportSize({ width, height });
    await seeThatItFits(page, `console-one-stall-${width}x${height}`);
  }
  await search.fill('tc-h08');
  await expect(
    dialog.getByRole('list', { name: 'Daftar lapak' }).getByRole('listitem'),
  ).toHaveCount(1);
  await search.fill('sambal');
  await dialog.getByRole('button', { name: 'Sambal Roa Manado' }).click();
  await expect(dialog.getByText('F06 · Thamrin City · TC-F06')).toBeVisible();
  await seeThatItFits(page, 'console-stall-chosen-390x844');
  await dialog.getByRole('button', { name: 'Sampaikan' }).click();
  const row = main.getByRole('listitem').filter({ hasText: 'Meja' });
  await expect(row).toContainText('Untuk lapak TC-F06');
});

test('the details of a record are asked for with a reason', async ({ page, hub }) => {
  await signIn(page, hub);
  const { openRecord, main, openPage } = consoleOf(page);
  await openRecord('Kopi Gayo', 0);
  await main.getByRole('textbox', { name: 'Alasan' }).fill('Uji petik November');
  await main.getByRole('button', { name: 'Minta rincian' }).click();
  await expect(main.getByText('Menunggu kasir.')).toBeVisible();
  await expect(main).toContainText(/Diminta oleh pengelola-\d+, .*: Uji petik November/);
  await openPage(/^Kabar/);
  await expect(main.getByRole('listitem').first()).toContainText('Permintaan rincian');
  await expect(main.getByRole('listitem').first()).toContainText(/Untuk kasir \w{4} \w{4} · TC-/);
});

test('details that came are read as a receipt, with who asked for them and why', async ({
  page,
  hub,
}) => {
  await signIn(page, hub);
  const { openRecord, main } = consoleOf(page);
  await openRecord('Kopi Gayo', 0);
  await main.getByRole('textbox', { name: 'Alasan' }).fill('Uji petik November');
  await main.getByRole('button', { name: 'Minta rincian' }).click();
  await expect(main.getByText('Menunggu kasir.')).toBeVisible();
  const { device, records } = hub.chain;
  const asked = records.find(({ wire }) => wire.head.includes('ABC-000101'));
  const { epoch = 0, seq = 0, body = null } = asked?.wire ?? {};
  const place = { epoch, seq, leaf: asked?.leaf ?? '' };
  await takeBodies(hub.server.hub, { stall: 'TC-A12', device }, [{ place, body }]);
  await expect(main).toContainText(/Rincian diterima\. Diminta oleh pengelola-\d+, .*: Uji petik/);
  const lines = main.getByRole('list', { name: 'Isi struk' });
  await expect(lines.getByRole('listitem')).toHaveText([
    'Kopi Gayo 200 g3 pcs × Rp45.000Rp135.000',
  ]);
  for (const sum of ['TotalRp135.000', 'TunaiRp150.000', 'KembalianRp15.000']) {
    await expect(main).toContainText(sum);
  }
  await expect(main.getByText('"salt"')).not.toBeVisible();
  await seeNothingAgainstAxe(page);
  for (const [width, height] of sizes) {
    await page.setViewportSize({ width, height });
    await lines.scrollIntoViewIfNeeded();
    await seeThatItFits(page, `console-details-${width}x${height}`);
  }
  await main.getByText('Teks asli rincian').click();
  await expect(main.getByText('"salt"')).toBeVisible();
});

test('a day that is not closed says so, and each state is explained', async ({ page, hub }) => {
  await signIn(page, hub);
  const { stalls, main, summary } = consoleOf(page);
  await expect(stalls.filter({ hasText: 'Angklung Udjo' })).toContainText('Diterima, belum tutup');
  await summary.getByText('Arti setiap keadaan').click();
  await expect(main.getByText('Ditutup tanpa penjualan.')).toBeVisible();
});

for (const [name, width, height] of [
  ['390x844', 390, 844],
  ['683x384', 683, 384],
  ['1024x600', 1024, 600],
  ['1366x768', 1366, 768],
] as const) {
  test(`notices, alarms and a badge fit a screen of ${name}`, async ({ page, hub }) => {
    const { database, server } = hub;
    await database.db
      .updateTable('device')
      .set({ state: 'waiting', approved_at_ms: null })
      .where('device', '=', hub.chain.device)
      .execute();
    for (const [title, to] of [
      ['Listrik padam Selasa pagi', { kind: 'everybody' }],
      ['Pintu timur tutup', { kind: 'mall', of: 'TC' }],
    ] as const) {
      const said = { title, text: `${title}. Siapkan lampu.`, from: '2026-11-29', until: null };
      await makeAnnouncement(server.hub, { ...said, to, by: 'pengelola-1' });
    }
    await page.setViewportSize({ width, height });
    await signIn(page, hub);
    const { openPage, enrolled, main, stalls } = consoleOf(page);
    await expect(stalls.first()).toBeVisible();
    await expect(
      page.getByRole('link', { name: 'Perangkat, 1 menunggu, 1 perlu dilihat' }),
    ).toBeVisible();
    await seeThatItFits(page, `console-badge-${name}`);
    await openPage(/^Perangkat/);
    await expect(enrolled.first()).toBeVisible();
    await seeNothingAgainstAxe(page);
    await seeThatItFits(page, `console-alarms-${name}`);
    await main.getByRole('button', { name: 'Sudah ditangani' }).first().scrollIntoViewIfNeeded();
    await seeThatItFits(page, `console-alarm-${name}`);
    await openPage(/^Kabar/);
    await expect(main.getByText(/^Sudah diambil/).first()).toBeVisible();
    await seeNothingAgainstAxe(page);
    await seeThatItFits(page, `console-notices-${name}`);
  });
}
