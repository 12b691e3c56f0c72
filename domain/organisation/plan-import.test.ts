import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aMall, knownAfter, nothingKnown, planText } from '../../test/support/organisation.ts';
import { kindRules } from './kinds.ts';
import { planImport } from './plan-import.ts';
import { type OrganisationKind, organisationRows } from './rows.ts';

/** Why rows stay out: line, column and reason. */
function refusedBy(text: string, known = aMall): string[] {
  return planText(known, text).refused.map(({ line, column, reason }) => {
    return `${line} ${column} ${reason}`;
  });
}

test('a row is added, changed with what it was, or stays as it is', () => {
  const plan = planText(
    aMall,
    'nama;kode mal;wilayah\nPasar Lama;PB;dki\nThamrin City;TC;dki\nX;N;dki',
  );

  expect(plan.planned.map(({ line, becomes, changes }) => ({ line, becomes, changes }))).toEqual([
    {
      line: 2,
      becomes: 'updated',
      changes: [
        { column: 'nama', old: 'Pasar Baru', new: 'Pasar Lama' },
        { column: 'wilayah', old: 'jabar', new: 'dki' },
      ],
    },
    { line: 3, becomes: 'unchanged', changes: [] },
    {
      line: 4,
      becomes: 'added',
      changes: [
        { column: 'kode mal', old: '', new: 'N' },
        { column: 'nama', old: '', new: 'X' },
        { column: 'wilayah', old: '', new: 'dki' },
      ],
    },
  ]);
});

test('a row that is refused does not keep the others out', () => {
  const plan = planText(aMall, 'kode mal;nama;wilayah\nA;Mal A;dki\nB;Mal B;bali\nC;Mal C;dki');

  expect(plan.planned.map(({ key }) => key)).toEqual(['A', 'C']);
  expect(plan.refused).toEqual([
    { line: 3, column: 'region', reason: 'regionUnknown', value: 'bali', other: '' },
  ]);
  expect(plan.rowCount).toBe(3);
});

test.each([
  ['kode wilayah;nama\nbali', 'cellsWrong'],
  ['kode wilayah;nama\nbali;Bali;x', 'cellsWrong'],
  ['kode wilayah;nama\n;Bali', 'code missing'],
  ['kode wilayah;nama\nbali;', 'name missing'],
  ['kode wilayah;nama\nbali;\u200B', 'name missing'],
  [`kode wilayah;nama\nbali;${'x'.repeat(61)}`, 'name tooLong'],
  [`kode wilayah;nama\nbali;${'x'.repeat(100_000)}`, 'name tooLong'],
  ['kode wilayah;nama\nbali 1;Bali', 'code codeInvalid'],
  ['kode wilayah;nama\nDKI;Jakarta', 'code codeCase'],
  ['kode mal;nama;wilayah\nX;Y;bali', 'region regionUnknown'],
  ['mal;kode unit;lantai\nXX;U9;B1', 'mall mallUnknown'],
  ['mal;kode unit;lantai;luas\nTC;U9;B1;0', 'size sizeInvalid'],
  ['mal;kode unit;lantai;luas\nTC;U9;B1;0,125', 'size sizeInvalid'],
  ['mal;kode unit;lantai;luas\nTC;U9;B1;besar', 'size numberInvalid'],
  ['mal;kode unit;lantai;luas\nTC;U9;B1;1000001', 'size numberTooLarge'],
  ['kode anggota;nama;desa;wilayah\nA9;X;;dki', 'village missing'],
  ['kode anggota;nama;desa;wilayah\nA9;X;3273011001;dki', 'village villageInvalid'],
  ['kode anggota;nama;desa;wilayah\nA9;X;32.73.01.9999;dki', 'village villageUnknown'],
  ['kode lapak;nama;mal\nS9;X;XX', 'mall mallUnknown'],
  ['kode lapak;nama;mal;nmid\nS9;X;TC;1020021181745', 'nmid nmidInvalid'],
])('%j is refused: %s', (text, reason) => {
  expect(refusedBy(text)).toEqual([`2 ${reason.includes(' ') ? reason : ` ${reason}`}`]);
});

const contracts = 'lapak;anggota;unit;tarif;dari;sampai;mal';

