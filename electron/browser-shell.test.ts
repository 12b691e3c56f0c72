import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingMessage, request as httpRequest } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { translator } from '../domain/text.ts';
import { type BrowserShell, openBrowserShell } from './browser-shell.ts';
import { proveAnswer, proveRequest } from './shell/link-proof.ts';

const faults: unknown[] = [];
let dir: string;
let shell: BrowserShell;
let port: number;

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'lapak-browser-shell-'));
  const rendererDir = join(dir, 'renderer');
  mkdirSync(join(rendererDir, 'assets'), { recursive: true });
  writeFileSync(join(rendererDir, 'index.html'), '<title>Lapak</title>');
  writeFileSync(join(rendererDir, 'assets', 'index-D4AemvyL.js'), 'let a;');
  writeFileSync(join(rendererDir, 'notes.txt'), 'not a part of the screen');
  writeFileSync(join(dir, 'device-key.pem'), 'secret');
  faults.length = 0;
  shell = await openBrowserShell({
    port: 0,
    rendererDir,
    serve: (socket) =>
      socket.on('message', (data) => socket.send(`echo ${(data as Buffer).toString()}`)),
    onFault: (error) => faults.push(error),
    onScreenClosed: () => {},
  });
  port = Number(new URL(shell.origin).port);
});

afterEach(async () => {
  await shell.close();
  rmSync(dir, { recursive: true });
});

interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A request as written, with the path not tidied and no header added but Host. */
async function ask(path: string, { method = 'GET', headers = {} }: Asked = {}) {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const sent = httpRequest({ host: '127.0.0.1', port, path, method, headers }, resolve);
    sent.on('error', reject).end();
  });
  return {
    status: response.statusCode,
    headers: response.headers,
    setCookie: response.headers['set-cookie']?.[0] ?? '',
    body: await text(response),
  };
}

async function signIn(): Promise<string> {
  const { pathname, search } = new URL(shell.newLink());
  const answer = await ask(pathname + search);
  return answer.setCookie.split(';')[0] ?? '';
}

/** @returns the echo of a first message, or the status that refused the socket. */
function dial(path: string, headers: Readonly<Record<string, string>>): Promise<string | number> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers });
    socket.on('open', () => socket.send('halo'));
    socket.on('message', (data) => {
      socket.close();
      resolve((data as Buffer).toString()); // one frame, as ws hands it over
    });
    socket.on('unexpected-response', (_request, { statusCode = 0 }) => {
      socket.terminate();
      resolve(statusCode);
    });
    socket.on('error', reject);
  });
}

test('a link opens a session once, by a cookie no script and no other site can use', async () => {
  const link = new URL(shell.newLink());

  const first = await ask(`/${link.search}`);
  const second = await ask(`/${link.search}`);

  expect(first.status).toBe(303);
  expect(first.headers.location).toBe('/');
  expect(first.setCookie).toMatch(
    new RegExp(`^lapak-session-${port}=[\\w-]{43}; HttpOnly; SameSite=Strict; Path=/$`),
  );
  expect(second.status).toBe(403);
  expect(second.setCookie).toBe('');
  expect(second.body).toContain(translator('id').text('shell.linkUsed'));
  expect(second.body).toContain(translator('en').text('shell.linkUsed'));
});

test('the session of a link shows the screen, again and again', async () => {
  const cookie = await signIn();

  const first = await ask('/', { headers: { cookie } });
  const again = await ask('/', { headers: { cookie } });

  expect(first).toMatchObject({ status: 200, body: '<title>Lapak</title>' });
  expect(again.status).toBe(200);
});

test.each(['/', '/assets/index-D4AemvyL.js', '/nothing'])(
  'without a session %s says how to get in',
  async (path) => {
    const none = await ask(path);
    const wrong = await ask(path, { headers: { cookie: `lapak-session-${port}=wrong` } });

    expect(none.status).toBe(403);
    expect(none.body).toContain(translator('id').text('shell.linkNeeded'));
    expect(wrong.status).toBe(403);
  },
);

test('every answer carries the policy that lets a page load only its own files', async () => {
  const cookie = await signIn();
  const answers = [
    await ask('/', { headers: { cookie } }),
    await ask('/'),
    await ask('/?token=wrong'),
    await ask(`/${new URL(shell.newLink()).search}`),
    await ask('/nothing', { headers: { cookie } }),
  ];

  expect(answers.map((answer) => answer.status)).toEqual([200, 403, 403, 303, 404]);
  for (const { headers } of answers) {
    expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self';");
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
  }
});

test('files with a hash in their name are kept by the browser, the page is not', async () => {
  const headers = { cookie: await signIn() };

  const page = await ask('/', { headers });
  const script = await ask('/assets/index-D4AemvyL.js', { headers });

  expect(page.headers['cache-control']).toBe('no-store');
  expect(script.headers['cache-control']).toContain('immutable');
  expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8');
});

test.each([
  '/../device-key.pem',
  '/assets/../../device-key.pem',
  '/%2e%2e/device-key.pem',
  '/..%2fdevice-key.pem',
  '/assets/..%5c..%5cdevice-key.pem',
  '//../device-key.pem',
  '/index.html%00.js',
  '/notes.txt',
])('no path leads out of the screen: %s', async (path) => {
  const answer = await ask(path, { headers: { cookie: await signIn() } });

  expect(answer.status).toBe(404);
  expect(answer.body).not.toContain('secret');
});

