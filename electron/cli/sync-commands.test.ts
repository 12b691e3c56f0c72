import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hubError } from '../../test/support/fake-hub.ts';
import { type HubBook, openHubBook } from '../../test/support/hub-book.ts';
import { runLapak, runLapakAt } from '../../test/support/run-lapak.ts';
import { bookPieces } from '../../test/support/test-till.ts';
import { TRANSPORT_KEY_FILE } from '../till/enrolment/transport-key.ts';

/** Commands that enrol a till and report. */

let book: HubBook;
beforeEach(async () => {
  book = await openHubBook();
  bookPieces(book.till, 1);
  await book.till.close();
});
afterEach(() => book.close());

/** On the day of the book: a week later the clock would have jumped, which is a record. */
const run = (...words: string[]) =>
  runLapakAt(book.world.clockMs, ...words, '--data', book.dataDir);
const reportOf = ({ stdout }: { stdout: string }) => JSON.parse(stdout) as unknown;

test('a till is enrolled, reports, and says how far it is, each with one object', async () => {
  const alone = await run('sync-status', '--json');
  const enrolled = await run('enrol', book.hub.invitation, '--json');
  const sent = await run('sync', '--json');
  const again = await run('sync', '--json');
  const status = await run('sync-status', '--json');

  expect(reportOf(alone)).toEqual({ state: 'alone', records: 3 });
  expect(enrolled.code).toBe(0);
  expect(reportOf(enrolled)).toMatchObject({ state: 'pending', stall: book.hub.stall });
  expect(sent.code).toBe(0);
  expect(reportOf(sent)).toMatchObject({ sent: book.hub.stored.length, pending: 0 });
  expect(reportOf(sent)).toMatchObject({ checkpoint: expect.stringContaining('hub.test/device/') });
  expect(reportOf(again)).toMatchObject({ sent: 0, pending: 0 });
  expect(reportOf(status)).toMatchObject({ state: 'sent', hub: book.hub.origin });
});

test('the commands end by themselves, in processes of their own', async () => {
  const data = ['--data', join(book.dataDir, 'new'), '--lang', 'en'];
  const enrolled = await runLapak('enrol', book.hub.invitation, ...data);
  const sent = await runLapak('sync', ...data);

  expect(enrolled).toMatchObject({ code: 0, stderr: '' });
  expect(existsSync(join(book.dataDir, 'new', TRANSPORT_KEY_FILE))).toBe(true);
  expect(sent).toMatchObject({ code: 0, stderr: '' });
  expect(sent.stdout).toMatch(/^Records sent: 2\.\nStall TC-A12: everything was sent to http/);
});

test('what is no invitation is told in one sentence', async () => {
  const { code, stderr } = await run('enrol', 'halo');

  expect(code).toBe(1);
  expect(stderr).toContain('Ini bukan undangan.');
});

test('what keeps records waiting is told, and the command fails', async () => {
  await run('enrol', book.hub.invitation);
  book.hub.between = () => hubError('HUB_BUSY');
  const { code, stdout } = await run('sync');

  expect(code).toBe(1);
  expect(stdout).toContain('4 catatan belum terkirim');
  expect(stdout).toContain('sedang sibuk');
});

test('a till that is enrolled nowhere sends nothing', async () => {
  const { code, stdout } = await run('sync', '--lang', 'en');

  expect(code).toBe(1);
  expect(stdout).toBe('Records sent: 0.\nThis till is enrolled at no hub.\n');
});
