import { expect, test } from 'vitest';
import { readStatement, type StatementOptions } from './read-statement.ts';

const read = (text: string, options: StatementOptions = {}) =>
  readStatement(Buffer.from(text), options);

/** Two days of one account; a remark of the whole statement; a credit that was taken back. */
const DAILY = `:20:STMT261130
:25:BRINIDJA/000001000123509
:28C:00001/001
:60F:C261129IDR10000000,00
:61:2611301130CR1000017,00NTRFNONREF//FT0001
:86:TC-A12-2611
KAOS CONTOH
:61:2611301130RC500000,50NTRFREF2
:86:KOREKSI
:62F:C261130IDR10500016,50
:64:C261130IDR10500016,50
:86:REKENING GIRO
-
:20:STMT261201
:25:BRINIDJA/000001000123509
:28C:00002/001
:60F:C261130IDR10500016,50
:61:2612011201DR2450000,00NMSCPLN//FT0003
:86:PLN
:62F:C261201IDR8050016,50
-
`
  .replaceAll('CR1', 'C1')
  .replaceAll('DR2', 'D2');

test('MT940 with several statements is one file, in which a reversed credit goes out', async () => {
  const file = await read(DAILY.replaceAll('\n', '\r\n'));

  expect(file).toMatchObject({
    profile: 'mt940',
    account: '000001000123509',
    statementId: 'STMT261130 00001/001 2026-11-30 … STMT261201 00002/001 2026-12-01',
    period: { from: '2026-11-30', to: '2026-12-01' },
    openingSen: 1_000_000_000,
    closingSen: 805_001_650,
    isBalanced: true,
    notes: [],
  });
  expect(file.rows).toEqual([
    {
      row: 5,
      isPending: false,
      on: '2026-11-30',
      amountSen: 100_001_700,
      balanceSen: null,
      description: 'TC-A12-2611 KAOS CONTOH',
      reference: 'FT0001',
    },
    expect.objectContaining({ row: 8, amountSen: -50_000_050, reference: 'REF2' }),
    expect.objectContaining({ row: 18, on: '2026-12-01', amountSen: -245_000_000 }),
  ]);
});

test('a booking day just after New Year has the new year', async () => {
  const file = await read(`:20:A
:25:123456789
:28C:1
:60F:C261231IDR0,
:61:2612310102C5,NTRFNONREF
:62F:C270102IDR5,
`);

  expect(file.rows).toMatchObject([{ on: '2027-01-02', amountSen: 500 }]);
});

test('a statement that does not open where the one before closed is told', async () => {
  const file = await read(
    DAILY.replace(':60F:C261130IDR10500016,50', ':60F:C261130IDR10500016,51'),
  );

  expect(file.isBalanced).toBe(false);
  expect(file.notes).toEqual([{ row: 18, note: 'statementsApart' }]);
});

test('MT940 that was cut says that its closing balance is missing', async () => {
  const file = await read(DAILY.slice(0, DAILY.indexOf(':62F:C261201')));

  expect(file.isBalanced).toBe(false);
  expect(file.notes).toContainEqual({ row: 0, note: 'closingMissing' });
});

test('a line that is no MT940 is one failure that names it', async () => {
  await expect(read(DAILY.replace(':61:2612011201D', ':61:26120D'))).rejects.toMatchObject({
    code: 'STATEMENT_BROKEN',
    data: { detail: expect.stringContaining('61') },
  });
});

test('of several accounts the one that was asked for is read; else they are named', async () => {
  const two = `${DAILY}${DAILY.replaceAll('000001000123509', '999')}`;

  await expect(read(two)).rejects.toMatchObject({
    code: 'STATEMENT_ACCOUNTS',
    data: { accounts: '000001000123509, 999' },
  });
  expect((await read(two, { accounts: ['999'] })).rows).toHaveLength(3);
  await expect(read(DAILY, { accounts: ['111'] })).rejects.toMatchObject({
    code: 'STATEMENT_ACCOUNTS',
  });
});

test('an account in another currency is refused', async () => {
  await expect(read(DAILY.replaceAll('IDR', 'USD'))).rejects.toMatchObject({
    code: 'STATEMENT_CURRENCY',
    data: { currency: 'USD' },
  });
});

test('MT940 of more lines than a bank has is refused, and so is a day of no calendar', async () => {
  const line = ':61:261130C5,NTRFNONREF\n';
  const long = DAILY.replace(':61:261130', `${line.repeat(120_001)}:61:261130`);

  await expect(read(long)).rejects.toMatchObject({ code: 'TABLE_TOO_LONG' });
  await expect(read(DAILY.replace(':61:261130', ':61:263130'))).rejects.toMatchObject({
    code: 'STATEMENT_BROKEN',
    data: { detail: '5: :61: 263130' },
  });
});

test('MT940 of more statements than a bank has is refused', async () => {
  await expect(read(DAILY.repeat(1_201))).rejects.toMatchObject({ code: 'TABLE_TOO_LONG' });
});

test('a booking day of no calendar is refused, as a value day is', async () => {
  await expect(read(DAILY.replace('2611301130', '2604300431'))).rejects.toMatchObject({
    code: 'STATEMENT_BROKEN',
    data: { detail: '5: :61: 2604300431' },
  });
});

test('an amount that could not be booked, or would be rounded, keeps its row out', async () => {
  const file = await read(
    DAILY.replace('C1000017,00', 'C1000000000000,01').replace('C500000,50', 'C500000,505'),
  );

  expect(file.rejected).toEqual([
    { row: 5, column: ':61:', reason: 'amountTooLarge', value: '1000000000000,01' },
    { row: 8, column: ':61:', reason: 'amountInvalid', value: '500000,505' },
  ]);
  expect(file.rows.map(({ row }) => row)).toEqual([18]);
  expect(file.isBalanced).toBe(false);
});

test('a balance that would be rounded is one failure that names it', async () => {
  await expect(read(DAILY.replace('IDR10000000,00', 'IDR10000000,005'))).rejects.toMatchObject({
    code: 'STATEMENT_BROKEN',
    data: { detail: '4: :60F: 10000000,005' },
  });
});
