import { writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { LapakError } from '../../../domain/errors.ts';
import { lookAtFile } from './look-at-file.ts';

const auto = { encoding: 'auto', separator: 'auto' } as const;

async function failureOf(content: Uint8Array) {
  const error: unknown = await lookAtFile(content, auto).catch((thrown: unknown) => thrown);
  return error instanceof LapakError ? error.code : error;
}

test('a text is shown as its separator parts it, and how it is written', async () => {
  const text = 'Waktu;Cerita;Besar\n02/11/2026;Caf\u00e9, kopi, teh;5.000,00 CR\n';
  const looked = await lookAtFile(Buffer.from(text, 'latin1'), auto);

  expect(looked).toMatchObject({
    encoding: 'windows-1252',
    separator: ';',
    lines: [
      { row: 1, cells: ['Waktu', 'Cerita', 'Besar'] },
      { row: 2, cells: ['02/11/2026', 'Caf\u00e9, kopi, teh', '5.000,00 CR'] },
    ],
    guess: { titlesAt: 0, columns: ['date', 'description', 'amount'] },
  });
});

test('what somebody knows better of a text is heard', async () => {
  const content = Buffer.from('\uFEFFa;b|c\n1;2|3\n', 'utf16le');
  const looked = await lookAtFile(content, { encoding: 'utf-16le', separator: '|' });

  expect(looked.lines[0]?.cells).toEqual(['a;b', 'c']);
});

test('a sheet is shown with its numbers, and a formula as none', async () => {
  const content = await writeXlsx({
    sheets: [
      {
        name: 'Mutasi',
        rows: [
          ['Tanggal', 'Keterangan', 'Debet', 'Kredit'],
          ['02/11/2026', 'IURAN', 0, 1_000_017],
        ],
        cells: new Map([['1,2', { formula: 'A1', formulaResult: 5 }]]),
      },
    ],
  });
  const looked = await lookAtFile(content, auto);

  expect(looked).toMatchObject({ encoding: null, separator: null });
  expect(looked.lines[1]?.cells).toEqual(['02/11/2026', 'IURAN', null, 1_000_017]);
});

test('however much a file has, little of it is shown', async () => {
  const row = `02/11/2026;${'x'.repeat(500)};${'5.000;'.repeat(90)}\n`;
  const { lines } = await lookAtFile(Buffer.from(row.repeat(1_000)), auto);

  expect(lines).toHaveLength(90);
  expect(lines[0]?.cells).toHaveLength(60);
  expect(lines[0]?.cells[1]).toHaveLength(200);
});

test.each([
  ['nothing', '', 'CSV_EMPTY'],
  ['blanks', ' \n;;\n', 'CSV_EMPTY'],
  ['a picture', '\u0089PNG\r\n\u001a\n\0\0\0', 'STATEMENT_BROKEN'],
  ['a PDF', '%PDF-1.7\n%\u00e2\u00e3', 'STATEMENT_PDF'],
  ['a broken workbook', 'PK\u0003\u0004 and no more', 'WORKBOOK_BROKEN'],
  ['an old workbook', '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1', 'WORKBOOK_LOCKED'],
  [
    'MT940',
    ':20:1\n:25:0111222333\n:28C:1\n:60F:C261101IDR1,\n:62F:C261101IDR1,\n',
    'STATEMENT_FORMAT_KNOWN',
  ],
])('%s is refused', async (_, text, code) => {
  expect(await failureOf(Buffer.from(text, 'latin1'))).toBe(code);
});

test('a file of 100 MB is refused before it is read', async () => {
  expect(await failureOf(new Uint8Array(100_000_000))).toBe('FILE_TOO_LARGE');
});

/** From the head of `online-retail-2010-12.csv`. Source: UCI Machine Learning Repository. */
const SHOP = `\uFEFFInvoiceNo;StockCode;Description;Quantity;InvoiceDate;UnitPrice;Country
536365;85123A;WHITE HANGING HEART T-LIGHT HOLDER;6;1/12/2010 08:26;2,55;United Kingdom
536365;71053;WHITE METAL LANTERN;6;1/12/2010 08:26;3,39;United Kingdom
`;

test('the table of a shop is shown like any other, for a person to say what it is', async () => {
  const { guess, lines, encoding } = await lookAtFile(Buffer.from(SHOP), auto);

  expect(encoding).toBe('utf-8');
  expect(lines[0]?.cells[0]).toBe('InvoiceNo');
  expect(guess).toMatchObject({ kind: 'statement', titlesAt: 0 });
  expect(guess.columns[4]).toBe('date');
});
