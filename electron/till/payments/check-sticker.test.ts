import { afterEach, beforeEach, expect, test } from 'vitest';
import { StickerState } from '../../../domain/payments/sticker.ts';
import { dynamicQris } from '../../../domain/payments/qris-dynamic.ts';
import { HOUR_MS } from '../../../domain/time.ts';
import { translator } from '../../../domain/translator.ts';
import { entryWords } from '../../../domain/journal/trail-words.ts';
import { callsOf } from '../../../test/support/calls.ts';
import { FORGED_QRIS, OTHER_QRIS, STALL_QRIS } from '../../../test/support/qris.ts';
import { actsOf } from '../../../test/support/staffed-till.ts';
import { openTestTill, type TestTill } from '../../../test/support/test-till.ts';
import { verifyBook } from '../journal/verify.ts';
import { write } from '../database/write.ts';
import { writeSetting } from '../settings/setting-store.ts';

const DAY_MS = 24 * HOUR_MS;

let book: TestTill;
beforeEach(async () => {
  book = await openTestTill();
});
afterEach(() => book.close());

const calls = () => callsOf(book);
const register = (qris = STALL_QRIS) => calls().settings.change({ qris });
const check = (qris = STALL_QRIS) => calls().payments.checkSticker({ qris });

async function state(): Promise<StickerState> {
  const events = await calls().payments.watchSticker();
  const { value } = await events.next();
  await events.return?.();
  return StickerState.parse(value);
}

test('a stall without a QRIS is never asked, and has no sticker to check', async () => {
  expect(await state()).toEqual({ asks: 'no', last: null, hubNmid: null });
  await expect(check()).rejects.toMatchObject({ code: 'QRIS_UNSET' });
  expect(actsOf(book)).toEqual([]);
});

test('the QRIS is kept as it was issued, and refused where it is none', async () => {
  expect(await register(` ${STALL_QRIS}\n`)).toMatchObject({ qris: STALL_QRIS });
  for (const none of [dynamicQris(STALL_QRIS, 25_000), STALL_QRIS.slice(0, 90), 'kopi']) {
    await expect(register(none)).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  }
  expect((await calls().settings.read()).qris).toBe(STALL_QRIS);
});

test('a look at the own sticker is written down, and asked for again after a week', async () => {
  await register();
  expect(await state()).toEqual({ asks: 'due', last: null, hubNmid: null });

  expect(await check()).toMatchObject({ difference: null });
  expect(await state()).toMatchObject({
    asks: 'no',
    last: { result: 'same', cashier: 'kasir-1', atMs: book.clock.now },
  });
  book.clock.now += 6 * DAY_MS;
  expect((await state()).asks).toBe('no');
  book.clock.now += DAY_MS;
  expect((await state()).asks).toBe('due');
  expect(actsOf(book).at(-1)).toMatchObject({
    act: 'qris-check',
    subject: 'ID1020000000033',
    changes: JSON.stringify([{ field: 'sticker', from: '', to: 'same' }]),
  });
  expect(await verifyBook(book.till)).toMatchObject({ ok: true });
});

test('what is put off is asked again tomorrow, also after a restart', async () => {
  await register();
  await calls().payments.putOffSticker();
  expect((await state()).asks).toBe('no');
  await book.reopen();
  expect((await state()).asks).toBe('no');
  book.clock.now += DAY_MS;
  expect((await state()).asks).toBe('due');
  expect(actsOf(book).filter(({ act }) => act === 'qris-check')).toEqual([]);
});

test.each([
  ['of somebody else', OTHER_QRIS, 'nmid'],
  ['that copies the name and the NMID', FORGED_QRIS, 'account'],
])('a sticker %s is told and written down, until the own one is there', async (_, qris, why) => {
  await register();
  expect(await check(qris)).toMatchObject({
    difference: why,
    own: { nmid: 'ID1020000000033', merchant: 'BATIK IBU SARI' },
  });
  await calls().payments.putOffSticker();
  book.clock.now += DAY_MS;
  expect(await state()).toMatchObject({ asks: 'other', last: { result: 'other' } });
  await check();
  expect((await state()).asks).toBe('no');
});

test('the audit trail says in both languages what was found', async () => {
  await register();
  await check(OTHER_QRIS);
  const every = { from: null, to: null, cashier: null, topic: 'settings', cursor: '' } as const;
  const [found, registered] = (await calls().journal.trail({ ...every, limit: 2 })).entries;
  if (!found || !registered) throw new Error('both are written down');
  const told = (language: 'id' | 'en', entry: typeof found) =>
    entryWords(entry, translator(language), (person) => person);

  expect(told('id', found)).toContain(
    'Stiker QRIS diperiksa, ID1020000000099, stiker: BUKAN milik lapak, ' +
      'NMID, terdaftar → di stiker: ID1020000000033 → ID1020000000099',
  );
  expect(told('en', found)).toContain('sticker: NOT the stall’s');
  expect(told('en', registered)).toContain('QRIS of the stall: BATIK IBU SARI (ID1020000000033)');
});

test('what cannot be read, and the own code for one payment, is no look', async () => {
  await register();
  for (const [qris, code] of [
    [dynamicQris(STALL_QRIS, 25_000), 'QRIS_ONE_TIME'],
    [STALL_QRIS.slice(0, 90), 'QRIS_DAMAGED'],
    [STALL_QRIS.replace('SARI', 'SARA'), 'QRIS_CHECKSUM'],
    ['https://lapak.example/', 'QRIS_OTHER'],
  ] as const) {
    await expect(check(qris)).rejects.toMatchObject({ code });
  }
  expect((await state()).asks).toBe('due');
});

test('a look says nothing of another QRIS that is registered after it', async () => {
  await register();
  await check();
  await register(OTHER_QRIS);
  expect(await state()).toEqual({ asks: 'due', last: null, hubNmid: null });
  await register('');
  expect(await state()).toEqual({ asks: 'no', last: null, hubNmid: null });
});

test('every page is told of a look and of a change; what cannot be read is no look', async () => {
  const page = await calls().payments.watchSticker();
  await page.next();
  await register();
  expect((await page.next()).value).toMatchObject({ asks: 'due' });
  await check();
  expect((await page.next()).value).toMatchObject({ asks: 'no' });
  await page.return?.();

  write(book.till, (tx) => writeSetting(tx, 'sticker', { last: 'yesterday' }));
  expect((await state()).asks).toBe('due');
});
