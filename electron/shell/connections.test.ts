import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { openSession, openSocket } from '../../test/support/page-connection.ts';
import { type BrowserShell, openBrowserShell } from '../browser-shell.ts';

/** What closing may take, whoever hangs on. */
const CLOSE_MS_MAX = 2_000;

let dir: string;
let shell: BrowserShell;
let port: number;
const clients: Socket[] = [];

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'lapak-connections-'));
  writeFileSync(join(dir, 'index.html'), 'x'.repeat(20_000_000)); // more than the system buffers
  shell = await openBrowserShell({
    port: 0,
    rendererDir: dir,
    openConnection: () => ({ receive: () => {}, close: () => {} }),
    onFault: () => {},
    onPageClosed: () => {},
  });
  port = Number(new URL(shell.origin).port);
});
afterEach(async () => {
  await shell.close();
  const held = clients.splice(0).filter((client) => !client.closed);
  await Promise.all(
    held.map((client) => {
      const closed = once(client, 'close');
      client.destroy();
      return closed;
    }),
  );
  rmSync(dir, { recursive: true });
});

/** A client that never closes its half and reads only what the test reads. */
function holdOn(request: string): Socket {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  socket.on('error', () => undefined);
  socket.write(request);
  clients.push(socket);
  return socket;
}

function upgrade(headers: readonly string[]): string {
  return [
    'GET /rpc HTTP/1.1',
    `Host: 127.0.0.1:${port}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    ...headers,
    '\r\n',
  ].join('\r\n');
}

function firstBytes(socket: Socket): Promise<string> {
  return new Promise((resolve) => socket.once('data', (bytes) => resolve(bytes.toString())));
}

/** Open TCP connections of this process: each client's end, and the server's. */
function handles(): number {
  return process.getActiveResourcesInfo().filter((name) => name === 'TCPSocketWrap').length;
}

/** Closes the shell while the clock of its deadlines goes on by this, however long that takes. */
async function closeWithin(ms: number): Promise<void> {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const closed = shell.close();
  await vi.advanceTimersByTimeAsync(ms);
  await closed; // a deadline behind it never comes
}

test('refused upgrades hold no connection, though their clients never close', async () => {
  const before = handles();
  const refused = Array.from({ length: 200 }, () => holdOn(upgrade(['Origin: http://x.example'])));
  const answers = await Promise.all(refused.map(firstBytes));

  while (handles() > before + refused.length) await nextTurn();

  expect(new Set(answers.map((answer) => answer.split('\r\n')[0]))).toEqual(
    new Set(['HTTP/1.1 403 Forbidden']),
  );
  await closeWithin(CLOSE_MS_MAX);
});

test('a refused client that never reads is dropped too', async () => {
  const before = handles();
  // The page asked for first fills what the system buffers, so that the refusal waits behind it.
  const page = `GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`;
  const slow = holdOn(page + upgrade(['Origin: http://x.example']));
  slow.pause();

  while (handles() < before + 2) await nextTurn();
  while (handles() > before + 1) await nextTurn();

  await closeWithin(CLOSE_MS_MAX);
});

test('frozen pages, slow readers and half-open clients do not hold up closing', async () => {
  const { origin, key } = await openSession(shell.newLink());
  const own = [`Origin: ${origin}`, `Sec-WebSocket-Protocol: lapak, ${key}`];
  const frozen = Array.from({ length: 8 }, () => holdOn(upgrade(own)));
  expect((await Promise.all(frozen.map(firstBytes))).join()).toContain('101 Switching Protocols');
  for (const socket of frozen) socket.pause(); // never answers the closing of its WebSocket
  holdOn(''); // says nothing at all
  const slow = holdOn(`GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`);
  await firstBytes(slow);
  slow.pause();
  const sending = holdOn(
    `POST /session HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Length: 9\r\n\r\n`,
  );
  await firstBytes(sending);

  await closeWithin(CLOSE_MS_MAX);
  while (shell.pages() > 0) await nextTurn();
});

test('a page that answers is told why it closes, and no deadline is waited for', async () => {
  const socket = openSocket(await openSession(shell.newLink()));
  await new Promise((resolve) => socket.once('open', resolve));
  const closed = new Promise((resolve) => {
    socket.once('close', (code, reason) => resolve([code, reason.toString()]));
  });

  await closeWithin(0);

  expect(await closed).toEqual([1001, 'till closed']);
});
