import { extractText, getDocumentProxy, getMeta } from 'unpdf';
import { expect, test } from 'vitest';
import { ageingSheet } from '../../../domain/fees/papers/ageing-sheet.ts';
import { billQris, billSheet } from '../../../domain/fees/papers/bill-sheet.ts';
import { kuitansiSheet } from '../../../domain/fees/papers/kuitansi-sheet.ts';
import { noticeSheet } from '../../../domain/fees/papers/notice-sheet.ts';
import type { PaperSheet } from '../../../domain/fees/papers/sheet.ts';
import { statementSheet } from '../../../domain/fees/papers/statement-sheet.ts';
import { translator } from '../../../domain/translator.ts';
import {
  aBill,
  aKuitansi,
  aLargeKuitansi,
  anAgeing,
  aNotice,
  aStatement,
} from '../../../test/support/papers.ts';
import { readQrOfPdf } from '../../../test/support/read-qr.ts';
import { paperPdf } from './paper-pdf.ts';

const say = translator('id');

async function bytesOf(sheet: PaperSheet, speaker = say): Promise<Uint8Array> {
  const blob = await paperPdf(sheet, speaker);
  expect(blob.type).toBe('application/pdf');
  return new Uint8Array(await blob.arrayBuffer());
}

/** The text of each page; a minus and a hyphen before a figure have one glyph in this font. */
async function pagesOf(sheet: PaperSheet, speaker = say): Promise<string[]> {
  const pdf = await getDocumentProxy(await bytesOf(sheet, speaker));
  const { text } = await extractText(pdf, { mergePages: false });
  return text.map((page) => page.replaceAll('−', '-').replace(/\s+/g, ' '));
}

test('a bill says what is charged and what to pay, and has a QRIS that asks for it', async () => {
  const sheet = billSheet(aBill, say);
  const [text] = await pagesOf(sheet);
  for (const words of [
    'Pengelola Thamrin City',
    'TAGIHAN TG/TC-A12/2026-11',
    'Anggota Siti Rahayu Lapak Kopi Gayo (TC-A12) Tempat A12, Thamrin City',
    'Listrik November 2026 tarif tetap 750.000 Kebersihan November 2026 tarif tetap 250.000',
    'JUMLAH 1.000.000',
    'Bayar tepat Rp1.000.017',
    'Berita transfer TC-A12-2611',
    'QRIS PENGELOLA MAL CONTOH NMID ID1020000000017',
  ]) {
    expect(text).toContain(words);
  }
  expect(await readQrOfPdf(await bytesOf(sheet))).toEqual([billQris(aBill)]);
});

test('a statement adds up from its opening to its closing, and by age', async () => {
  const text = (await pagesOf(statementSheet(aStatement, say))).join(' ');
  expect(text).toContain('01/09/2026 Saldo awal 500.000');
  expect(text).toContain('08/09/2026 Transfer bank · KW/TC/2026/000009 1.500.017 -17');
  expect(text).toContain('SALDO AKHIR 2.200.000 1.575.017 1.124.983');
  expect(text).toContain('0 200.000 925.000 0 0 -17 1.124.983');
});

test('a kuitansi is on one page, in words and figures, with the signed code', async () => {
  const sheet = kuitansiSheet(aKuitansi, say);
  const pages = await pagesOf(sheet);
  expect(pages).toHaveLength(1);
  for (const words of [
    'KUITANSI Nomor KW/TC/2026/000017',
    'Sudah terima dari : Siti Rahayu',
    'Uang sejumlah : # Satu juta tujuh belas rupiah #',
    'Untuk pembayaran : Listrik, kebersihan November 2026 Rp1.000.000 Titipan Rp17',
    'Dengan cara : Transfer bank',
    'Menurut tarif: Listrik, kebersihan November 2026: tarif tetap.',
    'Jakarta, 29 November 2026',
  ]) {
    expect(pages[0]).toContain(words);
  }
  expect(pages[0]).not.toMatch(/METERAI|SALINAN|BATAL/);
  expect(await readQrOfPdf(await bytesOf(sheet))).toEqual([aKuitansi.code]);
});

