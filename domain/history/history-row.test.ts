import { expect, test } from 'vitest';
import { words } from '../translator.ts';
import { zones } from '../time.ts';
import {
  historyReasons,
  type HistoryReading,
  readBrokenRow,
  readHistoryRow,
} from './history-row.ts';

const reading: HistoryReading = {
  header: ['Nota', 'Kode', 'Nama', 'Qty', 'Tanggal', 'Harga', 'Pelanggan'],
  layout: { invoice: 0, code: 1, description: 2, quantity: 3, date: 4, price: 5, time: -1 },
  format: { dates: 'dmy', price: ',', quantity: ',' },
  rate: { digits: 20_000, scale: 0 },
  offset: zones.WIB,
  nowMs: Date.UTC(2026, 10, 23),
};

const good = ['536365', '85123A', 'WHITE HANGING HEART', '6', '1/12/2010 08:26', '2,55', '17850'];

/** The good row with one cell changed. */
function withCell(at: number, value: string): string[] {
  return good.map((cell, i) => (i === at ? value : cell));
}

test('a row becomes a line in rupiah, at its moment, without the customer', () => {
  expect(readHistoryRow(good, 2, reading)).toEqual({
    row: 2,
    invoice: '536365',
    atMs: Date.UTC(2010, 11, 1, 1, 26),
    line: {
      row: 2,
      code: '85123A',
      name: 'WHITE HANGING HEART',
      quantityMilli: 6000,
      priceRupiah: 51_000,
      atMs: Date.UTC(2010, 11, 1, 1, 26),
    },
    rejected: [],
  });
});

test('a price between two rupiah goes to the nearest', () => {
  const rate = { digits: 157_505, scale: 1 }; // 15.750,5

  const { line } = readHistoryRow(withCell(5, '2,55'), 2, { ...reading, rate });

  expect(line?.priceRupiah).toBe(40_164); // 40.163,775
});

test('a negative and a fractional quantity are kept as they stand', () => {
  expect(readHistoryRow(withCell(3, '-0,25'), 2, reading).line?.quantityMilli).toBe(-250);
});

test('the time may have a column of its own', () => {
  const timed = {
    ...reading,
    header: [...reading.header, 'Jam'],
    layout: { ...reading.layout, time: 7 },
  };

  const { line } = readHistoryRow([...withCell(4, '1/12/2010'), '20:30'], 2, timed);

  expect(line?.atMs).toBe(Date.UTC(2010, 11, 1, 13, 30));
});

test('text is brought to one form, without control characters', () => {
  const cells = withCell(2, ' Cafe\u0301\u001b@\ttubruk ');

  expect(readHistoryRow(cells, 2, reading).line?.name).toBe('Caf\u00e9 @ tubruk');
});

test('a name that is too long is cut, not in the middle of a sign', () => {
  const { line } = readHistoryRow(withCell(2, `${'a'.repeat(119)}\u{1F455}`), 2, reading);

  expect(line?.name).toBe('a'.repeat(119));
});

test.each([
  [0, '', 'Nota', 'invoice'],
  [0, 'x'.repeat(61), 'Nota', 'invoice'],
  [1, '  ', 'Kode', 'code'],
  [1, 'x'.repeat(41), 'Kode', 'code'],
  [3, 'enam', 'Qty', 'quantity'],
  [3, '0', 'Qty', 'quantity'],
  [3, '0,0001', 'Qty', 'quantity'],
  [3, '1000001', 'Qty', 'quantity'],
  [5, 'gratis', 'Harga', 'price'],
  [5, '2.55', 'Harga', 'price'],
  [5, '-11062,06', 'Harga', 'priceNegative'],
  [5, '999999999', 'Harga', 'tooLarge'],
  [5, '9999999999999', 'Harga', 'tooLarge'],
  [5, '999999999999999', 'Harga', 'tooLarge'],
  [5, '9999999999999999', 'Harga', 'tooLarge'],
  [3, '999999999999999', 'Qty', 'quantity'],
  [4, '1/12/0010 08:26', 'Tanggal', 'date'],
  [4, '31/11/2010 08:26', 'Tanggal', 'date'],
  [4, '1/12/2030 08:26', 'Tanggal', 'future'],
])('cell %i with %j rejects column %s: %s', (at, value, column, reason) => {
  const { line, rejected } = readHistoryRow(withCell(at, value), 9, reading);

  expect(line).toBeNull();
  expect(rejected).toEqual([{ row: 9, column, reason }]);
});

test('a row with several bad cells names each of them', () => {
  const cells = ['536365', '', 'x', 'enam', 'kemarin', 'gratis', ''];

  const { rejected } = readHistoryRow(cells, 4, reading);

  expect(rejected.map(({ column }) => column)).toEqual(['Kode', 'Qty', 'Harga', 'Tanggal']);
});

test('a row with a cell too many or too few is rejected whole but keeps its invoice', () => {
  const wanting = [{ row: 3, column: '', reason: 'cells' }];

  expect(readHistoryRow([...good, 'x'], 3, reading)).toMatchObject({ rejected: wanting });
  expect(readHistoryRow(good.slice(1), 3, reading)).toMatchObject({ rejected: wanting });
  expect(readHistoryRow([...good, 'x'], 3, reading).invoice).toBe('536365');
});

test('a broken row keeps the number and day that it seems to have', () => {
  const cells = ['536365', '85123A', '"WHITE HEART', '6', '1/12/2010 08:26', '2,55', '17850'];

  expect(readBrokenRow(cells, 3, reading, 'quote')).toEqual({
    row: 3,
    invoice: '536365',
    atMs: Date.UTC(2010, 11, 1, 1, 26),
    line: null,
    rejected: [{ row: 3, column: '', reason: 'quote' }],
  });
  expect(readBrokenRow(['"536365'], 3, reading, 'quote')).toMatchObject({
    invoice: '536365',
    atMs: null,
  });
});

test.each(historyReasons)('the reason %s has words in both languages', (reason) => {
  expect(words.id[`history.reason.${reason}`]).toBeTruthy();
  expect(words.en[`history.reason.${reason}`]).toBeTruthy();
});
