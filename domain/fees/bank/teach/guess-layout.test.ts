import { expect, test } from 'vitest';
import type { GridCell, GridLine } from '../../../tables/grid.ts';
import { guessLayout } from './guess-layout.ts';
import { missingRoles, withRole } from './layout.ts';

/** A table written with one separator. */
function linesOf(text: string, separator = ';'): GridLine[] {
  const lines = text.trimEnd().split('\n');
  return lines.map((line, at) => ({ row: at + 1, cells: line.split(separator), fault: null }));
}

function sheetOf(rows: readonly (readonly GridCell[])[]): GridLine[] {
  return rows.map((cells, at) => ({ row: at + 1, cells, fault: null }));
}

test('titles of any bank are known wherever they stand, in any order', () => {
  const layout = guessLayout(
    linesOf(`Bank Nusantara;;;;
Periode;01/11/2026 - 30/11/2026;;;
Saldo;Tanggal;Keterangan;Kredit;Debet
11.000.017,00;02/11/2026;IURAN;1.000.017,00;0,00
`),
  );

  expect(layout).toMatchObject({
    kind: 'statement',
    titlesAt: 2,
    columns: ['balance', 'date', 'description', 'credit', 'debit'],
    dates: 'dmy',
    decimal: ',',
    hasBareText: false,
  });
});

test('titles that nobody has seen are told by what stands below them', () => {
  const layout = guessLayout(
    linesOf(
      `Waktu Buku|Cerita|Arah|Besar|Akhir
11/23/2026|IURAN A12|M|1,000,017.00|11,000,017.00
11/24/2026|PLN|K|450,000.00|10,550,017.00
`,
      '|',
    ),
  );

  expect(layout).toMatchObject({
    columns: ['date', 'description', 'sign', 'amount', 'balance'],
    dates: 'mdy',
    decimal: '.',
  });
  expect(layout.signs.in).toContain('M');
  expect(layout.signs.out).toContain('K');
});

test('of two columns that exclude each other, the balance tells which came in', () => {
  const rows = [
    ['Kapan', 'Apa', 'A', 'B', 'Z'],
    ['2026-11-04', 'PLN', '', 450_000, 10_550_017],
    ['2026-11-02', 'IURAN A12', 1_000_017, '', 11_000_017],
    ['2026-11-01', 'IURAN B01', 1_000_018, '', 10_000_000],
  ] as const;

  expect(guessLayout(sheetOf(rows)).columns).toEqual([
    'date',
    'description',
    'credit',
    'debit',
    'balance',
  ]);
});

test('a settlement is known by the titles that no bank has', () => {
  const layout = guessLayout(
    linesOf(`NMID;RRN;Tanggal Transaksi;Nominal;MDR;Net
ID1020;123;02/11/2026 10:15;50.000;350;49.650
`),
  );

  expect(layout).toMatchObject({
    kind: 'settlement',
    columns: ['nmid', 'reference', 'paid', 'gross', 'fee', 'net'],
  });
});

test('separators in a remark without quotes, and a year of two digits in front, are seen', () => {
  const layout = guessLayout(
    linesOf(
      `Tgl,Uraian,Nilai,Saldo
26/11/02,TRANSFER, SITI,1000017 CR,11000017
26/11/30,PLN,450000 DB,10550017
`,
      ',',
    ),
  );

  expect(layout).toMatchObject({ hasBareText: true, dates: 'ymd' });
});

test('what is no table has no titles, and what is missing is told', () => {
  const layout = guessLayout(linesOf('Kopi;15000\nTeh;12000\n'));

  expect(layout.titlesAt).toBeNull();
  expect(missingRoles(layout)).toEqual([['date'], ['amount']]);
  expect(missingRoles({ ...layout, columns: ['date', 'debit'] })).toEqual([['credit']]);
  expect(missingRoles({ ...layout, kind: 'settlement', columns: ['gross'] })).toEqual([
    ['paid', 'settled'],
  ]);
});

test('a column takes over the role of another, but for remarks, which are joined', () => {
  const layout = guessLayout(linesOf('Tanggal;Keterangan;Catatan;Jumlah\n02/11/2026;A;B;5 CR\n'));

  expect(layout.columns).toEqual(['date', 'description', 'description', 'amount']);
  expect(withRole(layout, 1, 'amount')).toEqual(['date', 'amount', 'description', '']);
  expect(withRole(layout, 3, 'description')).toEqual([
    'date',
    'description',
    'description',
    'description',
  ]);
});
