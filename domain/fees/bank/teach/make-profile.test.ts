import { expect, test } from 'vitest';
import type { GridLine } from '../../../tables/grid.ts';
import { builtInProfiles } from '../built-in-profiles.ts';
import { findHeader } from '../find-header.ts';
import { Profile } from '../profile.ts';
import { readStatementGrid } from '../read-statement-grid.ts';
import { guessLayout } from './guess-layout.ts';
import type { Layout } from './layout.ts';
import { layoutOf, makeProfile, profileIdOf } from './make-profile.ts';
import { hasUnsigned, signWords, withSign } from './signs.ts';

function linesOf(text: string): GridLine[] {
  const lines = text.trimEnd().split('\n');
  return lines.map((line, at) => ({ row: at + 1, cells: line.split(';'), fault: null }));
}

function made(lines: readonly GridLine[], layout: Layout, base: Profile | null = null) {
  const of = { id: 'kita', name: 'Kita', fileName: 'kita.csv' };
  const how = { encoding: 'auto', separator: 'auto' } as const;
  return Profile.parse(makeProfile({ ...of, ...how, lines, layout, base }));
}

function read(lines: readonly GridLine[], profile: Profile) {
  const header = findHeader(lines, profile);
  if (!header || profile.kind !== 'statement') throw new Error('it fits');
  return readStatementGrid(lines, profile, header, {});
}

const NEW_BANK = linesOf(`Waktu Buku;Cerita;Arah;Besar;Akhir
02/11/2026;IURAN A12;M;1.000.017,00;11.000.017,00
03/11/2026;PLN;K;450.000,00;10.550.017,00
`);

test('a profile that is made of a guess reads its own file', () => {
  const file = read(NEW_BANK, made(NEW_BANK, guessLayout(NEW_BANK)));

  expect(file.rows).toMatchObject([
    { on: '2026-11-02', amountSen: 100_001_700, description: 'IURAN A12' },
    { on: '2026-11-03', amountSen: -45_000_000 },
  ]);
  expect(file.isBalanced).toBe(true);
});

test('a word of the sign column is told to mean the other way', () => {
  const layout = guessLayout(NEW_BANK);

  expect(signWords(NEW_BANK, layout)).toEqual(['M', 'K']);
  const signs = withSign({ ...layout, signs: withSign(layout, 'M', 'out') }, 'K', 'in');
  expect(read(NEW_BANK, made(NEW_BANK, { ...layout, signs })).rows).toMatchObject([
    { amountSen: -100_001_700 },
    { amountSen: 45_000_000 },
  ]);
});

test('columns whose titles are blank or stand twice are known by their place', () => {
  const lines = linesOf(`Tanggal;Keterangan;;Saldo;Saldo
02/11/2026;IURAN A12;1.000.017 CR;11.000.017;3
`);
  const layout: Layout = {
    ...guessLayout(lines),
    columns: ['date', 'description', 'amount', '', 'balance'],
  };
  const profile = made(lines, layout);

  expect(profile.columns).toMatchObject({ amount: ['#3'], balance: ['#5'] });
  expect(read(lines, profile).rows).toMatchObject([{ amountSen: 100_001_700, balanceSen: 300 }]);
  expect(layoutOf(profile, lines, '').columns).toEqual(layout.columns);
});

test('an edited profile keeps titles of other files, but for what this one has elsewhere', () => {
  const base = made(NEW_BANK, guessLayout(NEW_BANK));
  const other = linesOf(`Waktu Buku;Kisah;Besar;Cerita
02/11/2026;IURAN B01;5.000 CR;0001
`);
  const columns = ['date', 'description', 'amount', ''] as const;
  const profile = made(other, { ...layoutOf(base, other, ''), columns: [...columns] }, base);

  expect(profile.columns).toMatchObject({
    date: ['waktu buku'],
    description: ['kisah'],
    amount: ['besar'],
    sign: ['arah'],
  });
  expect(read(NEW_BANK, profile).rows).toHaveLength(2);
});

test('a copy for a bank without the marks of the first is found by its titles alone', () => {
  const bca = builtInProfiles.find(({ id }) => id === 'bca-business');
  if (!bca) throw new Error('it comes with Lapak');
  const lines = linesOf('Tanggal;Keterangan;Jumlah;Saldo\n02/11/2026;IURAN;5.000 CR;5.000\n');

  expect(made(lines, layoutOf(bca, lines, ''), bca).marks).toEqual([]);
  const own = [...linesOf('Informasi Rekening - Mutasi Rekening\n'), ...lines];
  expect(made(own, layoutOf(bca, own, ''), bca).marks).toEqual(bca.marks);
});

test('a settlement is read with the usual words for kinds and states', () => {
  const lines = linesOf('NMID;Tanggal Transaksi;Nominal;MDR\nID1;02/11/2026;5.000;35\n');
  const profile = made(lines, guessLayout(lines));

  expect(profile).toMatchObject({ kind: 'settlement', provider: 'Kita' });
  expect(profile.kind === 'settlement' && profile.statuses).toContain('settled');
  expect(layoutOf(profile, lines, '')).toMatchObject({ kind: 'settlement' });
});

test('amounts without any sign are seen', () => {
  const lines = linesOf('Tanggal;Keterangan;Jumlah\n02/11/2026;IURAN;5.000\n');
  const layout = guessLayout(lines);

  expect(hasUnsigned(lines, layout)).toBe(true);
  expect(hasUnsigned(NEW_BANK, guessLayout(NEW_BANK))).toBe(false);
  expect(read(lines, made(lines, { ...layout, unsigned: 'in' })).rows).toHaveLength(1);
});

test('a profile gets an id of its own out of its name', () => {
  expect(profileIdOf('Bank Jatim (Syariah)', new Set())).toBe('bank-jatim-syariah');
  expect(profileIdOf('Bánk', new Set(['bank', 'bank-2']))).toBe('bank-3');
  expect(profileIdOf('銀行', new Set())).toBe('bank');
  expect(profileIdOf('x'.repeat(80), new Set())).toMatch(/^x{32}$/);
});
