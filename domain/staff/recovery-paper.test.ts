import { expect, test } from 'vitest';
import { translator } from '../translator.ts';
import { recoveryPaperLines } from './recovery-paper.ts';

const paper = {
  code: 'abcd-efgh-jklm-npqr-stuv-wxyz',
  stall: { name: 'Batik Bu Sari', number: 'A-12', mall: 'Thamrin City', phone: '' },
  columns: 32,
  say: translator('id'),
  atMs: Date.UTC(2026, 10, 23, 5, 30),
  offsetMinutes: 420,
} as const;

test('the code stands in large letters in groups of four, two to a line, with its date', () => {
  const lines = recoveryPaperLines(paper);
  const large = lines.filter(({ runs }) => runs[0]?.wide === 2).map(({ runs }) => runs[0]?.text);
  expect(large).toEqual(['Batik Bu Sari', 'ABCD-EFGH', 'JKLM-NPQR', 'STUV-WXYZ']);
  expect(lines.flatMap(({ runs }) => runs.map(({ text }) => text))).toContain(
    '23/11/2026 12:30 WIB',
  );
});

test.each([32, 42, 48] as const)(
  'every line fits paper of %i columns, in both languages',
  (columns) => {
    for (const language of ['id', 'en'] as const) {
      for (const line of recoveryPaperLines({ ...paper, columns, say: translator(language) })) {
        const taken = line.runs.reduce((sum, run) => sum + run.text.length * run.wide, 0);
        expect(taken).toBeLessThanOrEqual(columns);
      }
    }
  },
);
