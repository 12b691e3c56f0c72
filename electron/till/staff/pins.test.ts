import { renameSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { callsOf } from '../../../test/support/calls.ts';
import {
  actsOf,
  openStaffedTill,
  pins,
  signedIn,
  type StaffedTill,
} from '../../../test/support/staffed-till.ts';
import { openTestTill } from '../../../test/support/test-till.ts';

let book: StaffedTill;
beforeEach(async () => {
  book = await openStaffedTill();
});
afterEach(() => book.close());

function keptPins(): unknown[] {
  return book.till.db.prepare('SELECT pin FROM staff ORDER BY number').pluck().all();
}

test('a hash that was damaged is nobody’s PIN, and a new PIN mends it', async () => {
  const damaged = '$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$?';
  book.till.db.prepare('UPDATE staff SET pin = ? WHERE number = 3').run(damaged);
  const calls = callsOf(book);
  const given = { staff: 'kasir-3', pin: pins['kasir-3'] };

  await expect(calls.staff.signIn(given)).rejects.toMatchObject({ code: 'PIN_WRONG' });
  const owner = await book.page('kasir-1');
  await owner.staff.setPin(given);
  await expect(calls.staff.signIn(given)).resolves.toMatchObject({ ticket: expect.any(String) });
});

test('a PIN is kept as Argon2id with a salt of its own, at the cost that OWASP names', async () => {
  const { staff } = await book.page('kasir-1');
  await staff.setPin({ staff: 'kasir-2', pin: pins['kasir-3'] });

  const kept = keptPins();

  expect(kept[1]).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(kept[1]).not.toBe(kept[2]); // the same PIN
});

test('the owner who sets the first PIN is signed in on that line, and nowhere else', async () => {
  const fresh = await openTestTill();
  const [one, other] = [callsOf(fresh), callsOf(fresh)];

  const { recoveryCode } = await one.staff.setPin({ staff: 'kasir-1', pin: '907351' });

  expect(recoveryCode).toMatch(/^([2-9A-HJ-NP-Z]{4}-){5}[2-9A-HJ-NP-Z]{4}$/);
  expect(await signedIn(one)).toMatchObject({ state: 'in', cashier: 'kasir-1' });
  expect(await signedIn(other)).toMatchObject({ state: 'out' });
  await fresh.close();
});

test('the recovery code comes once, with the first PIN of an owner', async () => {
  const { staff } = await book.page('kasir-1');

  expect(await staff.setPin({ staff: 'kasir-1', pin: '620417' })).toEqual({ recoveryCode: null });
  expect(await staff.setPin({ staff: 'kasir-3', pin: '620417' })).toEqual({ recoveryCode: null });
});

test.each([['111111'], ['123456'], ['654321'], ['890123'], ['121212'], ['123123']])(
  'the PIN %s is too easy to guess',
  async (pin) => {
    const { staff } = await book.page('kasir-1');
    const easy = { code: 'PIN_EASY' };

    await expect(staff.setPin({ staff: 'kasir-3', pin })).rejects.toMatchObject(easy);
    const change = staff.changePin({ staff: 'kasir-1', pin: pins['kasir-1'], newPin: pin });
    await expect(change).rejects.toMatchObject(easy);
    const recover = staff.recover({ code: book.recoveryCode, pin });
    await expect(recover).rejects.toMatchObject(easy);
  },
);

test('everybody changes their own PIN by the one before, and stays signed in there', async () => {
  const [here, elsewhere] = [await book.page('kasir-3'), await book.page('kasir-3')];

  await here.staff.changePin({ staff: 'kasir-3', pin: pins['kasir-3'], newPin: '620417' });

  expect(await signedIn(here)).toMatchObject({ state: 'in', cashier: 'kasir-3' });
  expect(await signedIn(elsewhere)).toMatchObject({ state: 'out' });
  const old = elsewhere.staff.signIn({ staff: 'kasir-3', pin: pins['kasir-3'] });
  await expect(old).rejects.toMatchObject({ code: 'PIN_WRONG' });
  await elsewhere.staff.signIn({ staff: 'kasir-3', pin: '620417' });
});

test('a new PIN from the owner ends the lock, and signs out who had the old one', async () => {
  const [owner, citra] = [await book.page('kasir-1'), await book.page('kasir-3')];
  const guess = { staff: 'kasir-3', pin: '246813' };
  for (let time = 0; time < 5; time += 1) await citra.staff.signIn(guess).catch(() => undefined);

  await owner.staff.setPin({ staff: 'kasir-3', pin: '620417' });

  expect(await signedIn(citra)).toMatchObject({ state: 'out' });
  await citra.staff.signIn({ staff: 'kasir-3', pin: '620417' });
});

test('nobody gives a PIN to who has left', async () => {
  const { staff } = await book.page('kasir-1');
  await staff.setActive({ staff: 'kasir-3', isActive: false });
  const before = keptPins();

  const set = staff.setPin({ staff: 'kasir-3', pin: '620417' });
  await expect(set).rejects.toMatchObject({ code: 'STAFF_UNKNOWN', data: { staff: 'kasir-3' } });
  expect(keptPins()).toEqual(before);
});

test('who signs out while a PIN that they give is at work gives none', async () => {
  const owner = await book.page('kasir-1');
  const [before, turn] = [keptPins(), Promise.withResolvers<void>()];
  const held = book.till.tryLocks.inTurn('kasir-1', () => turn.promise);
  const given = owner.staff.setPin({ staff: 'kasir-1', pin: '620417' });
  await new Promise((resolve) => setImmediate(resolve));

  await owner.staff.signOut();
  turn.resolve();

  await expect(given).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
  await held;
  expect(keptPins()).toEqual(before);
  expect(await signedIn(owner)).toMatchObject({ state: 'out' });
});

test('each PIN that is set or changed is in the journal, and no PIN is', async () => {
  const owner = await book.page('kasir-1');
  await owner.staff.setPin({ staff: 'kasir-3', pin: '620417' });
  await owner.staff.changePin({ staff: 'kasir-3', pin: '620417', newPin: '735029' });

  const found = actsOf(book).filter(({ act }) => act === 'pin-change');
  expect(found.slice(-2)).toMatchObject([
    { cashier: 'kasir-1', subject: 'kasir-3', changes: '[]' },
    { cashier: 'kasir-3', subject: 'kasir-3', changes: '[]' },
  ]);
  expect(JSON.stringify(found)).not.toMatch(/620417|735029/);
});

test('the pepper is a file of its own that only its owner can read', async () => {
  expect(readFileSync(book.pepperFile, 'utf8')).toMatch(/^[0-9a-f]{64}\n$/);
  expect(statSync(book.pepperFile).mode & 0o777).toBe(0o600);
  expect(readFileSync(`${book.dataDir}/lapak.db`)).not.toContain(readFileSync(book.pepperFile));
});

test('a stall without PINs has no pepper', async () => {
  const fresh = await openTestTill();
  await callsOf(fresh).staff.add({ name: 'Budi', role: 'cashier' });

  expect(() => statSync(`${fresh.dataDir}/pin-pepper`)).toThrow('ENOENT');
  await fresh.close();
});

test.each([
  ['gone', () => rmSync(book.pepperFile)],
  ['of another book', () => writeFileSync(book.pepperFile, `${'ab'.repeat(32)}\n`)],
  ['cut off', () => writeFileSync(book.pepperFile, 'abc')],
])('without a pepper that is %s no PIN is checked or set, and no try is lost', async (_, lose) => {
  const owner = await book.page('kasir-1');
  const kept = `${book.pepperFile}.kept`;
  writeFileSync(kept, readFileSync(book.pepperFile));
  lose();
  const missing = { code: 'PEPPER_MISSING', data: { file: 'pin-pepper' } };

  for (let time = 0; time < 6; time += 1) {
    await expect(book.page('kasir-2')).rejects.toMatchObject(missing);
  }
  const set = owner.staff.setPin({ staff: 'kasir-3', pin: '620417' });
  await expect(set).rejects.toMatchObject(missing);

  renameSync(kept, book.pepperFile);
  expect(await signedIn(await book.page('kasir-2'))).toMatchObject({ state: 'in' });
});

test('a link in the place of the pepper is not followed', async () => {
  const { symlinkSync } = await import('node:fs');
  renameSync(book.pepperFile, `${book.pepperFile}.moved`);
  symlinkSync(`${book.pepperFile}.moved`, book.pepperFile);

  await expect(book.page('kasir-2')).rejects.toMatchObject({ code: 'FILE_FOREIGN' });
});
