import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { closeTill, openTill } from '../till/open-till.ts';
import type { Carrier } from './page-connection.ts';
import { closeShellTill, openShellTill } from './shell-till.ts';

let dir: string;
let dataDir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'lapak-shell-till-'));
  dataDir = join(dir, 'book');
});
afterEach(() => rmSync(dir, { recursive: true }));

function open() {
  return openShellTill({ dataDir, resourcesDir: dir, version: '1', shell: 'browser' });
}

/** Sends one text over a connection. @returns what the till answers */
function ask(openConnection: Awaited<ReturnType<typeof open>>['openConnection'], text: string) {
  return new Promise<string>((resolve, reject) => {
    const carrier: Carrier = {
      send: async (answer) => resolve(answer),
      end: (reason) => reject(new Error(reason)),
    };
    openConnection(carrier).receive(text);
  });
}

test('a till whose sample stall cannot be read is closed again', async () => {
  await expect(open()).rejects.toThrow('sample-stall.csv');

  await closeTill(await openTill({ dataDir, clock: Date.now })); // else: the folder is in use
});

test('a broken sample stall is told to the screen, and its till is closed', async () => {
  writeFileSync(join(dir, 'sample-stall.csv'), 'kode,nama\nA,Kopi\n');

  const shell = await open();

  expect(shell.failure).toMatchObject({ code: 'CSV_COLUMN_MISSING' });
  expect(shell.till).toBeNull();
  await closeTill(await openTill({ dataDir, clock: Date.now }));
});

test('a crash of the screen is in the log, also where the till did not open', async () => {
  mkdirSync(dataDir);
  writeFileSync(join(dataDir, 'lapak.db'), 'no database, and longer than its header '.repeat(9));
  const shell = await open();
  const crash = { kind: 'error', message: 'cannot draw', stack: 'at Startup' };

  const report = { i: '1', p: { u: '/system/reportCrash', b: { json: crash } } };
  const answer = await ask(shell.openConnection, JSON.stringify(report));

  expect(shell.failure).not.toBeNull();
  expect(JSON.parse(answer)).toMatchObject({ p: { b: { json: { isWritten: true } } } });
  const log = readFileSync(join(dataDir, 'lapak.log'), 'utf8');
  expect(log).toContain('ERROR the screen crashed (error): cannot draw | at Startup');
  await closeShellTill(shell);
});

/** A page of a till: its calls, one after the other, as they go over the wire. */
function openPage({ openConnection }: Awaited<ReturnType<typeof open>>) {
  const answers = new Map<string, (text: string) => void>();
  let calls = 0;
  const connection = openConnection({
    send: async (text) => answers.get((JSON.parse(text) as { i: string }).i)?.(text), // oRPC's
    end: (reason) => expect.fail(reason),
  });
  const call = async (path: string, json?: object, approval?: string): Promise<unknown> => {
    calls += 1;
    const headers = approval === undefined ? {} : { h: { 'lapak-approval': approval } };
    const message = { i: String(calls), p: { u: path, b: { json }, ...headers } };
    const answer = await new Promise<string>((resolve) => {
      answers.set(message.i, resolve);
      connection.receive(JSON.stringify(message));
    });
    return (JSON.parse(answer) as { p: { b: { json: unknown } } }).p.b.json;
  };
  return { call, close: connection.close };
}

test('an approval comes over the wire with one call, and is good for no other', async () => {
  writeFileSync(join(dir, 'sample-stall.csv'), 'kode,nama,harga\nKOPI-01,Kopi,45000\n');
  const shell = await open();
  const [owner, page] = [openPage(shell), openPage(shell)];
  await owner.call('/staff/setPin', { staff: 'kasir-1', pin: '907351' });
  const change = (approval?: string) => page.call('/settings/change', { zone: 'WIT' }, approval);
  const allowed = JSON.stringify({ staff: 'kasir-1', pin: '907351' });

  expect(await change()).toMatchObject({ code: 'NOT_PERMITTED' });
  expect(await change(JSON.stringify({ staff: 'kasir-1', pin: '246813' }))).toMatchObject({
    code: 'PIN_WRONG',
  });
  expect(await change('{"staff":')).toMatchObject({ code: 'INPUT_INVALID' });
  expect(await change(allowed)).toMatchObject({ zone: 'WIT' });
  expect(await change()).toMatchObject({ code: 'NOT_PERMITTED' });
  await closeShellTill(shell);
});

test('a connection that is lost leaves its sign-in to the next one of the same page', async () => {
  writeFileSync(join(dir, 'sample-stall.csv'), 'kode,nama,harga\nKOPI-01,Kopi,45000\n');
  const shell = await open();
  const [before, after] = [openPage(shell), openPage(shell)];
  await before.call('/staff/setPin', { staff: 'kasir-1', pin: '907351' });
  const person = { staff: 'kasir-1', pin: '907351' };
  const { ticket } = (await before.call('/staff/signIn', person)) as { ticket: string };
  before.close();

  expect(await after.call('/settings/change', {})).toMatchObject({ code: 'NOT_PERMITTED' });
  expect(await after.call('/staff/resume', { ticket })).toEqual({ isSignedIn: true });
  expect(await after.call('/settings/change', {})).toMatchObject({ zone: 'WIB' });
  await closeShellTill(shell);
});

test('a call that is under way when the till closes goes no further', async () => {
  writeFileSync(join(dir, 'sample-stall.csv'), 'kode,nama,harga\nKOPI-01,Kopi,45000\n');
  const shell = await open();
  const rows = Array.from({ length: 2_000 }, (_, at) => `B-${at},Barang ${at},1500`);
  const content = ['kode,nama,harga', ...rows].join('\n');
  const call = {
    i: '1',
    p: { u: '/catalog/importCatalog', b: { json: { content, mode: 'apply' } } },
  };
  const progress = Promise.withResolvers<void>();
  const taken = Promise.withResolvers<void>();
  const connection = shell.openConnection({
    send: async (answer) => {
      if (!answer.includes('doneRows')) return;
      progress.resolve();
      await taken.promise;
    },
    end: () => {},
  });
  connection.receive(JSON.stringify(call));
  await progress.promise;

  await closeShellTill(shell);
  taken.resolve();
  for (let turn = 0; turn < 100; turn += 1) await nextTurn();

  expect(readFileSync(join(dataDir, 'lapak.log'), 'utf8')).not.toContain('ERROR');
});
