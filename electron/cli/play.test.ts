import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  begun,
  float,
  given,
  id,
  owner,
  playIn,
  sale,
  sari,
} from '../../test/support/play-file.ts';
import { runLapakHere } from '../../test/support/run-lapak.ts';

/** Calls of the contract from a file, made as the people of a stall would on its screen. */

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'lapak-play-'));
});
afterEach(() => rmSync(dir, { recursive: true }));
const { data, play } = playIn(() => dir);

test('a day is played: opened, sold, refused, approved, counted short and closed', async () => {
  const { code, answers } = await play(
    [
      '# a small day',
      ...begun,
      '',
      {
        call: 'shifts.open',
        ...sari,
        at: '2026-11-24T09:00:00+07:00',
        input: { id: id(1), drawer: 1, float },
      },
      { call: 'sales.ringUp', as: 'sari', input: sale(2) },
      { call: 'shifts.noSale', as: 'kasir-2', input: { id: id(3), reason: 'look' } },
      {
        call: 'shifts.noSale',
        as: 'kasir-2',
        approve: { staff: 'kasir-1', pin: '738291' },
        input: { id: id(3), reason: 'look' },
      },
      {
        call: 'shifts.count',
        ...sari,
        at: '2026-11-24T21:00:00+07:00',
        input: { shift: 1, count: [{ valueRupiah: 1_000, pieces: 285 }] },
      },
      {
        call: 'shifts.close',
        ...sari,
        input: { id: id(4), shift: 1, reason: 'unknown', carts: 'refuse' },
      },
    ],
    ...given,
  );

  expect(code).toBe(1); // one line was refused
  expect(answers.map(({ line, ok }) => [line, ok])).toEqual([
    [2, true],
    [3, true],
    [4, true],
    [5, true],
    [7, true],
    [8, true],
    [9, false],
    [10, true],
    [11, true],
    [12, true],
  ]);
  expect(answers[6]?.error).toEqual({
    code: 'NOT_PERMITTED',
    message: expect.any(String) as string,
    data: { permission: 'drawer.no-sale' },
  });
  expect(answers[7]).toEqual({ line: 10, ok: true, answer: { isOpened: false } });
  const read = async (...words: string[]): Promise<unknown> =>
    JSON.parse((await runLapakHere(...words, ...data(), '--json')).stdout);
  expect(await read('z', 'last')).toMatchObject({
    shift: 1,
    cashier: 'kasir-2',
    sums: { netRupiah: 90_000, tenders: [{ kind: 'cash', netRupiah: 90_000 }] },
    cash: { expectedRupiah: 290_000 },
    closing: { z: 1, number: 'Z-000001', differenceRupiah: -5_000, reason: 'unknown' },
  });
  expect(await read('shifts')).toMatchObject({
    shifts: [{ shift: 1, closing: { z: 1, netRupiah: 90_000, differenceRupiah: -5_000 } }],
  });
  const opened = { act: 'look', cashier: 'kasir-2', approver: 'kasir-1', amountRupiah: null };
  const counted = { act: 'drawer-count', cashier: 'kasir-2', approver: null, subject: '1' };
  const entries = [counted, opened]; // the newest first
  expect(await read('audit-trail', '--topic', 'drawer')).toMatchObject({ entries });
  expect(await read('verify')).toMatchObject({ ok: true });
});

test('a line without a person may what the stall lets anybody do', async () => {
  const { answers } = await play(
    [
      ...begun,
      { call: 'shifts.open', input: { id: id(1), drawer: 1, float } },
      { call: 'staff.roles' },
      { call: 'staff.add', input: { name: 'Budi', role: 'owner' } },
      { call: 'settings.change', ...owner, input: { pinUse: 'always' } },
      { call: 'shifts.list', input: { limit: 5 } },
    ],
    ...given,
  );

  expect(answers.slice(4).map(({ ok, error }) => error?.code ?? ok)).toEqual([
    'NOT_PERMITTED',
    true,
    'NOT_PERMITTED',
    true,
    'NOT_SIGNED_IN',
  ]);
});

test('wrong PINs lock, also whoever knows the right one, and in a new run', async () => {
  const wrong = { call: 'catalog.categories', as: 'kasir-2', pin: '000000' };
  const right = { call: 'catalog.categories', ...sari };
  const first = await play([...begun, right, wrong, wrong, wrong, wrong, wrong, right], ...given);
  // No time that a line gives shortens a lock.
  const second = await play([{ ...right, at: '2026-11-25T09:00:00+07:00' }], ...given);
  const third = await play([{ ...right, at: '2026-11-24T09:00:00+07:00' }], ...given);

  expect(first.answers.slice(4).map(({ ok, error }) => error?.code ?? ok)).toEqual([
    true,
    'PIN_WRONG',
    'PIN_WRONG',
    'PIN_WRONG',
    'PIN_WRONG',
    'PIN_LOCKED',
    'PIN_LOCKED',
  ]);
  expect(second.answers[0]?.error?.code).toBe('PIN_LOCKED');
  expect(third.answers[0]?.error?.code).toBe('PIN_LOCKED');
  const { stdout } = await runLapakHere('audit-trail', ...data(), '--topic', 'sign-in');
  expect(stdout).toContain('PIN salah berulang, dikunci, PIN salah: 5, dikunci (detik): 30');
});

test('a wrong PIN is no PIN: whoever was signed in has to show the right one again', async () => {
  const wrong = { call: 'catalog.categories', as: 'kasir-2', pin: '000000' };
  const bare = { call: 'catalog.categories', as: 'kasir-2' };
  const { answers } = await play(
    [...begun, { ...bare, pin: sari.pin }, bare, wrong, bare, { ...bare, pin: sari.pin }, bare],
    ...given,
  );
  const codes = answers.slice(4).map(({ ok, error }) => error?.code ?? ok);
  expect(codes).toEqual([true, true, 'PIN_WRONG', 'NOT_SIGNED_IN', true, true]);
});

test('a PIN that was changed meanwhile is wrong from the next line on', async () => {
  const { answers } = await play(
    [
      ...begun,
      { call: 'catalog.categories', ...owner },
      { call: 'staff.setPin', ...owner, input: { staff: 'kasir-1', pin: '402817' } },
      { call: 'catalog.categories', ...owner },
      { call: 'catalog.categories', ...owner, pin: '402817' },
    ],
    ...given,
  );
  const codes = answers.slice(4).map(({ ok, error }) => error?.code ?? ok);
  expect(codes).toEqual([true, true, 'PIN_WRONG', true]);
});

test('an approval with a wrong PIN, or of somebody who may not either, is refused', async () => {
  const look = { call: 'shifts.noSale', ...sari, input: { id: id(3), reason: 'look' } };
  const { answers } = await play(
    [
      ...begun,
      { call: 'shifts.open', ...sari, input: { id: id(1), drawer: 1, float } },
      { ...look, approve: { staff: 'kasir-1', pin: '000000' } },
      { ...look, approve: { staff: 'Sari', pin: sari.pin } },
      { ...look, approve: { staff: 'kasir-1', pin: 'abc' } },
      { ...look, approve: { staff: 'Tidak Ada', pin: '738291' } },
    ],
    ...given,
  );
  const codes = answers.slice(5).map(({ error }) => error?.code);
  expect(codes).toEqual(['PIN_WRONG', 'APPROVER_MAY_NOT', 'INPUT_INVALID', 'STAFF_UNKNOWN']);
});
