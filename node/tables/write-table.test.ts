import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tidyCell } from '../../domain/tables/cell-text.ts';
import { collect } from '../../test/support/collect.ts';
import { openTable } from './read-table.ts';
import { writeRejected, writeTable } from './write-table.ts';

test('a cell with a separator, a quote or a line break stands in quotes', () => {
  expect(writeTable([['a', 'b;c', 'd "e"', 'f\ng', 4]], ';')).toBe(
    'a;"b;c";"d ""e""";"f\ng";4\r\n',
  );
});

test.each(['=1+1', '+62812', '-5', '@SUM(A1)', '\uFF1D1', ' =1+1', '\u00A0\u00A0@A1', ' \t-5'])(
  'a spreadsheet takes %j for text, not for a formula',
  (value) => {
    expect(writeTable([[value]], ';')).toBe(`'${value}\r\n`);
  },
);

test('a text that looks guarded behind blanks comes back as it was', async () => {
  const texts = ["' =1+1", "'' @A1", "'-5"];

  const lines = await collect(openTable(writeTable([['a', 'b', 'c'], texts], ';')).lines());

  expect(lines[1]?.cells.map(tidyCell)).toEqual(texts);
});

test('a number below zero stays a number', () => {
  expect(writeTable([[-5]], ';')).toBe('-5\r\n');
});

test('every text comes back as it was written', async () => {
  const aCell = fc
    .oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(fc.constantFrom("'", '=', '+', '-', '@', '"', ';', 'x', ' '), { maxLength: 6 }),
    )
    .map((cell) => {
      const text = typeof cell === 'string' ? cell : cell.join('');
      // As it comes in; the apostrophe of a guarded text is taken off then.
      return text
        .replace(/[\s\p{Cc}\p{Cs}]+/gu, ' ')
        .trim()
        .normalize('NFC');
    });
  await fc.assert(
    fc.asyncProperty(fc.array(aCell, { minLength: 1, maxLength: 4 }), async (cells) => {
      const text = writeTable(
        [
          ['a', 'b'],
          ['x', ...cells],
        ],
        ';',
      );
      const lines = await collect(openTable(text).lines());
      expect(lines[1]?.cells.slice(1).map(tidyCell)).toEqual(cells);
    }),
    { numRuns: 300 },
  );
});

test('rejected rows come back in the form of their file, with a reason', async () => {
  const content = 'kode,nama,harga\nA,Kain,1\nB,Topi,"12,5"\nC,"Tas\nD,E\n';
  const reasons = new Map([
    [3, 'harga: bukan rupiah bulat'],
    [4, 'tanda kutip'],
  ]);

  expect(await writeRejected(openTable(content), reasons)).toBe(
    '\uFEFFkode,nama,harga,alasan\r\n' +
      'B,Topi,"12,5",harga: bukan rupiah bulat\r\n' +
      'C,"""Tas",,tanda kutip\r\n',
  );
});

test('a cell too many stands under no title; an older reason is replaced', async () => {
  const content = 'kode;nama;alasan\nA;Kain;dulu;lebih\n';

  expect(await writeRejected(openTable(content), new Map([[2, 'kini']]))).toBe(
    '\uFEFFkode;nama;;alasan\r\nA;Kain;lebih;kini\r\n',
  );
});