test.each([
  ['XX;A1;U1;1000000;2026-01-01;;TC', 'stall stallUnknown'],
  ['S1;XX;U1;1000000;2026-01-01;;TC', 'member memberUnknown'],
  ['S1;A1;XX;1000000;2026-01-01;;TC', 'unit unitUnknown'],
  ['P1;A1;U3;1000000;2026-01-01;;PB', 'unit unitUnknown'],
  ['S1;A1;U1;1000000;2026-01-01;;PB', 'mall mallOther'],
  ['S1;A1;U1;;2026-01-01;;TC', 'tariff missing'],
  ['S1;A1;U1;-5;2026-01-01;;TC', 'tariff numberNegative'],
  ['S1;A1;U1;1000000,5;2026-01-01;;TC', 'tariff rupiahFraction'],
  ['S1;A1;U1;1000000;;;TC', 'from missing'],
  ['S1;A1;U1;1000000;2026-02-30;;TC', 'from dateInvalid'],
  ['S1;A1;U1;1000000;2026-03-01;2026-02-28;TC', 'to datesReversed'],
])('the contract %j is refused: %s', (row, reason) => {
  expect(refusedBy(`${contracts}\n${row}`)).toEqual([`2 ${reason}`]);
});

test('every reason of a row is told at once', () => {
  expect(refusedBy(`${contracts}\nXX;YY;U1;abc;kemarin;;TC`)).toEqual([
    '2 stall stallUnknown',
    '2 member memberUnknown',
    '2 tariff numberInvalid',
    '2 from dateInvalid',
  ]);
});

test('a key that comes twice is taken once; a refused row does not count', () => {
  const text = 'kode mal;nama;wilayah\nA;Mal A;bali\nA;Mal A;dki\nA;Mal B;dki\na;Mal C;dki';

  expect(refusedBy(text)).toEqual(['2 region regionUnknown', '4 code twice', '5 code codeCase']);
});

test('there is one federation, whose name may change', () => {
  const known = knownAfter(aMall, 'federasi\nPerhimpunan');
  const plan = planText(known, 'federasi\nPerhimpunan UKM\nLain');

  expect(plan.planned.map(({ becomes }) => becomes)).toEqual(['updated']);
  expect(plan.refused).toMatchObject([{ line: 3, reason: 'twice', other: '2' }]);
});

test('a line that cannot be taken apart is told, and the next one is read', () => {
  const rows = [
    { line: 2, cells: ['"x', 'y'], fault: 'quote' as const },
    { line: 3, cells: ['z'], fault: 'lineTooLong' as const },
    { line: 4, cells: ['bali', 'Bali'], fault: null },
  ];
  const plan = planImport('region', { header: ['kode wilayah', 'nama'], rows }, aMall, null);

  expect(plan.refused.map(({ reason }) => reason)).toEqual(['quote', 'lineTooLong']);
  expect(plan.planned.map(({ key }) => key)).toEqual(['bali']);
});

test('a column that the file has not changes nothing; an empty cell empties', () => {
  const without = planText(aMall, 'mal;kode unit;lantai\nTC;U1;B1');
  const emptied = planText(aMall, 'mal;kode unit;lantai;luas\nTC;U1;B1;');
  const stall = planText(aMall, 'kode lapak;nama;mal\nS1;Sekar;TC');

  expect(without.planned[0]?.becomes).toBe('unchanged');
  expect(emptied.planned[0]?.changes).toEqual([{ column: 'luas', old: '6,25', new: '' }]);
  expect(stall.planned[0]?.becomes).toBe('unchanged');
});

test('English titles, other orders and Indonesian numbers and dates are read', () => {
  const text = 'to;from;tariff;unit;member;stall\n31/12/2026;1/1/2026;Rp 1.000.000,-;U1;A1;S1';

  expect(planText(aMall, text).planned[0]?.row).toEqual({
    stall: 'S1',
    member: 'A1',
    mall: 'TC',
    unit: 'U1',
    tariffRupiah: 1_000_000,
    from: '2026-01-01',
    to: '2026-12-31',
  });
});

