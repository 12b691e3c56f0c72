import { expect, test } from 'vitest';
import type { Settings } from '../../../domain/settings/settings.ts';
import { changesOf, draftOf, isFooterTooLong } from './settings-draft.ts';

const kept: Settings = {
  stall: { name: 'Batik Ibu Sari', number: 'B-7', mall: 'Thamrin City', phone: '0812' },
  receipt: { print: 'always', footer: '', hasQr: true, hasQris: false },
  tenders: { qris: true, card: true, transfer: true },
  tax: { kind: 'none', isAdded: false },
  npwp: '',
  qris: '',
  zone: 'WIB',
  cutOffHour: 3,
  cashRoundingRupiah: 100,
  language: 'id',
  receiptLanguage: 'id',
  colorScheme: 'auto',
  textSizePercent: 100,
  pinUse: 'guarded',
  lockAfterMinutes: 5,
  closing: 'blind',
  drawers: 1,
  sharing: 'totals',
};

test('fields that nobody touched change nothing', () => {
  expect(changesOf(draftOf(kept), kept)).toEqual({});
  expect(changesOf({ ...draftOf(kept), name: ' Batik Ibu Sari ' }, kept)).toEqual({});
});

test('only what was changed is sent, and the stall as a whole', () => {
  const changed = { cutOffHour: '0', drawers: '2', textSizePercent: '125' };
  const draft = { ...draftOf(kept), phone: '0813', ...changed };

  expect(changesOf(draft, kept)).toEqual({
    stall: { ...kept.stall, phone: '0813' },
    textSizePercent: 125,
    cutOffHour: 0,
    drawers: 2,
  });
});

test('how receipts are printed is sent as a whole', () => {
  const draft = { ...draftOf(kept), receiptFooter: ' IG @batik \r\nBuka 9-21 ', receiptQr: 'off' };

  expect(changesOf(draft, kept)).toEqual({
    receipt: { print: 'always', footer: 'IG @batik\nBuka 9-21', hasQr: false, hasQris: false },
  });
});

test('which payments are taken is sent as a whole', () => {
  expect(changesOf({ ...draftOf(kept), tenderCard: 'off' }, kept)).toEqual({
    tenders: { qris: true, card: false, transfer: true },
  });
});

test('a footer has three lines at most, and none is longer than two lines of paper', () => {
  expect(isFooterTooLong('satu\ndua\ntiga')).toBe(false);
  expect(isFooterTooLong('satu\ndua\ntiga\nempat')).toBe(true);
  expect(isFooterTooLong('a'.repeat(97))).toBe(true);
});
