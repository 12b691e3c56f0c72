import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aStall, anXReport, aZReport, nameIn } from '../../test/support/shift-report.ts';
import { rupiah, sumRupiah } from '../money.ts';
import type { Columns, PaperLine } from '../printing/printer.ts';
import { translator } from '../translator.ts';
import { type ReportLook, reportLines } from './report-lines.ts';
import { categoryRows, drawerRows, hourRows, saleRows } from './report-rows.ts';
import type { ShiftReport } from './report.ts';

const look: ReportLook = {
  columns: 32,
  say: translator('id'),
  nameOf: nameIn,
  stall: aStall,
  copy: false,
  atMs: Date.UTC(2026, 10, 23, 9),
};

function texts(lines: readonly PaperLine[]): string[] {
  return lines.map((line) => line.runs.map((run) => run.text).join(''));
}

const printed = (report: ShiftReport, how: Partial<ReportLook> = {}) =>
  texts(reportLines(report, { ...look, ...how }));

test('a Z report on 58 mm paper reads like this', () => {
  expect(printed(aZReport)).toEqual([
    'Batik Bu Sari',
    'A-12, Thamrin City',
    'Telp. 0812-3456-789',
    '',
    'LAPORAN Z',
    'Z-000012',
    '--------------------------------',
    'Shift                         15',
    'Laci                           1',
    'Tanggal usaha         23/11/2026',
    'Dibuka      23/11/2026 08:00 WIB',
    'Dibuka oleh                 Budi',
    'Ditutup     23/11/2026 21:00 WIB',
    'Ditutup oleh                Budi',
    'Disetujui oleh           Bu Sari',
    '--------------------------------',
    'Ringkasan',
    'Penjualan (42)         1.234.500',
    'Pengembalian (1)         -35.000',
    'OMZET                Rp1.199.500',
    '  Termasuk diskon              0',
    '  Termasuk pajak               0',
    '  Termasuk pembulatan        -50',
    '--------------------------------',
    'Cara bayar',
    'Tunai                  1.094.500',
    'QRIS                     105.000',
    '--------------------------------',
    'Pajak',
    'Tanpa pajak dari 1.199.500     0',
    '--------------------------------',
    'Kategori',
    'Tanpa kategori            99.550',
    'Batik                  1.100.000',
    'Diskon, pajak, pembulatan    -50',
    '--------------------------------',
    'Kasir',
    'Budi (40)              1.139.500',
    'Bu Sari (3)               60.000',
    '--------------------------------',
    'Per jam',
    '08:00-09:00 (12)         400.000',
    '09:00-10:00 (31)         799.500',
    '--------------------------------',
    'Laci',
    'Dibuka tanpa penjualan         1',
    'Modal awal               250.000',
    'Tunai diterima         1.300.000',
    'Kembalian               -170.500',
    'Pengembalian tunai       -35.000',
    'Kas masuk                      0',
    'Kas keluar              -500.000',
    'Seharusnya ada         Rp844.500',
    'Terhitung                829.500',
    'Selisih                -Rp15.000',
    'Berapa kali dihitung           2',
    'Sebab selisih    Salah kembalian',
    'Keterangan: Kembalian Rp20.000',
    'untuk Rp5.000',
    '--------------------------------',
    'Rincian modal awal',
    'Rp10.000 x 20            200.000',
    'Rp500 x 100               50.000',
    '--------------------------------',
    'Rincian hitungan',
    'Rp100.000 x 6            600.000',
    'Rp20.000 x 11            220.000',
    'Rp500 x 19                 9.500',
    '--------------------------------',
    'Kas keluar masuk',
    '10:00 Laci dilihat',
    '  Budi, disetujui Bu Sari',
    '14:00 Setor ke brankas  -500.000',
    '  Budi: amplop 4',
    '--------------------------------',
    'Sejak awal kasir ini',
    'Penjualan             98.765.000',
    'Pengembalian             432.000',
    'Jumlah struk               1.204',
    'Belum terkirim saat tutup     37',
    '',
    'Catatan 1.431',
  ]);
});

test('the Z of a till without a hub says nothing of one', () => {
  const { closing } = aZReport;
  const lines = printed({ ...aZReport, closing: closing && { ...closing, unsent: null } });
  expect(lines.join('\n')).not.toMatch(/terkirim/);
});

test('an X report says until when it knows, and that it is no closing', () => {
  const lines = printed(anXReport, { columns: 48, say: translator('en') });
  expect(lines.slice(4, 7)).toEqual([
    'X REPORT',
    'Up to 23/11/2026 16:00 WIB',
    'No closing: the shift is still open.',
  ]);
  expect(lines).toContain('TURNOVER                             Rp1.199.500');
  expect(lines.join('\n')).not.toMatch(/Z-0|Counted|Difference|Closed|Since this till began/);
});