test('a copy, a void one and one above Rp5.000.000 say so, each on one page', async () => {
  const cancelled = { on: '2026-12-01', reason: 'salah lapak' };
  const [copy, large, void_] = [
    await pagesOf(kuitansiSheet({ ...aKuitansi, isCopy: true }, say)),
    await pagesOf(kuitansiSheet(aLargeKuitansi, say)),
    await pagesOf(kuitansiSheet({ ...aLargeKuitansi, cancelled }, say)),
  ];
  expect([copy.length, large.length, void_.length]).toEqual([1, 1, 1]);
  expect(copy[0]).toContain('SALINAN');
  expect(large[0]).toContain('METERAI Rp10.000');
  expect(large[0]).toContain('Listrik, kebersihan Juni 2026 s.d. November 2026 Rp6.000.000');
  expect(void_[0]).toContain('BATAL');
  expect(void_[0]).toContain('DIBATALKAN 1 Desember 2026: salah lapak');
});

test('a kuitansi of a quarter by the meter has the tariff of each month, on one page', async () => {
  const paid = Array.from({ length: 3 }, (_, at) => ({
    kind: 'electricity' as const,
    period: `2026-${String(at + 1).padStart(2, '0')}`,
    amountRupiah: 400_000 + at,
    basis: `≈ 1${at}2,25 kWh × Rp1.444,70`,
  }));
  const pages = await pagesOf(kuitansiSheet({ ...aLargeKuitansi, paid }, say));

  expect(pages).toHaveLength(1);
  for (const { basis } of paid) expect(pages[0]).toContain(basis);
});

test('a letter says what is owed, by when, what follows, and has a slip to sign', async () => {
  const [text] = await pagesOf(noticeSheet(aNotice, say));
  for (const words of [
    'SURAT PERINGATAN PERTAMA (SP1) Nomor SP1/TC/2026/000004',
    'Kepada Yth. Siti Rahayu',
    'Menindaklanjuti surat kami nomor RM/TC/2026/000011 tanggal 15 November 2026.',
    'Listrik September 2026 10 September 2026 80 hari 750.000',
    'JUMLAH 2.000.000',
    'Kami mohon Rp2.000.000 (dua juta rupiah) dilunasi paling lambat 6 Desember 2026',
    'kami akan menerbitkan Surat Peringatan Kedua (SP2)',
    'Selama sanggahan diperiksa, peringatan ini ditangguhkan.',
    'Tanda terima surat SP1/TC/2026/000004',
    'Hormat kami, Pengelola Thamrin City',
  ]) {
    expect(text).toContain(words);
  }
});

test('two thousand stalls go on over the pages, each with the names of the columns', async () => {
  const [row] = anAgeing.rows;
  if (!row) throw new Error('the list has rows');
  const rows = Array.from({ length: 2_000 }, (_, at) => ({
    ...row,
    stall: { ...row.stall, code: `TC-${at}` },
  }));
  const pages = await pagesOf(ageingSheet({ ...anAgeing, rows }, say));
  expect(pages.length).toBeGreaterThan(40);
  for (const page of pages.slice(0, -1)) expect(page).toContain('Kode Lapak Anggota');
  expect(pages.at(-1)).toContain('2.000 lapak');
});

test('a paper is the same to the byte whenever it is made, and has its own date', async () => {
  const bytes = await bytesOf(kuitansiSheet(aKuitansi, say));
  expect(Buffer.from(await bytesOf(kuitansiSheet(aKuitansi, say))).equals(Buffer.from(bytes))).toBe(
    true,
  );
  const { info } = await getMeta(await getDocumentProxy(bytes));
  expect(info).toMatchObject({
    Title: 'KUITANSI Nomor KW/TC/2026/000017',
    CreationDate: 'D:20261129000000Z',
    Producer: 'Lapak',
  });
});

test('in English a kuitansi keeps its Indonesian sum in words', async () => {
  const english = translator('en');
  const [text] = await pagesOf(kuitansiSheet(aKuitansi, english), english);
  expect(text).toContain('The sum of : # Satu juta tujuh belas rupiah #');
  expect(text).toContain('Received from : Siti Rahayu');
});

test('names of people are text, whatever they contain', async () => {
  const member = 'Zoë & "Ibu" <b>{{x}}</b> $t(paper.bill) (1) %PDF';
  const stall = { ...aKuitansi.stall, member };
  expect((await pagesOf(kuitansiSheet({ ...aKuitansi, stall }, say)))[0]).toContain(member);
  const [letter] = await pagesOf(noticeSheet({ ...aNotice, stall }, say));
  expect(letter).toContain(`Kepada Yth. ${member}`);
});
