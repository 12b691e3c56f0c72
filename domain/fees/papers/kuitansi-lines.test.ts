import { expect, test } from 'vitest';
import { aKuitansi, aLargeKuitansi } from '../../../test/support/papers.ts';
import type { Columns, PaperLine } from '../../printing/printer.ts';
import { translator } from '../../translator.ts';
import { kuitansiLines } from './kuitansi-lines.ts';
import type { KuitansiPaper } from './views.ts';

const say = translator('id');

/** As it comes out, a line of text for a line of paper. */
function printed(kuitansi: KuitansiPaper, columns: Columns): string[] {
  return kuitansiLines(kuitansi, { columns, say }).map((line) => textOf(line));
}

function textOf({ runs }: PaperLine): string {
  return runs.map(({ text }) => text).join('');
}

test('on 58 mm paper a kuitansi has all that the large one has, but for the code', () => {
  expect(printed(aKuitansi, 32)).toEqual([
    'Pengelola Thamrin City',
    'Jl. Thamrin Boulevard, Kebon',
    'Melati, Jakarta Pusat 10230',
    'Telp. 021-5550-123',
    '',
    'KUITANSI',
    'KW/TC/2026/000017',
    '--------------------------------',
    'Sudah terima dari:',
    '  Siti Rahayu',
    '  Kopi Gayo, lapak A12, Thamrin',
    '  City',
    '  TC-A12',
    'Uang sejumlah:',
    '  # Satu juta tujuh belas rupiah',
    '  #',
    'Untuk pembayaran:',
    '  Listrik, kebersihan November',
    '  2026 Rp1.000.000',
    '  Titipan Rp17',
    '  Listrik, kebersihan November',
    '  2026: tarif tetap',
    'Dengan cara        Transfer bank',
    '--------------------------------',
    'JUMLAH               Rp1.000.017',
    '',
    'Jakarta, 29 November 2026',
    'Pengelola Thamrin City',
    '',
    '',
    'Rahmat Hidayat',
  ]);
});

test.each([32, 42, 48] as const)('at %i columns no line is longer than the paper', (columns) => {
  const long = { ...aLargeKuitansi, cancelled: { on: '2026-12-01', reason: 'x'.repeat(90) } };
  const lines = kuitansiLines({ ...long, isCopy: true }, { columns, say });

  for (const { runs } of lines) {
    const width = runs.reduce((sum, { text, wide }) => sum + text.length * wide, 0);
    expect(width).toBeLessThanOrEqual(columns);
  }
});

test('a copy is marked at its head and foot, a void one above all', () => {
  const copy = printed({ ...aKuitansi, isCopy: true }, 32);
  const cancelled = { on: '2026-12-01', reason: 'salah lapak' };
  const void_ = printed({ ...aKuitansi, isCopy: true, cancelled }, 32);

  expect([copy[0], copy.at(-1)]).toEqual(['SALINAN', 'SALINAN']);
  expect(void_.slice(0, 2)).toEqual(['BATAL', 'SALINAN']);
  expect(void_.slice(-2)).toEqual(['BATAL', 'SALINAN']);
  expect(void_.join(' ')).toContain('DIBATALKAN 1 Desember 2026');
});

test('what a hub does not know of a stall or its own place leaves no comma behind', () => {
  const stall = { ...aKuitansi.stall, number: '', member: '' };
  const issuer = { ...aKuitansi.issuer, place: '', lines: [] };
  const lines = printed({ ...aKuitansi, stall, issuer }, 48);

  expect(lines).toContain('  Kopi Gayo, Thamrin City');
  expect(lines).toContain('29 November 2026');
  expect(lines.filter((line) => /^\s*,|, ,|,\s*$/.test(line))).toEqual([]);
});

test('above Rp5.000.000 there is a place for the stamp, and a line where nobody is named', () => {
  const issuer = { ...aLargeKuitansi.issuer, signer: '' };

  expect(printed({ ...aLargeKuitansi, issuer }, 42).slice(-4)).toEqual([
    '[ METERAI ]',
    '',
    '',
    '(                    )',
  ]);
  expect(printed(aKuitansi, 42)).not.toContain('[ METERAI ]');
});