test('who may not see the drawer is told so, and no figure of it is printed', () => {
  const lines = printed({ ...anXReport, cash: null });
  expect(lines).toContain('Isi laci tidak ditampilkan.');
  expect(lines.join('\n')).not.toMatch(/Modal awal|Seharusnya|Kas keluar|Rincian/);
});

test('a copy says SALINAN in bold at its head and at its foot, an original nowhere', () => {
  const mark = { align: 'centre', runs: [{ text: 'SALINAN', bold: true, wide: 1, tall: 1 }] };
  const copy = reportLines(aZReport, { ...look, copy: true });
  expect([copy.at(0), copy.at(-1)]).toEqual([mark, mark]);
  expect(printed(aZReport)).not.toContain('SALINAN');
});

test('a nil day has its figures too, and no empty parts', () => {
  const nil: ShiftReport = {
    ...aZReport,
    sums: {
      ...aZReport.sums,
      sales: { count: 0, totalRupiah: rupiah(0) },
      refunds: { count: 0, totalRupiah: rupiah(0) },
      netRupiah: rupiah(0),
      tenders: [],
      taxes: [],
      categories: [],
    },
    hours: [],
    cashiers: [],
    cash: aZReport.cash && { ...aZReport.cash, float: [] },
  };
  const lines = printed(nil);
  expect(lines).toContain('Penjualan (0)                  0');
  expect(lines).toContain('OMZET                        Rp0');
  expect(lines.join('\n')).not.toMatch(/Cara bayar|Kategori|Per jam|Rincian modal/);
});

test('a drawer that was handed over says to whom, and a pseudonym stands where no name is', () => {
  const handed = { ...aZReport, closing: aZReport.closing && { ...aZReport.closing } };
  if (handed.closing) handed.closing.handedTo = 'kasir-9';
  expect(printed(handed)).toContain('Diserahkan ke            kasir-9');
});

test('the hours of a shift that was left open overnight say their day', () => {
  const [first, second] = aZReport.hours;
  if (!first || !second) throw new Error('the report has two hours');
  const late = { ...second, fromMs: second.fromMs + 24 * 3_600_000 };
  expect(hourRows({ ...aZReport, hours: [first, late] }).map(({ label }) => label)).toEqual([
    '23/11 08:00-09:00',
    '24/11 09:00-10:00',
  ]);
});

test('a reason that this program does not know is printed as it is', () => {
  const [move] = aZReport.cash?.moves ?? [];
  if (!move || !aZReport.cash) throw new Error('the report has movements');
  const cash = { ...aZReport.cash, moves: [{ ...move, reason: 'tip-jar' }] };
  expect(printed({ ...aZReport, cash })).toContain('10:00 tip-jar');
});

const anyText = fc.oneof(fc.string({ maxLength: 60, unit: 'binary' }), fc.lorem({ maxCount: 10 }));
const anySum = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }).map(rupiah);

const anyReport = fc
  .record({
    category: anyText,
    note: anyText,
    net: anySum,
    sold: anySum,
    cashier: anyText,
    counted: fc.nat(100_000),
    isClosed: fc.boolean(),
  })
  .map(
    ({ category, note, net, sold, cashier, counted, isClosed }): ShiftReport => ({
      ...aZReport,
      cashier,
      sums: {
        ...aZReport.sums,
        netRupiah: net,
        categories: [{ name: category, netRupiah: sold }],
        tenders: [{ kind: category, netRupiah: net }],
      },
      closing:
        isClosed && aZReport.closing
          ? { ...aZReport.closing, note, counted: [{ valueRupiah: 100_000, pieces: counted }] }
          : null,
    }),
  );

test('every line fits its paper, wide letters counted double', () => {
  fc.assert(
    fc.property(
      anyReport,
      fc.constantFrom<Columns[]>(32, 42, 48),
      anyText,
      fc.constantFrom('id', 'en'),
      (report, columns, name, language) => {
        const say = translator(language);
        const nameOf = () => name;
        for (const line of reportLines(report, { ...look, columns, say, nameOf, copy: true })) {
          const taken = line.runs.reduce((sum, run) => sum + run.text.length * run.wide, 0);
          expect(taken).toBeLessThanOrEqual(columns);
        }
      },
    ),
  );
});

test('the rows of sales, categories and drawer come to the sum that stands below them', () => {
  fc.assert(
    fc.property(anyReport, (report) => {
      const words = { say: translator('id'), nameOf: nameIn };
      const sum = (rows: readonly { readonly amountRupiah: number }[]) =>
        sumRupiah(rows.map(({ amountRupiah }) => rupiah(amountRupiah)));
      expect(sum(categoryRows(report, words))).toBe(report.sums.netRupiah);
      expect(sum(saleRows(aZReport, words).slice(0, 2))).toBe(aZReport.sums.netRupiah);
      expect(sum(drawerRows(report, words).slice(0, 6))).toBe(report.cash?.expectedRupiah);
    }),
  );
});
