import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineOfText, linesOfText } from './line-of-text.ts';
import { StallSettings } from './settings/settings.ts';
import { Note } from './shifts/movement.ts';
import { RoleName, StaffName } from './staff/staff.ts';

const line = lineOfText(0, 60);

test.each([
  ['Budi\nKasir', 'Budi Kasir'],
  ['Budi\r\n\t Kasir\u0085', 'Budi  Kasir'],
  ['Budi\u2028Kasir\u2029', 'Budi Kasir'],
  ['\u001b[2JBudi\u0007', '[2JBudi'], // nothing of it moves a terminal's cursor
  ['Bu\u200bdi\ufeff', 'Budi'],
  ['\u202eiduB\u202c', 'iduB'],
  ['\u2066Budi\u2069\u061c', 'Budi'],
  ['Budi\u{e0041}', 'Budi'],
  ['e\u200b\u0301', 'é'], // NFC, though they stood apart
  ['cafe\u0301', 'café'],
  ['Budi \ud83d', 'Budi \ufffd'],
  ['👩\u200d🍳 Ani', '👩\u200d🍳 Ani'],
  ['ب\u200cب', 'ب\u200cب'],
])('%j is kept as the one visible line %j', (typed, kept) => {
  expect(line.parse(typed)).toBe(kept);
});

test.each([
  ['\u200d\u200c'],
  ['\ufe0f'],
  ['\u3164 \u2800'],
  ['\u00a0\u2003'],
  ['\u200b'],
  ['\u0000'],
])('%j, of which nothing is seen, is nothing', (typed) => {
  expect(line.parse(typed)).toBe('');
  for (const name of [StaffName, RoleName, StallSettings.shape.name]) {
    expect(name.safeParse(typed).success).toBe(false);
  }
});

test('names, the head of a receipt and notes of people are such lines', () => {
  const { name, number, mall, phone } = StallSettings.shape;

  for (const one of [StaffName, RoleName, Note, name, number, mall, phone]) {
    expect(one.parse(' A\n\u202e1 ')).toBe('A 1');
  }
});

test('whatever is typed, what is kept is one line of NFC, and is kept again as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => {
      const { data: kept, success } = line.safeParse(typed);
      if (!success) return; // NFC made it longer than a line may be
      expect(kept).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u200b\u202a-\u202e\u2060-\u206f]/u);
      expect(kept).toBe(kept.trim().normalize('NFC'));
      expect(kept.isWellFormed()).toBe(true);
      expect(line.parse(kept)).toBe(kept);
    }),
  );
});

const lines = linesOfText(0, 60);

test.each([
  ['Senin\nSelasa', 'Senin\nSelasa'],
  ['Senin \r\n Selasa\rRabu\u2028Kamis', 'Senin\n Selasa\nRabu\nKamis'],
  ['Senin\n\n\n \n\nSelasa', 'Senin\n\nSelasa'],
  ['\n\u200b\nSenin\t10.00\n\n', 'Senin 10.00'],
  ['\u202eninS\nSel\u0007asa', 'ninS\nSel asa'],
  [' \n\u200d\n\u2800', ''],
])('%j, written in lines, is kept as the lines %j', (typed, kept) => {
  expect(lines.parse(typed)).toBe(kept);
});

test('whatever is typed, the lines that are kept are NFC, and are kept again as they are', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 12 })), (typed) => {
      const { data: kept, success } = lines.safeParse(typed.join('\n'));
      if (!success) return; // NFC made it longer than it may be
      expect(kept.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u200b\u202a-\u202e]/u);
      expect(kept).toBe(kept.trim().normalize('NFC'));
      expect(lines.parse(kept)).toBe(kept);
    }),
  );
});
