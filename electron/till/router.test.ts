import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { LapakError, type LapakErrorCode, lapakErrors } from '../../domain/errors.ts';
import { callsOf } from '../../test/support/calls.ts';
import { aUnit, openTestTill, stockProduct, type TestTill } from '../../test/support/test-till.ts';
import type { TillContext } from './implementer.ts';

let book: TestTill;
beforeEach(async () => {
  book = await openTestTill();
});
afterEach(() => book.close());

const call = (change: Partial<TillContext> = {}) => callsOf(book, change);

const logged = () => readFileSync(join(book.dataDir, 'lapak.log'), 'utf8');

test('input that breaks the contract is refused, and the log names the field', async () => {
  const wrong = { text: 'kopi', category: '', cursor: '', limit: 0 };
  await expect(call().catalog.search(wrong)).rejects.toMatchObject({
    code: 'INPUT_INVALID',
    data: {},
  });
  expect(logged()).toMatch(/INPUT_INVALID.* because limit /);
});

test('a text that is too long is refused with the most letters that it may have', async () => {
  const printer = { address: 'p'.repeat(600), columns: 32 } as const;
  await expect(call().printing.configure(printer)).rejects.toMatchObject({
    code: 'INPUT_TOO_LONG',
    data: { lettersMax: 300 },
  });
  expect(logged()).toMatch(/INPUT_TOO_LONG.* because address /);
});

test('a field of any length is named in a few letters', async () => {
  const page = { text: '', category: '', cursor: '', limit: 1, ['x'.repeat(1_000_000)]: 1 };
  const refused = await call()
    .catalog.search(page)
    .catch((error: unknown) => error);
  expect(refused).toMatchObject({ code: 'INPUT_INVALID' });
  expect(logged()).toMatch(/Unrecognized key: "x+$/m);
  expect(logged().length).toBeLessThan(1_000);
});

test('an unknown barcode is told with its code over the line', async () => {
  await expect(call().catalog.findBarcode({ barcode: '8990000000005' })).rejects.toMatchObject({
    code: 'BARCODE_UNKNOWN',
    data: { barcode: '8990000000005' },
  });
});

test('a till that did not open says why at startup and at every call', async () => {
  const failure = new LapakError('DISK_FULL', {});
  const closed = call({ till: null, failure });
  expect(await closed.system.startup()).toMatchObject({ state: 'failed', code: 'DISK_FULL' });
  await expect(closed.sales.totals()).rejects.toMatchObject({ code: 'DISK_FULL' });
});

test.each(Object.entries(lapakErrors))('%s leaves no name in the log', async (code, { data }) => {
  const facts = Object.keys(data.shape).map((fact) => [fact, fact === 'name' ? 'Dewi' : 7]);
  const failure = new LapakError(code as LapakErrorCode, Object.fromEntries(facts));
  const closed = call({ till: null, failure });

  await expect(closed.sales.totals()).rejects.toMatchObject({ code });
  expect(logged()).not.toContain('Dewi');
  if (!['NOT_SIGNED_IN', 'NOT_PERMITTED'].includes(code)) expect(logged()).toContain(code);
});

test('a broken file is told as one failure, though its import had begun', async () => {
  const content = 'kode;"nama;harga\nA;Madu;85000\n';
  const events = await call().catalog.importCatalog({ content, mode: 'dry-run' });
  const readAll = async () => {
    for await (const event of events) expect(event.type).toBe('progress');
  };
  await expect(readAll()).rejects.toMatchObject({ code: 'CSV_BROKEN' });
});

test('settings keep what is not changed', async () => {
  const before = await call().settings.read();
  const after = await call().settings.change({ zone: 'WIT', cutOffHour: 0 });
  expect(after).toEqual({ ...before, zone: 'WIT', cutOffHour: 0 });
  expect(await call().settings.read()).toEqual(after);
});

test('a fault inside is told as one, and its cause is in the log', async () => {
  book.till.db.exec('UPDATE product SET code = code'); // the book itself is well
  const broken = { ...book.till, statements: null as never }; // as no book ever is
  const sales = () => call({ till: broken }).sales.totals();

  await expect(sales()).rejects.toMatchObject({ code: 'FAULT', data: { name: 'TypeError' } });
  expect(logged()).toMatch(/FAULT|TypeError/);
});

test('an answer that breaks the contract is a fault, logged with its cause', async () => {
  stockProduct(book.till, { code: 'A', name: 'Madu', units: [aUnit('pcs', 1, 1000)] });
  book.till.db.exec("UPDATE product SET name = ''"); // as no program of ours writes it
  const search = { text: '', category: '', cursor: '', limit: 5 };

  await expect(call().catalog.search(search)).rejects.toMatchObject({ code: 'FAULT' });
  expect(logged()).toContain('products');
});
