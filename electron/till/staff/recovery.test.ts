import { readFileSync, rmSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openNetworkPrinter } from '../../../test/support/print-book.ts';
import {
  actsOf,
  openStaffedTill,
  pins,
  recordsOf,
  signedIn,
  type StaffedTill,
} from '../../../test/support/staffed-till.ts';

let book: StaffedTill;
beforeEach(async () => {
  book = await openStaffedTill('always');
});
afterEach(() => book.close());

const SECOND_MS = 1_000;
const NEW_PIN = '620417';
const signIn = { staff: 'kasir-1', pin: NEW_PIN } as const;

test('the code gives the owner a new PIN, and the stall a new code', async () => {
  const calls = await book.page();
  const typed = book.recoveryCode.toLowerCase().replaceAll('-', ' ');

  const { recoveryCode } = await calls.staff.recover({ code: typed, pin: NEW_PIN });

  await calls.staff.signIn(signIn);
  expect(recoveryCode).not.toBe(book.recoveryCode);
  const again = calls.staff.recover({ code: book.recoveryCode, pin: '735029' });
  await expect(again).rejects.toMatchObject({ code: 'RECOVERY_WRONG' });
  await calls.staff.recover({ code: recoveryCode, pin: '735029' });
});

test('everybody else keeps their PIN, and the owner is signed out where they were', async () => {
  const before = await book.page('kasir-1');
  await (await book.page()).staff.recover({ code: book.recoveryCode, pin: NEW_PIN });

  expect(await signedIn(before)).toMatchObject({ state: 'out' });
  expect(await signedIn(await book.page('kasir-2'))).toMatchObject({ state: 'in' });
});

test('it opens a stall whose owner is locked out', async () => {
  const calls = await book.page();
  const guess = { staff: 'kasir-1', pin: '246813' };
  for (let time = 0; time < 5; time += 1) await calls.staff.signIn(guess).catch(() => undefined);

  await calls.staff.recover({ code: book.recoveryCode, pin: NEW_PIN });

  await calls.staff.signIn(signIn);
});

test('without the pepper it makes a new one, and nobody else has a PIN any more', async () => {
  const calls = await book.page();
  const pepper = readFileSync(book.pepperFile, 'utf8');
  rmSync(book.pepperFile);

  await calls.staff.recover({ code: book.recoveryCode, pin: NEW_PIN });

  expect(readFileSync(book.pepperFile, 'utf8')).not.toBe(pepper);
  await calls.staff.signIn(signIn);
  await expect(book.page('kasir-2')).rejects.toMatchObject({ code: 'PIN_UNSET' });
  await calls.staff.setPin({ staff: 'kasir-2', pin: pins['kasir-2'] });
  expect(await signedIn(await book.page('kasir-2'))).toMatchObject({ state: 'in' });
});

test('guessing the code is locked like guessing a PIN, across a restart too', async () => {
  const recover = async (code: string) => (await book.page()).staff.recover({ code, pin: NEW_PIN });
  for (let time = 0; time < 4; time += 1) {
    await expect(recover('ABCD-EFGH')).rejects.toMatchObject({ code: 'RECOVERY_WRONG' });
  }
  const locked = { code: 'PIN_LOCKED', data: { seconds: 30 } };
  await expect(recover('ABCD-EFGH')).rejects.toMatchObject(locked);
  await book.reopen();

  await expect(recover(book.recoveryCode)).rejects.toMatchObject(locked);
  book.uptime.now += 30 * SECOND_MS;
  await recover(book.recoveryCode);

  expect(recordsOf(book, 'login-lockout')).toMatchObject([
    { head: { cashier: 'kasir-1' }, body: { failures: 5, seconds: 30 } },
  ]);
});

test('the owner takes a new code in place of the one before', async () => {
  const { staff } = await book.page('kasir-1');

  const { recoveryCode } = await staff.renewRecoveryCode();

  const old = staff.recover({ code: book.recoveryCode, pin: NEW_PIN });
  await expect(old).rejects.toMatchObject({ code: 'RECOVERY_WRONG' });
  await staff.recover({ code: recoveryCode, pin: NEW_PIN });
});

test('a recovery and a new code are in the journal, and no code is', async () => {
  const { staff } = await book.page('kasir-1');
  await staff.renewRecoveryCode();

  expect(actsOf(book).filter(({ act }) => act === 'recovery-code')).toMatchObject([
    { cashier: 'kasir-1' },
    { cashier: 'kasir-1' },
  ]);
  const { recoveryCode } = await staff.renewRecoveryCode();
  await staff.recover({ code: recoveryCode, pin: NEW_PIN });
  expect(actsOf(book).filter(({ act }) => act === 'recover')).toMatchObject([
    { cashier: 'kasir-1', subject: 'kasir-1' },
  ]);
  const bytes = readFileSync(`${book.dataDir}/lapak.db-wal`).toString('latin1');
  expect(bytes).not.toContain(recoveryCode.replaceAll('-', ''));
});

test('after the first owner has left, the code is that of the next', async () => {
  const { staff } = await book.page('kasir-1');
  await staff.add({ name: 'Eka', role: 'owner' });
  await staff.setPin({ staff: 'kasir-5', pin: '735029' });
  await staff.setActive({ staff: 'kasir-1', isActive: false });

  const calls = await book.page();
  await calls.staff.recover({ code: book.recoveryCode, pin: NEW_PIN });

  await calls.staff.signIn({ staff: 'kasir-5', pin: NEW_PIN });
});

test('only the stall’s own code is printed, and not on the paper of the screen', async () => {
  const { staff } = await book.page('kasir-1');
  const print = (recoveryCode: string) => staff.printRecoveryCode({ recoveryCode });

  await expect(print('ABCD-EFGH')).rejects.toMatchObject({ code: 'RECOVERY_WRONG' });
  await expect(print(book.recoveryCode)).rejects.toMatchObject({ code: 'PRINTER_ON_SCREEN' });
});

test('the code comes out of the stall’s printer, and is kept in no queue', async () => {
  const printer = await openNetworkPrinter();
  const calls = await book.page('kasir-1');
  book.till.printer.start();
  await calls.printing.configure({ address: `tcp://127.0.0.1:${printer.port}`, columns: 32 });

  await calls.staff.printRecoveryCode({ recoveryCode: book.recoveryCode });

  const half = book.recoveryCode.slice(0, 'ABCD-EFGH'.length);
  const papers = printer.papers.map((paper) => paper.toString('latin1'));
  expect(papers.filter((paper) => paper.includes(half))).toHaveLength(1);
  expect(await calls.printing.queue()).toEqual([]);
  await printer.close();
});