test('a merchant id is kept as a QRIS has it, and stays where a file has no column of it', () => {
  const known = knownAfter(aMall, 'kode lapak;nama;mal;NMID\nS1;Sekar;TC;id 1020021181745');
  const nmids = (text: string) => planText(known, text).planned.map(({ row }) => row);

  expect(known.stall.get('S1')?.nmid).toBe('ID1020021181745');
  expect(known.stall.get('S2')?.nmid).toBe('');
  expect(nmids('kode lapak;nama;mal\nS1;Sekar;TC')).toMatchObject([{ nmid: 'ID1020021181745' }]);
  expect(nmids('kode lapak;nama;mal;nmid\nS1;Sekar;TC;')).toMatchObject([{ nmid: '' }]);
});

test('a date that can be read in two ways is refused where another has the month first', () => {
  const text = `${contracts}\nS1;A1;U1;1000000;1/31/2026;;TC\nS2;A1;U2;1000000;5/1/2026;;TC`;

  expect(refusedBy(text)).toEqual(['2 from dateInvalid', '3 from dateDoubtful']);
});

test('a size that can be read in two ways is not guessed', () => {
  expect(() => planText(aMall, 'mal;kode unit;lantai;luas\nTC;U1;B1;1.250')).toThrow(
    expect.objectContaining({ code: 'NUMBER_STYLE_DOUBTFUL' }),
  );
});

test('columns that mean nothing are told; one that is missing refuses the file', () => {
  expect(planText(aMall, 'kode wilayah;nama;ketua\nbali;Bali;Ayu').unknownColumns).toEqual([
    'ketua',
  ]);
  expect(() => planText(aMall, 'kode anggota;nama;wilayah\nA1;X;dki')).toThrow(
    expect.objectContaining({ code: 'CSV_COLUMN_MISSING', data: { columns: 'desa' } }),
  );
});

test('a village that is no longer in the list stays as it was called', () => {
  const later = { ...aMall, villages: new Map(), traded: new Set<string>() };
  const plan = planText(later, 'kode anggota;nama;desa;wilayah\nA1;Batik;32.73.01.1001;jabar');

  expect(plan.planned[0]?.row).toMatchObject({ name: 'Batik', origin: { village: 'Sukarasa' } });
});

test('a stall without a contract may go to another mall; one with a contract stays', () => {
  const moving = 'kode lapak;nama;mal\nS1;Sekar;PB';
  const contracted = knownAfter(aMall, `${contracts}\nS1;A1;U1;1000000;2026-01-01;;TC`);

  expect(refusedBy(moving)).toEqual([]);
  expect(refusedBy(moving, contracted)).toEqual(['2 mall mallFixed']);
});

const aCell = fc.oneof(
  fc.constantFrom('dki', 'TC', 'U1', 'A1', 'S1', '32.73.01.1001', '1000', '2026-01-01', ''),
  fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[;\n]/g, ' ')),
  fc
    .array(fc.constantFrom("'", '=', '\u200B', ' ', 'x', '\uD800', '\u0301'), { maxLength: 6 })
    .map((parts) => parts.join('')),
);

test('whatever stands in its cells, a row is whole or told, and reads back as itself', () => {
  const aFile = fc.constantFrom<OrganisationKind>('region', 'mall', 'unit', 'member', 'stall');
  fc.assert(
    fc.property(aFile, fc.array(fc.array(aCell, { minLength: 5, maxLength: 5 })), (kind, cells) => {
      const rules = kindRules[kind];
      const header = Object.values(rules.titles).map(([title]) => title ?? '');
      const rows = cells.map((row, at) => {
        return { line: at + 2, cells: row.slice(0, header.length), fault: null };
      });
      const plan = planImport(kind, { header, rows }, aMall, ',');
      const told = new Set(plan.refused.map(({ line }) => line));

      expect(plan.planned.length + told.size).toBe(rows.length);
      for (const { line, row } of plan.planned) {
        expect(told.has(line)).toBe(false);
        expect(organisationRows[kind].parse(row)).toEqual(row);
      }
    }),
    { numRuns: 500 },
  );
});

test('nothing is known at first, and every reference is refused', () => {
  expect(refusedBy(`${contracts}\nS1;A1;U1;1000000;2026-01-01;;TC`, nothingKnown)).toEqual([
    '2 stall stallUnknown',
    '2 member memberUnknown',
  ]);
});
