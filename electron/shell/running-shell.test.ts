import { execFileSync } from 'node:child_process';
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openBrowserShell } from '../browser-shell.ts';
import { writeRunningShell, requestLinks, removeRunningShell } from './running-shell.ts';

let dir: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'lapak-running-shell-'));
  mkdirSync(join(dir, 'renderer'));
});
afterEach(() => rmSync(dir, { recursive: true }));

function openShell() {
  return openBrowserShell({
    port: 0,
    rendererDir: join(dir, 'renderer'),
    openConnection: () => ({ receive: () => {}, close: () => {} }),
    onFault: () => {},
    onPageClosed: () => {},
  });
}

test('a second start gets two links from the shell that runs on the folder', async () => {
  const shell = await openShell();
  writeRunningShell(dir, { origin: shell.origin, linkKey: shell.linkKey });

  const links = await requestLinks(dir);

  expect(links?.map((link) => link.startsWith(`${shell.origin}/#token=`))).toEqual([true, true]);
  expect(new Set(links).size).toBe(2);
  await shell.close();
});

test('only the owner of the folder can read the key', () => {
  writeFileSync(join(dir, 'browser-shell.json'), 'old', { mode: 0o644 });

  writeRunningShell(dir, { origin: 'http://127.0.0.1:4000', linkKey: 'key' });

  expect(statSync(join(dir, 'browser-shell.json')).mode & 0o077).toBe(0);
});

test('there are no links where no shell runs, or not any more', async () => {
  const shell = await openShell();

  const before = await requestLinks(dir);
  writeRunningShell(dir, { origin: shell.origin, linkKey: shell.linkKey });
  await shell.close();
  const killed = await requestLinks(dir);
  removeRunningShell(dir);
  const withdrawn = await requestLinks(dir);

  expect([before, killed, withdrawn]).toEqual([null, null, null]);
});

test('a shell of another key is not believed, and gives nothing', async () => {
  const shell = await openShell();
  writeRunningShell(dir, { origin: shell.origin, linkKey: 'of another shell' });

  expect(await requestLinks(dir)).toBeNull();
  await shell.close();
});

// What stays behind after a kill names a port that any program may have by now.
test('another server on the old port is not believed, and never sees the key', async () => {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    const origin = `http://${request.headers.host}`;
    seen.push(JSON.stringify(request.headers));
    const links = [`${origin}/#token=a`, `${origin}/#token=b`];
    const proof = String(request.headers['lapak-proof']); // all that it could know
    response.end(JSON.stringify({ links, proof }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a TCP server's address has a port
  writeRunningShell(dir, { origin: `http://127.0.0.1:${port}`, linkKey: 'the key' });

  expect(await requestLinks(dir)).toBeNull();
  expect(seen).toHaveLength(1);
  expect(seen.join()).not.toContain('the key');
  await new Promise((resolve) => server.close(resolve));
});

test('a server that never stops answering is left', async () => {
  const server = createServer((_request, response) => {
    const send = (): void => {
      while (response.write('['.repeat(10_000)));
      response.once('drain', send);
    };
    send();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a TCP server's address has a port
  writeRunningShell(dir, { origin: `http://127.0.0.1:${port}`, linkKey: 'the key' });

  const dropped = new Promise((resolve) => {
    server.once('connection', (socket) => socket.once('close', resolve));
  });
  expect(await requestLinks(dir)).toBeNull();
  await dropped;
  await new Promise((resolve) => server.close(resolve));
});

test('a link or a pipe in the place of the file is neither read nor written', async ({ skip }) => {
  skip(process.platform === 'win32', 'links and pipes are of Unix');
  const shell = await openShell();
  const planted = join(dir, 'planted.json');
  const file = join(dir, 'browser-shell.json');
  writeFileSync(planted, JSON.stringify({ origin: shell.origin, linkKey: shell.linkKey }));
  symlinkSync(planted, file);
  const linked = await requestLinks(dir);

  writeRunningShell(dir, { origin: 'http://127.0.0.1:4000', linkKey: 'key' });
  expect(lstatSync(file).isFile()).toBe(true);
  expect(readFileSync(planted, 'utf8')).toContain(shell.origin);

  rmSync(file);
  execFileSync('mkfifo', [file]);
  expect([linked, await requestLinks(dir)]).toEqual([null, null]);
  await shell.close();
});
