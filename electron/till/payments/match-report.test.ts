import { writeXlsx } from 'hucre/xlsx';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DAY_MS } from '../../../domain/time.ts';
import { aQris, claimHands } from '../../../test/support/claim-hands.ts';
import { recordsOf } from '../../../test/support/staffed-till.ts';
import { anId, openTestTill, type TestTill } from '../../../test/support/test-till.ts';
import { verifyBook } from '../journal/verify.ts';

let book: TestTill;
beforeEach(async () => {
  book = await openTestTill();
});
afterEach(() => book.close());

const hands = claimHands(() => book);
const payments = () => hands.calls().payments;
const sell = (minutes: number, change = {}) => hands.sell(aQris(change), minutes);

/** A report as its provider writes it: reference, local time, amount. */
function report(...rows: readonly (readonly [string, string, number])[]) {
  const lines = rows.map(
    ([rrn, at, amount]) => `${rrn};2026-11-23 ${at};${amount};315;${amount - 315}`,
  );
  const text = ['RRN;Tanggal Transaksi;Nominal;MDR;Netto', ...lines, ''].join('\n');
  return { file: 'settlement.csv', content: Buffer.from(text).toString('base64') };
}

test('a preview tells what matches, by what, and writes nothing', async () => {
  const named = sell(1, { reference: '5263-0001' });
  const near = sell(180);
  const file = report(
    ['52630001', '19:00', 45_000],
    ['52630002', '13:00', 45_000],
    ['52630003', '13:02', 12_000],
  );

  const match = await payments().matchReport(file);

  expect(
    match.matches.map(({ claim, row, by, isDoubtful }) => [claim.number, row.row, by, isDoubtful]),
  ).toEqual([
    [named, 2, 'reference', false],
    [near, 3, 'amount', false],
  ]);
  expect(match).toMatchObject({
    provider: 'QRIS',
    from: '2026-11-23',
    to: '2026-11-23',
    payments: 3,
    spareCount: 1,
    spare: [{ row: 4, amountRupiah: 12_000, reference: '52630003' }],
    known: 0,
    rejected: 0,
  });
  expect(recordsOf(book, 'tender-state')).toEqual([]);
});

test('a payment that the report takes back is not proposed', async () => {
  sell(1, { reference: '52630001' });
  const back = ['52630001', '10:10', -45_000] as const;
  const file = report(['52630001', '10:02', 45_000], back, ['52630002', '10:04', 12_000]);

  expect(await payments().matchReport(file)).toMatchObject({
    matches: [],
    payments: 1,
    spare: [{ reference: '52630002' }],
  });
});

test('what a person takes of it is booked with the reference of its row', async () => {
  const number = sell(1);
  const file = report(['52630001', '10:02', 45_000]);

  await payments().bookReport({ id: anId(), ...file, picks: [{ number, tender: 0, row: 2 }] });

  expect(recordsOf(book, 'tender-state')).toMatchObject([
    { head: { state: 'verified' }, body: { number, by: 'report', reference: '52630001' } },
  ]);
  expect((await payments().claims()).found).toMatchObject([
    { number, found: { state: 'verified', by: 'report', reference: '52630001' } },
  ]);
  expect(await verifyBook(book.till)).toMatchObject({ ok: true });
});

test('the same report twice adds nothing, also where another claim has that amount', async () => {
  const number = sell(1);
  const file = report(['52630001', '10:02', 45_000]);
  await payments().bookReport({ id: anId(), ...file, picks: [{ number, tender: 0, row: 2 }] });
  const other = sell(5);

  expect(await payments().matchReport(file)).toMatchObject({
    matches: [],
    known: 1,
    spareCount: 0,
  });
  const again = { id: anId(), ...file, picks: [{ number: other, tender: 0, row: 2 }] };
  await expect(payments().bookReport(again)).rejects.toMatchObject({ code: 'REPORT_OTHER' });
  expect(recordsOf(book, 'tender-state').length).toBe(1);
});

test('the same booking again answers as the first, and another by its id is refused', async () => {
  const [one, two] = [sell(1), sell(60)];
  const file = report(['52630001', '10:02', 45_000], ['52630002', '11:02', 45_000]);
  const id = anId();
  const picks = [{ number: one, tender: 0, row: 2 }];
  const first = await payments().bookReport({ id, ...file, picks });

  expect(await payments().bookReport({ id, ...file, picks })).toEqual(first);
  expect(recordsOf(book, 'tender-state').length).toBe(1);
  const others = [{ number: two, tender: 0, row: 3 }];
  await expect(payments().bookReport({ id, ...file, picks: others })).rejects.toMatchObject({
    code: 'ACT_ID_REUSED',
  });
});

