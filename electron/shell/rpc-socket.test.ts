import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import type { WebSocket } from 'ws';
import { connectPage, openSession, openSocket } from '../../test/support/page-connection.ts';
import { type BrowserShell, openBrowserShell } from '../browser-shell.ts';
import { closeShellTill, openShellTill, type ShellTill } from './shell-till.ts';

let dir: string;
let till: ShellTill;
let shell: BrowserShell;

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'lapak-rpc-socket-'));
  const rendererDir = join(dir, 'renderer');
  mkdirSync(rendererDir);
  writeFileSync(join(dir, 'sample-stall.csv'), 'kode,nama,harga\nKOPI-01,Kopi,45000\n');
  till = await openShellTill({
    dataDir: join(dir, 'book'),
    resourcesDir: dir,
    version: '1',
    shell: 'browser',
  });
  shell = await openBrowserShell({
    port: 0,
    rendererDir,
    openConnection: till.openConnection,
    onFault: till.onFault,
    onPageClosed: () => {},
  });
});
afterEach(async () => {
  await shell.close();
  await closeShellTill(till);
  rmSync(dir, { recursive: true });
});

async function openPage(): Promise<WebSocket> {
  const socket = openSocket(await openSession(shell.newLink()));
  await once(socket, 'open');
  return socket;
}

/** How the till ended a connection. */
async function ending(socket: WebSocket): Promise<[code: number, reason: string]> {
  const [code, reason] = (await once(socket, 'close')) as [number, Buffer]; // ws: 'close' event
  return [code, reason.toString()];
}

function call(path: string, json?: unknown, id = '1'): string {
  return JSON.stringify({ i: id, p: { u: path, b: { json } } });
}

function log(): string {
  return readFileSync(join(dir, 'book', 'lapak.log'), 'utf8');
}

/** Sends messages on one connection, and sells on another. @returns how the first one ended */
async function sellBeside(messages: readonly string[]): Promise<[code: number, reason: string]> {
  const page = await connectPage(shell.newLink());
  const socket = await openPage();
  const ended = ending(socket);
  await page.till.shifts.open({ id: randomUUID(), drawer: 1, float: [] });
  for (const message of messages) socket.send(message);
  await page.till.sales.ringUp({
    id: randomUUID(),
    lines: [{ code: 'KOPI-01', unit: 'pcs', quantityMilli: 1_000, priceRupiah: 45_000 }],
    tenders: [{ kind: 'cash', amountRupiah: 50_000 }],
    expectedTotalRupiah: 45_000,
  });
  await page.close();
  return ended;
}

test('sixteen megabytes of brackets end their connection unread, and a sale goes on', async () => {
  const nested = `{"i":"1","p":{"u":"/catalog/importCatalog","b":{"json":${'['.repeat(8_000_000)}`;

  const parse = vi.spyOn(JSON, 'parse');
  onTestFinished(() => parse.mockRestore());

  const ended = await sellBeside([`${nested}${']'.repeat(8_000_000)}}}}`]);

  expect(ended).toEqual([1008, 'too many parts in a message']);
  // To read it takes six seconds, in which nobody sells.
  expect(Math.max(...parse.mock.calls.map(([text]) => text.length))).toBeLessThan(100_000);
});

test('twenty thousand streams end their connection, and a sale goes on', async () => {
  const watch = (at: number) => call('/printing/watchStatus', undefined, String(at));

  const ended = await sellBeside(Array.from({ length: 20_000 }, (_, at) => watch(at)));

  expect(ended).toEqual([1008, 'too many calls at once']);
});

test('a connection that was ended is in the log, with the reason', async () => {
  const socket = await openPage();
  socket.send('['.repeat(100));

  expect(await ending(socket)).toEqual([1008, 'too many parts in a message']);
  expect(log()).toContain("a page's connection was ended: too many parts in a message");
});

test('a connection takes any number of calls one after another', async () => {
  const page = await connectPage(shell.newLink());

  for (let at = 0; at < 500; at += 1) await page.till.sales.totals();
  const forty = Array.from({ length: 40 }, () => page.till.catalog.categories());

  expect(await Promise.all(forty)).toHaveLength(40);
  await page.close();
});

test('streams that are left make room for others', async () => {
  const page = await connectPage(shell.newLink());

  for (let at = 0; at < 200; at += 1) {
    const leave = new AbortController();
    const stream = await page.till.printing.watchStatus(undefined, { signal: leave.signal });
    expect((await stream.next()).done).toBe(false);
    leave.abort();
  }
  expect(await page.till.system.startup()).toMatchObject({ state: 'ready' });
  await page.close();
});

test('the largest catalog file comes through; no other call takes such a text', async () => {
  const page = await connectPage(shell.newLink());
  const content = 'a'.repeat(32_000_000);

  const events = await page.till.catalog.importCatalog({ content, mode: 'dry-run' });
  await expect(events.next()).rejects.toThrow(/^CSV_/);
  await page.close();

  const other = await openPage();
  other.send(call('/catalog/search', { text: content, category: '', cursor: '', limit: 1 }));
  expect(await ending(other)).toEqual([1008, 'too long a message']);
});

test.each([
  ['bytes', Buffer.from(call('/sales/totals')), 'not a text'],
  [
    'what is no call',
    '{"i":"1","p":{"u":"/a","h":{"content-type":"text/event-stream"}}}',
    'not a call',
  ],
])('%s end their connection', async (_, message, reason) => {
  const socket = await openPage();
  socket.send(message);

  expect(await ending(socket)).toEqual([1008, reason]);
});

test('a frame larger than any catalog ends its connection and nothing else', async () => {
  const [socket, other] = [await openPage(), await openPage()];

  socket.send(Buffer.alloc(40_000_001));

  expect((await ending(socket))[0]).toBe(1009);
  other.send(call('/sales/totals'));
  expect(String((await once(other, 'message'))[0])).toContain('"i":"1"');
});

test('a page that does not answer its ending is cut off', async () => {
  const socket = await openPage();
  socket.pause(); // reads nothing any more, as a frozen page
  socket.send('no call');

  while (shell.pages() > 0) await new Promise((resolve) => setImmediate(resolve));
  expect(log()).toContain("a page's connection was ended: not a call");
  socket.terminate();
});

test('of more pages than sixteen the newest has to wait', async () => {
  const page = await openSession(shell.newLink());
  const pages = Array.from({ length: 16 }, () => openSocket(page));
  await Promise.all(pages.map((socket) => once(socket, 'open')));

  const refused = openSocket(page);
  const [, { statusCode }] = await once(refused, 'unexpected-response');
  refused.on('error', () => undefined);
  refused.terminate();
  expect(statusCode).toBe(403);

  pages[0]?.close();
  while (shell.pages() === 16) await new Promise((resolve) => setImmediate(resolve));
  await once(openSocket(page), 'open');
});

test('a closed page leaves no trace in the log', async () => {
  const page = await connectPage(shell.newLink());
  const before = log();
  const status = await page.till.printing.watchStatus();
  await status.next();
  await page.close();
  while (shell.pages() > 0) await new Promise((resolve) => setImmediate(resolve));

  const other = await connectPage(shell.newLink());
  await other.till.printing.watchStatus();
  await shell.close();

  expect(log()).toBe(before);
});
