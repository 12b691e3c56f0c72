import { expect, test } from 'vitest';
import { formatSen } from './sen-words.ts';

test.each([
  [100_001_700, 'Rp1.000.017'],
  [-650_050, '−Rp6.500,50'],
  [5, 'Rp0,05'],
  [0, 'Rp0'],
])('%d hundredths of a rupiah are said as %s', (sen, words) => {
  expect(formatSen(sen)).toBe(words);
});
