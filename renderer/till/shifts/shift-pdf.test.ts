import { extractText, getDocumentProxy, getMeta } from 'unpdf';
import { expect, test } from 'vitest';
import { rupiah } from '../../../domain/money.ts';
import type { DrawerMove, ShiftReport } from '../../../domain/shifts/report.ts';
import { translator } from '../../../domain/translator.ts';
import { aStall, anXReport, aZReport, nameIn } from '../../../test/support/shift-report.ts';
import type { ReportDocument } from './shift-document.ts';
import { shiftPdf } from './shift-pdf.ts';

const how: ReportDocument = {
  say: translator('id'),
  nameOf: nameIn,
  stall: aStall,
  atMs: Date.UTC(2026, 10, 23, 9),
};

async function bytesOf(report: ShiftReport, change: Partial<ReportDocument> = {}) {
  const blob = await shiftPdf(report, { ...how, ...change });
  expect(blob.type).toBe('application/pdf');
  return new Uint8Array(await blob.arrayBuffer());
}

/** The text of each page; a minus and a hyphen before a figure have one glyph in this font. */
async function pagesOf(report: ShiftReport, change: Partial<ReportDocument> = {}) {
  const pdf = await getDocumentProxy(await bytesOf(report, change));
  const { text } = await extractText(pdf, { mergePages: false });
  return text.map((page) => page.replaceAll('−', '-').replace(/\s+/g, ' '));
}

test('the text of a Z can be read back: who, when, and every figure', async () => {
  const text = (await pagesOf(aZReport)).join(' ');
  for (const words of [
    'Batik Bu Sari A-12, Thamrin City Telp. 0812-3456-789 LAPORAN Z Z-000012',
    'Omzet Rp1.199.500 Penjualan 42 Pengembalian 1 Selisih -Rp15.000',
    'Dibuka 23/11/2026 08:00 WIB Dibuka oleh Budi Ditutup 23/11/2026 21:00 WIB',
    'Disetujui oleh Bu Sari',
    'Penjualan 42 1.234.500 Pengembalian 1 -35.000 OMZET Rp1.199.500',
    'Termasuk diskon 0 Termasuk pajak 0 Termasuk pembulatan -50',
    'Tunai 1.094.500 QRIS 105.000',
    'Tanpa pajak dari 1.199.500 0',
    'Tanpa kategori 99.550 Batik 1.100.000 Diskon, pajak, pembulatan -50',
    'Budi 40 1.139.500 Bu Sari 3 60.000',
    'Modal awal 250.000 Tunai diterima 1.300.000 Kembalian -170.500',
    'Pengembalian tunai -35.000 Kas masuk 0 Kas keluar -500.000 Seharusnya ada Rp844.500',
    'Terhitung 829.500 Selisih -Rp15.000 Berapa kali dihitung 2 Sebab selisih Salah kembalian',
    'Rp10.000 20 200.000 Rp500 100 50.000',
    'Rp100.000 6 600.000 Rp20.000 11 220.000 Rp500 19 9.500',
    'Penjualan 98.765.000 Pengembalian 432.000 Jumlah struk 1.204 Belum terkirim saat tutup 37',
    '08:00-09:00 12 400.000 09:00-10:00 31 799.500',
    '23/11/2026 10:00 Laci dilihat Budi, disetujui Bu Sari',
    '23/11/2026 14:00 Setor ke brankas Budi amplop 4 -500.000',
    'LAPORAN Z Z-000012 · Catatan 1.431 Halaman 1 dari 2',
  ]) {
    expect(text).toContain(words);
  }
});

test('an X in English says until when it knows, and that it is no closing', async () => {
  const text = (await pagesOf(anXReport, { say: translator('en') })).join(' ');
  expect(text).toContain(
    'X REPORT Up to 23/11/2026 16:00 WIB No closing: the shift is still open.',
  );
  expect(text).toContain('TURNOVER Rp1.199.500');
  expect(text).not.toMatch(/Z-0|Counted|Checked by|Since this till began/);
});

test('a Z is the same to the byte whenever it is made, and has the date of its close', async () => {
  const bytes = await bytesOf(aZReport);
  const later = await bytesOf(aZReport, { atMs: how.atMs + 86_400_000 });
  expect(Buffer.from(later).equals(Buffer.from(bytes))).toBe(true);
  const { info } = await getMeta(await getDocumentProxy(bytes));
  expect(info).toMatchObject({
    Title: 'LAPORAN Z Z-000012 - Batik Bu Sari',
    CreationDate: 'D:20261123140000Z',
    Producer: 'Lapak',
  });
});

test('its letters are in it, so that it looks alike on every computer', async () => {
  const fonts = Buffer.from(await bytesOf(aZReport))
    .toString('latin1')
    .match(/\/FontFile2 \d+ 0 R/g);
  expect(fonts).toHaveLength(2);
});

test('movements go on over the pages, each with the names of the columns', async () => {
  const [move] = aZReport.cash?.moves ?? [];
  if (!move || !aZReport.cash) throw new Error('the report has movements');
  const moves = Array.from(
    { length: 200 },
    (_, at): DrawerMove => ({ ...move, note: `gerak ${at}`, amountRupiah: rupiah(-1_000 - at) }),
  );
  const pages = await pagesOf({ ...aZReport, cash: { ...aZReport.cash, moves } });
  expect(pages.length).toBeGreaterThan(3);
  for (const page of pages.slice(1, -1)) expect(page).toContain('Jam Apa Siapa Keterangan Rp');
  expect(pages.join(' ')).toMatch(/gerak 0 -1\.000 .* gerak 199 -1\.199/);
});

test('who may not see the drawer has no figure of it in the file', async () => {
  const text = (await pagesOf({ ...anXReport, cash: null })).join(' ');
  expect(text).toContain('Isi laci tidak ditampilkan.');
  expect(text).not.toMatch(/Modal awal|Seharusnya|Kas keluar|Rincian/);
});

test('names and notes of people are text, whatever they contain', async () => {
  const name = 'Zoë & "Ibu" <b>{{x}}</b> \\n (1) %PDF';
  const pages = await pagesOf(aZReport, { nameOf: () => name, stall: { ...aStall, name } });
  expect(pages[0]).toContain(`${name} A-12`);
});
