import { writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { dayCell } from '../../domain/tables/grid.ts';
import { isWorkbook, readSheet } from './read-sheet.ts';

const aWorkbook = () =>
  writeXlsx({
    sheets: [
      { name: 'Kosong', rows: [] },
      {
        name: 'Mutasi',
        rows: [
          ['Tanggal', 'Jumlah'],
          [new Date(Date.UTC(2026, 10, 29, 10, 15)), 1000.5],
          ['=1+1', ''],
        ],
        cells: new Map([['2,1', { formula: 'SUM(B2)', formulaResult: 5 }]]),
      },
    ],
  });

test('the first sheet with rows is read: days as text, a formula as null', async () => {
  const bytes = await aWorkbook();

  expect(isWorkbook(bytes)).toBe(true);
  expect(await readSheet(bytes, 10)).toEqual([
    { row: 1, cells: ['Tanggal', 'Jumlah'], fault: null },
    { row: 2, cells: ['2026-11-29 10:15:00', 1000.5], fault: null },
    { row: 3, cells: ['=1+1', null], fault: null },
  ]);
});

test('a sheet that is hidden is passed over, however deep', async () => {
  const bytes = await writeXlsx({
    sheets: [
      { name: 'Draf', rows: [['bukan ini']], hidden: true },
      { name: 'Rahasia', rows: [['ini pun bukan']], veryHidden: true },
      { name: 'Arsip', rows: [['ini juga bukan']], hidden: true },
      { name: 'Mutasi', rows: [['Tanggal']] },
    ],
  });

  expect(await readSheet(bytes, 10)).toEqual([{ row: 1, cells: ['Tanggal'], fault: null }]);
});

test('a workbook that counts its days from 1904 says so on each line', async () => {
  const sheets = [{ name: 'Mutasi', rows: [[44_867]] }];
  const bytes = await writeXlsx({ sheets, dateSystem: '1904' });

  const [line] = await readSheet(bytes, 10);

  expect(line).toEqual({ row: 1, cells: [44_867], fault: null, isFrom1904: true });
  expect(line && dayCell(line, 44_867)).toBe(46_329); // 3 November 2026
});

test('a sheet with more rows than it may have is refused', async () => {
  await expect(readSheet(await aWorkbook(), 2)).rejects.toMatchObject({
    code: 'TABLE_TOO_LONG',
    data: { maxRows: 2 },
  });
});

test('a workbook with a password, and one that was cut, are refused', async () => {
  const bytes = await aWorkbook();
  const locked = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

  await expect(readSheet(locked, 10)).rejects.toMatchObject({ code: 'WORKBOOK_LOCKED' });
  await expect(readSheet(bytes.subarray(0, bytes.length - 400), 10)).rejects.toMatchObject({
    code: 'WORKBOOK_BROKEN',
  });
});

test('a workbook that says it unfolds to too much, or lies about it, is refused', async () => {
  const bytes = Buffer.from(await aWorkbook());
  const entry = bytes.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
  const honest = Buffer.from(bytes);
  honest.writeUInt32LE(61_000_000, entry + 24);
  const lying = Buffer.from(bytes);
  lying.writeUInt32LE(0, entry + 24);
  const small = Buffer.from(bytes);
  small.writeUInt32LE(3, entry + 24);

  for (const bomb of [honest, lying]) {
    await expect(readSheet(bomb, 10)).rejects.toMatchObject({
      code: 'WORKBOOK_UNFOLDS',
      data: { maxMegabytes: 60 },
    });
  }
  await expect(readSheet(small, 10)).rejects.toMatchObject({ code: 'WORKBOOK_BROKEN' });
});
