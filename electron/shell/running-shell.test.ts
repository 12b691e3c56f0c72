import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
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
    serve: () => {},
    onFault: () => {},
    onScreenClosed: () => {},
  });
}

test('a second start gets two links from the shell that runs on the folder', async () => {
  const shell = await openShell();
  writeRunningShell(dir, { origin: shell.origin, linkKey: shell.linkKey });

  const links = await requestLinks(dir);

  expect(links?.map((link) => link.startsWith(`${shell.origin}/?token=`))).toEqual([true, true]);
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

test('another program on an old port is not believed', async () => {
  const shell = await openShell();
  writeRunningShell(dir, { origin: shell.origin, linkKey: 'of another shell' });

  expect(await requestLinks(dir)).toBeNull();
  await shell.close();
});
