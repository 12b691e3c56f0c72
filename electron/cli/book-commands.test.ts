import { afterEach, beforeEach, expect, test } from 'vitest';
import { localStamp, zones } from '../../domain/time.ts';
import { endTestShift } from '../../test/support/end-test-shift.ts';
import { runLapakHere } from '../../test/support/run-lapak.ts';
import {
  bookPieces,
  openTestShift,
  openTestTill,
  type TestTill,
} from '../../test/support/test-till.ts';
import { changeSettings } from '../till/settings/stall-settings.ts';
import { erasePerson, insertPerson } from '../till/staff/staff-store.ts';
import { write } from '../till/database/write.ts';

/** Commands that read a Z report, the shifts and the audit trail. */

let book: TestTill;
beforeEach(async () => {
  book = await openTestTill(Date.now());
});
afterEach(() => book.close());

/** A shift that was closed, and one that is open. */
async function closeBook(change: (book: TestTill) => void = () => undefined): Promise<void> {
  write(book.till, (tx) => insertPerson(tx, { name: 'Sari', role: 'cashier', createdAtMs: 0 }));
  bookPieces(book.till, 2, { cashier: 'kasir-2' });
  endTestShift(book.till);
  bookPieces(book.till, 1);
  change(book);
  await book.till.close();
}

const run = (...words: string[]) => runLapakHere(...words, '--data', book.dataDir);

test('a Z report is found by its number in any form, and is told as it is on paper', async () => {
  await closeBook();
  const last = await run('z', 'last', '--json');
  const first = await run('z', '1', '--json');
  const told = await run('z', 'Z-000001', '--lang', 'en');

  expect(JSON.parse(last.stdout)).toMatchObject({ shift: 1, closing: { z: 1 } });
  expect(first.stdout).toBe(last.stdout);
  expect(told.stdout).toContain('Z-000001');
  expect(told.stdout.split('\n').every((line) => line.length <= 48)).toBe(true);
});

test('a Z report that is not there is told in one sentence', async () => {
  await closeBook();
  const { code, stdout } = await run('z', '7', '--json');
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'Z_UNKNOWN' } });
});

test('the last of what is not there yet is said to be so', async () => {
  await book.till.close();
  const z = await run('z', 'last');
  const receipt = await run('print-receipt', 'last', '--printer', 'tcp://127.0.0.1:9');

  expect([z.code, receipt.code]).toEqual([1, 1]);
  expect(z.stderr).toBe('Belum ada laporan Z: belum ada shift yang ditutup.\n');
  expect(receipt.stderr).toContain('Belum ada struk: belum ada yang terjual.\n');
});

test('shifts come the newest first, open ones too, and as many as are asked for', async () => {
  await closeBook();
  const all = await run('shifts', '--json');
  const one = await run('shifts', '--limit', '1', '--json');
  const told = await run('shifts', '--lang', 'en');

  expect(JSON.parse(all.stdout)).toMatchObject({
    shifts: [
      { shift: 2, closing: null },
      { shift: 1, closing: { z: 1, number: 'Z-000001', netRupiah: 90_000 } },
    ],
  });
  expect(JSON.parse(one.stdout)).toMatchObject({ shifts: [{ shift: 2 }] });
  expect(told.stdout).toMatch(/^Shift 2, drawer 1: opened .*, not closed\nShift 1, drawer 1: /);
  expect(told.stdout).toContain('Z-000001, turnover Rp90.000, difference Rp230.000');
});

test('a close is told in the zone that the stall had by then', async () => {
  openTestShift(book.till);
  write(book.till, (tx) => changeSettings(tx, { zone: 'WIT' }));
  endTestShift(book.till);
  await book.till.close();
  const closed = localStamp(book.till.clock(), zones.WIT);
  expect((await run('shifts')).stdout).toContain(closed);
});

test('the audit trail is narrowed by date, person and topic, in words with names', async () => {
  await closeBook();
  const sales = await run('audit-trail', '--topic', 'sale', '--cashier', 'kasir-2');
  const none = await run('audit-trail', '--from', '2001-01-01', '--to', '2001-01-31');
  const two = await run('audit-trail', '--limit', '2', '--json');

  expect(sales.stdout).toMatch(/, Sari \(kasir-2\): Penjualan, .*, Rp90\.000, Tunai\n$/);
  expect(none.stdout).toBe('Tidak ada catatan yang cocok.\n');
  expect(JSON.parse(two.stdout)).toMatchObject({
    entries: [{ act: 'sale' }, { act: 'shift-open' }],
  });
});

test.each([
  ['--limit', '0'],
  ['--limit', 'x'],
  ['--from', '2026-02-30'],
  ['--topic', 'weather'],
])('audit-trail %s %s cannot be run', async (...option) => {
  await closeBook();
  const { code, stdout } = await run('audit-trail', ...option, '--json');
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'COMMAND_INVALID' } });
});

test('an audit trail that ends before it begins, or of nobody, is one sentence', async () => {
  await closeBook();
  const turned = await run('audit-trail', '--from', '2026-12-01', '--to', '2026-11-30');
  const nobody = await run('audit-trail', '--cashier', 'kasir-9');

  expect(turned).toMatchObject({
    code: 1,
    stderr: 'Perintah tidak dapat dijalankan: --from 2026-12-01 > --to 2026-11-30.\n',
  });
  expect(nobody).toMatchObject({ code: 1, stderr: 'Tidak ada staf kasir-9 di lapak ini.\n' });
});

test('the audit trail of who was erased, of nobody, or of the program is told', async () => {
  await closeBook(({ till }) => write(till, (tx) => erasePerson(tx, 'kasir-2')));
  const erased = await run('audit-trail', '--cashier', 'kasir-2', '--json');
  const nobody = await run('audit-trail', '--cashier', 'kasir-0');
  const program = await run('audit-trail', '--cashier', 'lapak', '--json');

  expect(JSON.parse(erased.stdout)).toMatchObject({ entries: [{ act: 'sale' }] });
  expect(nobody).toMatchObject({ code: 0, stdout: 'Tidak ada catatan yang cocok.\n' });
  expect(JSON.parse(program.stdout)).toMatchObject({ entries: [{ act: 'start' }] });
});

test.each([['z', 'last'], ['shifts'], ['audit-trail']])('%s begins no book', async (...words) => {
  const { code, stdout } = await runLapakHere(...words, '--data', '/nowhere/at/all', '--json');
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'BOOK_MISSING' } });
});
