import { afterEach, beforeEach, expect, test } from 'vitest';
import { theOwner } from '../../../domain/actor.ts';
import { Settings } from '../../../domain/settings/settings.ts';
import { callsOf } from '../../../test/support/calls.ts';
import { actsOf } from '../../../test/support/staffed-till.ts';
import { anId, openTestTill, type TestTill } from '../../../test/support/test-till.ts';
import { read, write } from '../database/write.ts';
import { readPrinterSettings } from '../printing/printer-settings.ts';
import { writeSetting } from './setting-store.ts';
import {
  changeStallSettings,
  readStallSettings,
  switchLanguage,
  watchSettings,
} from './procedures.ts';
import { changeSettings, readSettings } from './stall-settings.ts';

let book: TestTill;
beforeEach(async () => {
  book = await openTestTill();
});
afterEach(() => book.close());

const stall = { name: 'Batik Ibu Sari', number: 'B-7', mall: 'Thamrin City', phone: '0812' };

/** Keeps a value as another program, or a hand, would have. */
function keep(key: string, value: unknown): void {
  write(book.till, (tx) => writeSetting(tx, key, value));
}

test.each([
  ['that nobody knows', { theme: 'batik' }],
  ['that cannot be', { cutOffHour: 40 }],
  ['of another kind', { cashRoundingRupiah: 'a hundred' }],
  ['of a size of text that no screen is tested with', { textSizePercent: 400 }],
])('a field %s takes no other field with it', (_, odd) => {
  keep('settings', { stall, zone: 'WIT', language: 'en', ...odd });

  expect(read(book.till, readSettings)).toMatchObject({
    stall,
    zone: 'WIT',
    language: 'en',
    cutOffHour: 3,
    cashRoundingRupiah: 100,
  });
});

test('half a character in a name is kept as one that every record can hold', () => {
  const name = Settings.shape.stall.parse({ ...stall, name: 'Toko \ud83d' }).name;

  expect(name).toBe('Toko \ufffd');
});

test('a change keeps the fields that this program does not know', () => {
  keep('settings', { stall, theme: 'batik', cutOffHour: 40 });
  write(book.till, (tx) => changeSettings(tx, { zone: 'WITA' }));

  const kept = read(book.till, ({ db }) =>
    db.prepare("SELECT value FROM setting WHERE key = 'settings'").pluck().get(),
  );
  expect(JSON.parse(String(kept))).toEqual({ stall, theme: 'batik', cutOffHour: 40, zone: 'WITA' });
});

test.each([['no JSON at all'], ['[1]'], ['null'], ['"text"']])(
  'where %s is kept, every field has its default',
  (text) => {
    write(book.till, ({ db }) =>
      db.prepare('INSERT INTO setting VALUES (?, ?)').run('settings', text),
    );

    expect(read(book.till, readSettings)).toMatchObject({ zone: 'WIB', cutOffHour: 3 });
  },
);

test('the printer keeps its address though its columns cannot be read', () => {
  keep('printer', { address: 'tcp://192.168.1.50:9100', columns: 33, colour: true });

  expect(read(book.till, readPrinterSettings)).toEqual({
    address: 'tcp://192.168.1.50:9100',
    columns: 32,
  });
});

test('every page that watches the settings is told of each change', async () => {
  const [one, other] = [watchSettings(book.till), watchSettings(book.till)];
  await one.next();
  await other.next();
  changeStallSettings(book.till, theOwner, { language: 'en' });

  for (const page of [one, other]) {
    const { value } = await page.next();
    expect(value).toMatchObject({ language: 'en', receiptLanguage: 'id', zone: 'WIB' });
  }
});

test('each field that is changed is in the audit trail, as it was and as it is', () => {
  const before = readStallSettings(book.till).stall;
  const change = { zone: 'WIT', cutOffHour: 3, stall: { ...before, name: 'Batik' } } as const;
  changeStallSettings(book.till, theOwner, change);
  changeStallSettings(book.till, theOwner, change); // nothing

  expect(actsOf(book)).toMatchObject([
    {
      act: 'settings-change',
      cashier: 'kasir-1',
      subject: '',
      changes: JSON.stringify([
        { field: 'stall.name', from: 'Lapak Contoh', to: 'Batik' },
        { field: 'zone', from: 'WIB', to: 'WIT' },
      ]),
    },
  ]);
});

test('anybody switches the language of the screen, which every page is told', async () => {
  const page = watchSettings(book.till);
  await page.next();
  switchLanguage(book.till, { language: 'en' });

  expect((await page.next()).value).toMatchObject({ language: 'en', receiptLanguage: 'id' });
  expect(actsOf(book)).toEqual([]);
});

test('the stall does without no drawer at which a shift is open', async () => {
  const calls = callsOf(book);
  await calls.settings.change({ drawers: 2 });
  const { shift } = await calls.shifts.open({ id: anId(), drawer: 2, float: [] });
  await expect(calls.settings.change({ drawers: 1, zone: 'WIT' })).rejects.toMatchObject({
    code: 'DRAWER_IN_USE',
    data: { drawer: 2, shift },
  });
  expect(await calls.settings.read()).toMatchObject({ drawers: 2, zone: 'WIB' });
  await calls.settings.change({ zone: 'WIT' });

  await calls.shifts.count({ shift, count: [] });
  const order = { id: anId(), shift, reason: null, note: '', carts: 'carry' } as const;
  await calls.shifts.close(order);
  expect(await calls.settings.change({ drawers: 1 })).toMatchObject({ drawers: 1 });
});
