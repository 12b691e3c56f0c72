import { expect, test } from 'vitest';
import { csvTable } from './csv-table.ts';

test('every cell stands in quotes, and quotes in it are doubled', () => {
  expect(
    csvTable([
      ['Baris', 'Isi'],
      ['4', 'Kain "halus"; 2 m'],
    ]),
  ).toBe('"Baris";"Isi"\r\n"4";"Kain ""halus""; 2 m"\r\n');
});

test.each(['=1+1', '+62812', '-5', '@SUM(A1)', '\tx'])(
  'a spreadsheet takes %j for text, not for a formula',
  (value) => {
    expect(csvTable([[value]])).toBe(`"'${value}"\r\n`);
  },
);
