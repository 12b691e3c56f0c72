import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { WebSocket } from 'ws';
import { translator } from '../domain/translator.ts';
import {
  connectPage,
  openSession,
  openSocket,
  type PageSession,
} from '../test/support/page-connection.ts';
import { startBrowserShell, startLapak, startLapakWith } from '../test/support/start-lapak.ts';
import { closeTill, openTill } from './till/open-till.ts';
import { hasDisplay } from './shell/electron-binary.ts';

/** Lapak gives a frozen page a second; a WebSocket by itself waits for thirty. */
const STOP_MS_MAX = 15_000;

let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'lapak-start-'));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

test('--no-open prints one JSON line when the till is ready', async () => {
  const started = await startBrowserShell(dataDir);
  const page = await connectPage(started.url);

  const startup = await page.till.system.startup();

  expect(Object.keys(JSON.parse(started.lines[0] ?? ''))).toEqual(['url']);
  expect(startup).toMatchObject({ state: 'ready', shell: 'browser' });
  await page.close();
  await started.stop();
  expect(started.lines).toHaveLength(1);
});

test.each(['SIGTERM', 'SIGINT'] as const)('%s closes the till in order', async (signal) => {
  const started = await startBrowserShell(dataDir);
  await connectPage(started.url); // an open screen does not hold it up

  const { code, stderr } = await started.stop(signal);

  expect(code).toBe(0);
  expect(stderr).toBe('');
  expect(existsSync(join(dataDir, 'browser-shell.json'))).toBe(false);
});

test('a frozen page does not keep the folder from the next start', async () => {
  const started = await startBrowserShell(dataDir);
  const frozen = await openSocketOf(await openSession(started.url));
  frozen.pause(); // never answers the closing of its WebSocket

  const startedAt = performance.now();
  const { code } = await started.stop();

  expect(code).toBe(0);
  expect(performance.now() - startedAt).toBeLessThan(STOP_MS_MAX);
  await closeTill(await openTill({ dataDir, clock: Date.now }));
  frozen.terminate();
});

test('a first start has the sample stall, a second start finds its book as it was', async () => {
  const first = await startBrowserShell(dataDir);
  const firstPage = await connectPage(first.url);
  const before = await firstPage.till.system.startup();
  await first.stop();

  const second = await startBrowserShell(dataDir);
  const secondPage = await connectPage(second.url);
  const after = await secondPage.till.system.startup();
  await second.stop();

  expect(before).toMatchObject({ state: 'ready', products: expect.any(Number) });
  expect(after).toEqual(before);
});

test('a second start with --no-open prints a fresh link as one JSON line and ends', async () => {
  const first = await startBrowserShell(dataDir);

  const second = startLapak('--data', dataDir, '--no-open');
  const { code, stderr } = await second.ended;

  const { url } = JSON.parse(second.lines[0] ?? '') as { url: string }; // else the test fails
  const page = await connectPage(url);
  expect(await page.till.system.startup()).toMatchObject({ state: 'ready' });
  expect([code, stderr, second.lines.length]).toEqual([0, '', 1]);
  expect(url).not.toBe(first.url);
  await first.stop();
});

test('a link that nobody reads is told in one sentence, and the till ends in order', async () => {
  const unread = startLapak('--data', dataDir, '--no-open');
  unread.stopReading();

  const { code, stderr } = await unread.ended;

  const sentence = translator('en').error('LINK_NOT_DELIVERED', { detail: 'write EPIPE' });
  expect([code, stderr.trimEnd().split('\n').at(-1)]).toEqual([1, sentence]);
  expect(existsSync(join(dataDir, 'browser-shell.json'))).toBe(false);
  await closeTill(await openTill({ dataDir, clock: Date.now }));
});

test('a fresh link that nobody reads leaves the till that runs as it was', async () => {
  const first = await startBrowserShell(dataDir);
  const unread = startLapak('--data', dataDir, '--no-open');
  unread.stopReading();

  expect(await unread.ended).toMatchObject({ code: 1, stderr: expect.stringContaining('EPIPE') });
  const page = await connectPage(first.url);
  expect(await page.till.system.startup()).toMatchObject({ state: 'ready' });
  expect(await first.stop()).toEqual({ code: 0, stderr: '' });
});

