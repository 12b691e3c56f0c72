import { expect, test } from 'vitest';
import { plainNmid, readNmid } from './nmid.ts';

test.each([
  ['ID1020021181745', 'ID1020021181745'],
  [' id 1020.0211-81745 ', 'ID1020021181745'],
  ['ID20190001', 'ID20190001'],
])('%j is a merchant id, written as a QRIS has it', (text, nmid) => {
  expect(readNmid(text)).toBe(nmid);
  expect(plainNmid(text)).toBe(nmid);
});

test.each(['', '1020021181745', 'ID', 'ID1234567', 'ID10200211817451', 'ID10200211817A5', 'IDX1'])(
  '%j is none',
  (text) => {
    expect(readNmid(text)).toBeUndefined();
    expect(plainNmid(text)).toBe(text);
  },
);
