import { inflateRawSync } from 'node:zlib';
import { readXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { ageingSheet } from '../../domain/fees/papers/ageing-sheet.ts';
import { statementSheet } from '../../domain/fees/papers/statement-sheet.ts';
import { translator } from '../../domain/translator.ts';
import { anAgeing, aStatement } from '../../test/support/papers.ts';
import { paperXlsx, xlsxOf } from './xlsx.ts';

const say = translator('id');

async function bytesOf(blob: Blob): Promise<Uint8Array> {
  return new Uint8Array(await blob.arrayBuffer());
}

test('the ages of a mall are numbers in a workbook, with what they are above them', async () => {
  const { sheets } = await readXlsx(await bytesOf(await paperXlsx(ageingSheet(anAgeing, say))));
  const [sheet] = sheets;

  expect(sheet?.name).toBe('1 UMUR TUNGGAKAN');
  expect(sheet?.rows[0]?.[0]).toBe('Pengelola Thamrin City');
  expect(sheet?.rows[1]?.[0]).toBe('UMUR TUNGGAKAN Thamrin City, per 29 November 2026');
  expect(sheet?.rows[4]).toEqual([
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
  expect(sheet?.rows.at(-1)?.at(-1)).toBe(6_625_000);
});

test('a statement is a workbook of its lines and its ages', async () => {
  const { sheets } = await readXlsx(
    await bytesOf(await paperXlsx(statementSheet(aStatement, say))),
  );

  expect(sheets.map(({ name }) => name)).toEqual([
    '1 REKENING LAPAK',
    '2 Yang masih terbuka menurut um',
  ]);
  expect(sheets[0]?.rows.at(-1)?.slice(1)).toEqual([
    'SALDO AKHIR',
    2_200_000,
    1_575_017,
    1_124_983,
  ]);
});

test('a statement says in its workbook whose it is, and its dates are dates', async () => {
  const bytes = await bytesOf(await paperXlsx(statementSheet(aStatement, say)));
  const { sheets } = await readXlsx(bytes);

  for (const { rows } of sheets) {
    expect(rows.slice(0, 5).map(([cell]) => cell)).toEqual([
      'Pengelola Thamrin City',
      'REKENING LAPAK 1 September 2026 – 30 November 2026',
      'Anggota: Siti Rahayu',
      'Lapak: Kopi Gayo (TC-A12)',
      'Tempat: A12, Thamrin City',
    ]);
  }
  const dates = sheets[0]?.rows.slice(7, -1).map(([date]) => date);
  expect(dates?.slice(0, 2)).toEqual([new Date('2026-09-01'), new Date('2026-09-01')]);
  expect(dates?.every((date) => date instanceof Date)).toBe(true);
  expect(unzipped(bytes).join('')).toContain('formatCode="dd/mm/yyyy"');
});

test('text is text, whatever it begins with: no cell of a workbook is a formula', async () => {
  const texts = ['=1+1', '+62812', '-5', '@SUM(A1)', '\t=1', '＝1+1', '=HYPERLINK("http://a")'];
  const table = { name: 'a/b[c]:*?\\', above: ['=2+2'], columns: [{ name: '=3+3' }] };
  const bytes = await bytesOf(await xlsxOf([{ ...table, rows: texts.map((text) => [text]) }]));

  const [sheet] = (await readXlsx(bytes)).sheets;
  expect(sheet?.name).toBe('a b c');
  expect(sheet?.rows.flat().filter((cell) => cell !== null)).toEqual(['=2+2', '=3+3', ...texts]);
  const parts = unzipped(bytes);
  expect(parts.join('')).toContain('=1+1');
  for (const part of parts) expect(part).not.toMatch(/<f[ >/]/);
});

/** The files in a ZIP, as text, by their local headers. Source: PKWARE's APPNOTE 4.3.7. */
function unzipped(bytes: Uint8Array): string[] {
  const zip = Buffer.from(bytes);
  const parts: string[] = [];
  for (let at = zip.indexOf('PK\x03\x04'); at >= 0; at = zip.indexOf('PK\x03\x04', at + 4)) {
    const begin = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28);
    const end = begin + zip.readUInt32LE(at + 18);
    const isPacked = zip.readUInt16LE(at + 8) === 8;
    const content = zip.subarray(begin, end);
    parts.push((isPacked ? inflateRawSync(content) : content).toString('utf8'));
  }
  return parts;
}