test('a folder whose till gives no links is told in one sentence', async () => {
  const till = await openTill({ dataDir, clock: Date.now }); // of no browser shell

  const second = startLapak('--data', dataDir, '--no-open');
  const { code, stderr } = await second.ended;

  expect(code).toBe(1);
  expect(stderr.trimEnd()).toBe(translator('en').text('error.folderInUse', { dataDir }));
  expect(second.lines).toEqual([]);
  await closeTill(till);
});

test('without --no-open a second start gets a new link', async ({ skip }) => {
  skip(hasDisplay(), 'on a computer with a display it would open a window there');
  const first = await startBrowserShell(dataDir);

  const second = startLapak('--data', dataDir, '--shell', 'browser');
  const { code, stderr } = await second.ended;

  const link = /http:\S+/.exec(stderr)?.[0] ?? '';
  const page = await connectPage(link);
  expect(code).toBe(0);
  expect(await page.till.system.startup()).toMatchObject({ state: 'ready' });
  await first.stop();
});

test('a wrong option is one sentence and exit 1', async () => {
  const { code, stderr } = await startLapak('--data', dataDir, '--colour').ended;

  expect(code).toBe(1);
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  expect(stderr).toContain('--colour');
});

test('a till stays while any of its windows is used, and ends with the last', async ({ skip }) => {
  skip(process.platform === 'win32', 'the browser is a shell script here');
  const browser = plantBrowser(join(dataDir, 'bin'));
  const first = startLapakWith(browser.env, '--data', dataDir, '--shell', 'browser');
  const [window = { pid: 0, link: '' }] = await browser.windows(1);
  const page = await openSession(window.link);
  let socket = await openSocketOf(page);

  const second = startLapakWith(browser.env, '--data', dataDir, '--shell', 'browser');
  const [, otherWindow = { pid: 0, link: '' }] = await browser.windows(2);
  expect((await second.ended).code).toBe(0);
  process.kill(otherWindow.pid); // as a browser that hands the link on to the one that runs
  const other = await openSocketOf(await openSession(otherWindow.link));

  process.kill(window.pid);
  await close(other);
  await close(socket); // the page is reloaded
  socket = await openSocketOf(page);
  expect(first.isRunning()).toBe(true);

  await close(socket);
  const { code, stderr } = await first.ended;
  expect(code).toBe(0);
  expect(stderr).toContain(translator('en').text('shell.windowClosed'));
});

test('an empty --data is refused: it does not open the book of the person', async () => {
  const home = join(dataDir, 'home');
  mkdirSync(home);

  const { code, stderr } = await startLapakWith({ HOME: home, XDG_DATA_HOME: '' }, '--data=').ended;

  expect(code).toBe(1);
  expect(stderr).toContain('--data');
  expect(readdirSync(home)).toEqual([]);
});

test('a till that cannot open still opens its screen, which says why', async () => {
  const file = join(dataDir, 'not-a-folder');
  writeFileSync(file, '');

  const started = await startBrowserShell(file);
  const page = await connectPage(started.url);
  const startup = await page.till.system.startup();
  const { code, stderr } = await started.stop();

  expect(startup).toMatchObject({ state: 'failed', code: 'FOLDER_READ_ONLY', dataDir: file });
  expect(stderr).toContain(translator('en').text('error.folderReadOnly', { dataDir: file }));
  expect(code).toBe(0);
});

interface PlantedWindow {
  readonly pid: number;
  readonly link: string;
}

/** A browser on the PATH that notes its link and waits until it is closed. */
function plantBrowser(binDir: string) {
  const log = join(binDir, 'windows');
  mkdirSync(binDir);
  writeFileSync(log, '');
  const script = `#!/bin/sh\necho "$$ $1" >> '${log}'\nexec sleep 600\n`;
  writeFileSync(join(binDir, 'google-chrome-stable'), script, { mode: 0o755 });
  return {
    env: { PATH: `${binDir}:${process.env.PATH}`, DISPLAY: ':0' },
    /** Waits until so many were opened. */
    windows: async (count: number): Promise<PlantedWindow[]> => {
      for (;;) {
        const lines = readFileSync(log, 'utf8').split('\n').slice(0, -1);
        if (lines.length >= count) return lines.map(readWindow);
        await pause(20);
      }
    },
  };
}

function readWindow(line: string): PlantedWindow {
  const [pid, link = ''] = line.split(' --app=');
  return { pid: Number(pid), link };
}

async function openSocketOf(page: PageSession): Promise<WebSocket> {
  const socket = openSocket(page);
  await once(socket, 'open');
  return socket;
}

async function close(socket: WebSocket): Promise<void> {
  socket.close();
  await once(socket, 'close');
}