test('a page that points its own domain here is refused, also with a good session', async () => {
  const cookie = await signIn();
  const link = new URL(shell.newLink());

  const rebound = await ask('/', { headers: { cookie, host: `mall.example:${port}` } });
  const linked = await ask(`/${link.search}`, { headers: { host: `mall.example:${port}` } });
  const local = await ask('/', { headers: { cookie, host: `localhost:${port}` } });

  expect(rebound.status).toBe(403);
  expect(rebound.body).toContain(translator('id').text('shell.foreign'));
  expect(linked.setCookie).toBe('');
  expect(local.status).toBe(200);
});

test('requests of a page of another origin are refused', async () => {
  const cookie = await signIn();

  const foreign = ['http://mall.example', `http://127.0.0.1:${port + 1}`, 'null'];
  const statuses = await Promise.all(
    foreign.map(async (origin) => (await ask('/', { headers: { cookie, origin } })).status),
  );

  expect(statuses).toEqual([403, 403, 403]);
});

test('only reading is answered', async () => {
  const headers = { cookie: await signIn(), origin: shell.origin };

  expect((await ask('/', { method: 'POST', headers })).status).toBe(405);
  expect((await ask('/', { method: 'DELETE', headers })).status).toBe(405);
  expect(await ask('/', { method: 'HEAD', headers })).toMatchObject({ status: 200, body: '' });
});

test('a socket opens for the own page with a session', async () => {
  const cookie = await signIn();

  expect(await dial('/rpc', { cookie, origin: shell.origin })).toBe('echo halo');
});

test('a socket without session, of another origin, host or path is refused', async () => {
  const cookie = await signIn();
  const { origin } = shell;

  expect(await dial('/rpc', { origin })).toBe(403);
  expect(await dial('/rpc', { origin, cookie: `lapak-session-${port}=wrong` })).toBe(403);
  expect(await dial('/rpc', { cookie })).toBe(403);
  expect(await dial('/rpc', { cookie, origin: 'http://mall.example' })).toBe(403);
  expect(await dial('/rpc', { cookie, origin: `http://127.0.0.1:${port + 1}` })).toBe(403);
  const rebound = { host: `mall.example:${port}`, origin: `http://mall.example:${port}` };
  expect(await dial('/rpc', { cookie, ...rebound })).toBe(403);
  expect(await dial('/other', { cookie, origin })).toBe(403);
  expect(shell.screens()).toBe(0);
});

test('a message larger than any catalog closes its socket and nothing else', async () => {
  const headers = { cookie: await signIn(), origin: shell.origin };
  const socket = new WebSocket(`ws://127.0.0.1:${port}/rpc`, { headers });
  await new Promise((resolve) => socket.once('open', resolve));

  socket.send(Buffer.alloc(40_000_001));
  const code = await new Promise((resolve) => socket.once('close', resolve));

  expect(code).toBe(1009);
  expect(faults).toHaveLength(1);
  expect(await dial('/rpc', headers)).toBe('echo halo');
});

test('new links are sent for a proof of the key of the data folder only', async () => {
  const request = { origin: shell.origin, nonce: 'once' };
  const post = (key: string, asked = request) =>
    ask('/links', {
      method: 'POST',
      headers: { 'lapak-nonce': request.nonce, 'lapak-proof': proveRequest(key, asked) },
    });

  const given = await post(shell.linkKey);
  const wrong = await post('another key');
  const replayed = await post(shell.linkKey, { ...request, nonce: 'another' });
  const elsewhere = await post(shell.linkKey, { ...request, origin: 'http://127.0.0.1:4000' });
  const page = await ask('/links', { method: 'POST', headers: { cookie: await signIn() } });

  const { links, proof } = JSON.parse(given.body) as { links: string[]; proof: string };
  expect(proof).toBe(proveAnswer(shell.linkKey, request, links));
  expect((await ask(`/${new URL(links[0] ?? '').search}`)).status).toBe(303);
  expect([wrong, replayed, elsewhere, page].map(({ status }) => status)).toEqual([
    403, 403, 403, 403,
  ]);
});

test('a port that another program holds is an expected failure', async () => {
  const holder = createServer();
  await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve));
  const held = (holder.address() as { port: number }).port; // a TCP server's address has a port

  const opening = openBrowserShell({
    port: held,
    rendererDir: join(dir, 'renderer'),
    serve: () => {},
    onFault: () => {},
    onScreenClosed: () => {},
  });

  await expect(opening).rejects.toMatchObject({ code: 'PORT_IN_USE', data: { port: held } });
  await new Promise((resolve) => holder.close(resolve));
});

test('no other address of the computer answers', async ({ skip }) => {
  skip(process.platform !== 'linux', 'only Linux answers for all of 127.0.0.0/8');
  const refused = await new Promise<string>((resolve) => {
    const sent = httpRequest({ host: '127.0.0.2', port, path: '/' }, () => resolve('answered'));
    sent.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? ''));
    sent.end();
  });

  expect(refused).toBe('ECONNREFUSED');
});
