import { expect, test } from 'vitest';
import { readTypedDate } from './typed-date.ts';

test('a date is read day first, with marks between its parts or none', () => {
  const texts = ['29/11/2026', ' 9-1-2027 ', '1.2.2027', '29112026', '2026-11-29'];
  const dates = ['2026-11-29', '2027-01-09', '2027-02-01', '2026-11-29', '2026-11-29'];
  expect(texts.map(readTypedDate)).toEqual(dates);
});

test('what is no date of the calendar, or only a part of one, is not read', () => {
  const texts = ['', '29/11', '29/11/26', '11/29/2026', '30/02/2026', '9112026', '1/1/0026', 'x'];
  expect(texts.map(readTypedDate)).toEqual(texts.map(() => null));
});
