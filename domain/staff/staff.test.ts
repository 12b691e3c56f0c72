import { expect, test } from 'vitest';
import { readApproval, writeApproval } from './approval.ts';
import { lockMsAfter } from './lockout.ts';
import { isEasyPin } from './pin.ts';
import {
  formatRecoveryCode,
  normalizeRecoveryCode,
  RECOVERY_ALPHABET,
  RECOVERY_LENGTH,
} from './recovery-code.ts';
import { nameFault, nameOf } from './staff.ts';

test.each([
  ['000000', true],
  ['012345', true],
  ['987654', true],
  ['678901', true], // past nine
  ['474747', true],
  ['258258', true],
  ['112233', false],
  ['907351', false],
  ['135791', false],
])('%s is among the PINs that anybody tries first: %s', (pin, isEasy) => {
  expect(isEasyPin(pin)).toBe(isEasy);
});

test('four wrong PINs lock nothing; the fifth thirty seconds, the tenth fifteen minutes', () => {
  const seconds = Array.from({ length: 12 }, (_, failures) => lockMsAfter(failures) / 1_000);

  expect(seconds).toEqual([0, 0, 0, 0, 0, 30, 60, 120, 240, 480, 900, 900]);
  expect(lockMsAfter(1_000_000)).toBe(900_000);
});

test('a recovery code is read however it is typed', () => {
  const code = 'ABCDEFGH23456789JKLMNPQR';

  expect(formatRecoveryCode(code)).toBe('ABCD-EFGH-2345-6789-JKLM-NPQR');
  expect(normalizeRecoveryCode(' abcd efgh-2345 6789\njklm—npqr ')).toBe(code);
  expect(normalizeRecoveryCode(formatRecoveryCode(code))).toBe(code);
});

test('a recovery code has no letters that are taken for one another, and 120 bits', () => {
  expect(RECOVERY_ALPHABET).not.toMatch(/[01IO]/);
  expect(new Set(RECOVERY_ALPHABET).size ** RECOVERY_LENGTH).toBe(2 ** 120);
});

test('an approval comes out of its header as it went in; what is none is unreadable', () => {
  const approval = { staff: 'kasir-12', pin: '907351' };

  expect(readApproval(writeApproval(approval))).toEqual(approval);
  expect(readApproval(undefined)).toBeUndefined();
  for (const header of ['', '{', 'null', '{"staff":"kasir-1"}', '{"staff":"x","pin":"907351"}']) {
    expect(readApproval(header)).toBe('unreadable');
  }
});

test('who has no name is called by their pseudonym', () => {
  expect(nameOf({ id: 'kasir-3', name: '' })).toBe('kasir-3');
  expect(nameOf({ id: 'kasir-3', name: 'Citra' })).toBe('Citra');
});

test.each(['kasir-1', 'Kasir-12', ' KASIR - 7 ', 'kasir‑3', 'kasir–0', 'ｋａｓｉｒ－１'])(
  '“%s” is no name: another would be taken for them',
  (name) => {
    expect(nameFault(name)).toBe('error.nameLikePseudonym');
  },
);

test.each(['Kasir', 'Kasir Pagi', 'Siti kasir-2', 'kasir-satu', '1'])('“%s” is a name', (name) => {
  expect(nameFault(name)).toBeNull();
});

test('a name in which nothing is seen is none', () => {
  expect(nameFault(' \u200B ')).toBe('staff.nameNeeded');
});