test('a payment that was seen at the counter takes its row from a claim of that sum', async () => {
  sell(1, { state: 'verified' });
  const claimed = sell(4);

  const match = await payments().matchReport(report(['52630001', '10:01', 45_000]));

  expect(match).toMatchObject({ matches: [], known: 1, absent: [{ number: claimed }] });
});

test('two claims for one payment are shown as doubtful', async () => {
  sell(1);
  const near = sell(4);

  const match = await payments().matchReport(report(['52630001', '10:05', 45_000]));

  expect(match.matches).toMatchObject([{ claim: { number: near }, isDoubtful: true }]);
});

test('a reference with another amount is told apart', async () => {
  const number = sell(1, { reference: '52630001' });

  const match = await payments().matchReport(report(['52630001', '10:01', 4_500]));

  expect(match).toMatchObject({
    matches: [],
    differing: [{ claim: { number }, row: { amountRupiah: 4_500 } }],
    absent: [],
  });
});

test('money that was missing is found by a later report', async () => {
  const number = sell(1);
  const finding = { number, tender: 0, seen: 'claimed' as const, state: 'missing' as const };
  await payments().verify({ id: anId(), findings: [{ ...finding, note: 'Tidak ada' }] });
  const file = report(['52630001', '10:02', 45_000]);

  const { matches } = await payments().matchReport(file);
  await payments().bookReport({ id: anId(), ...file, picks: [{ number, tender: 0, row: 2 }] });

  expect(matches).toMatchObject([{ claim: { number, found: { state: 'missing' } } }]);
  expect(recordsOf(book, 'tender-state').map(({ head }) => head.state)).toEqual([
    'missing',
    'verified',
  ]);
});

test('refunds of the provider, and payments of other days, are of no claim', async () => {
  sell(1);
  const lines = [
    'RRN;Tanggal Transaksi;Nominal;Tipe',
    '1;2026-11-23 10:01;45000;Refund',
    '2;2026-11-22 10:01;45000;Payment',
  ];
  const content = Buffer.from(lines.join('\n')).toString('base64');

  const match = await payments().matchReport({ file: 'qris.csv', content });

  expect(match).toMatchObject({ matches: [], payments: 1, spareCount: 1 });
});

test('an XLSX report is read as a CSV one', async () => {
  const number = sell(1);
  const rows = [
    ['RRN', 'Tanggal Transaksi', 'Nominal'],
    ['52630001', '2026-11-23 10:02', 45_000],
  ];
  const bytes = await writeXlsx({ sheets: [{ name: 'Laporan', rows }] });
  const content = Buffer.from(bytes).toString('base64');

  const { matches } = await payments().matchReport({ file: 'laporan.xlsx', content });

  expect(matches).toMatchObject([{ claim: { number }, row: { reference: '52630001' } }]);
});

test('a file that is no report is refused in words of its own', async () => {
  const content = Buffer.from('kode;nama\nA;B\n').toString('base64');

  await expect(payments().matchReport({ file: 'barang.csv', content })).rejects.toMatchObject({
    code: 'REPORT_UNKNOWN',
  });
});

test('the reference of a payment that has come is of no claim, on whatever day', async () => {
  const paid = sell(1);
  const file = report(['52630001', '10:02', 45_000]);
  const picks = [{ number: paid, tender: 0, row: 2 }];
  await payments().bookReport({ id: anId(), ...file, picks });
  book.clock.now += 20 * DAY_MS;
  sell(1);
  const lines = ['RRN;Tanggal Transaksi;Nominal', '0526-30001;2026-12-13 10:02;45000'];
  const content = Buffer.from(lines.join('\n')).toString('base64');

  expect(await payments().matchReport({ file: 'qris.csv', content })).toMatchObject({
    matches: [],
    known: 1,
    spareCount: 0,
  });
});

test('a day of settlement alone leaves a match of the amount in doubt', async () => {
  sell(1);
  const named = sell(5, { reference: '52630009' });
  const lines = [
    'RRN;Tanggal Settlement;Nominal',
    '52630001;2026-11-23;45000',
    '52630009;2026-11-23;45000',
  ];
  const content = Buffer.from(lines.join('\n')).toString('base64');

  const { matches } = await payments().matchReport({ file: 'qris.csv', content });

  expect(matches).toMatchObject([
    { row: { row: 2 }, by: 'amount', isDoubtful: true },
    { claim: { number: named }, row: { row: 3 }, by: 'reference', isDoubtful: false },
  ]);
});

test('what was voided is of no payment: that is of the sale in its place', async () => {
  const number = sell(1);
  await hands.calls().sales.void({ id: anId(), number, reason: 'Salah barang' });
  const again = sell(1);

  expect(await payments().matchReport(report(['52630001', '10:01', 45_000]))).toMatchObject({
    matches: [{ claim: { number: again }, isDoubtful: false }],
    absent: [],
  });
});
