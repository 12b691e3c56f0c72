import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
