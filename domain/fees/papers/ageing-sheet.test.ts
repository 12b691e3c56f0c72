import { expect, test } from 'vitest';
import { anAgeing } from '../../../test/support/papers.ts';
import { translator } from '../../translator.ts';
import { ageingSheet } from './ageing-sheet.ts';
import { ageingText } from './whatsapp-text.ts';

const say = translator('id');

test('the ages of a mall add up down and across', () => {
  const [table] = ageingSheet(anAgeing, say).blocks;
  if (table?.kind !== 'table') throw new Error('the paper begins with its list');
  const { rows, sums } = table;

  expect(rows[0]).toEqual([
    'TC-B01',
    'Batik Sari',
    'Dewi Lestari',
    1_000_000,
    1_000_000,
    1_000_000,
    0,
    2_500_000,
    5_500_000,
  ]);
  expect(sums).toEqual([
    ['2 lapak', '', '', 1_000_000, 1_200_000, 1_925_000, 0, 2_500_000, 6_625_000],
  ]);
});

test('ages that were narrowed say to what, on the paper and as text', () => {
  const narrow = { ...anAgeing, band: 'to60', text: ' batik ' } as const;

  expect(ageingSheet(narrow, say).blocks[0]).toEqual({
    kind: 'facts',
    heading: '',
    facts: [
      { label: 'Hanya lapak dengan umur utang', text: '31-60 hari' },
      { label: 'Hanya lapak yang cocok dengan', text: 'batik' },
    ],
  });
  expect(ageingText(narrow, say)).toContain(
    'per 29 November 2026\nHanya lapak dengan umur utang: 31-60 hari\n' +
      'Hanya lapak yang cocok dengan: batik\n\n',
  );
  expect(ageingText(anAgeing, say)).not.toContain('Hanya');
});
