import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingMessage, request as httpRequest } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { translator } from '../domain/translator.ts';
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
    openConnection: (carrier) => ({
      receive: (text) => void carrier.send(`echo ${String(text)}`),
      close: () => {},
    }),
    onFault: (error) => faults.push(error),
    onPageClosed: () => {},
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
    body: await text(response),
  };
}

function newToken(): string {
  return new URL(shell.newLink()).hash.replace('#token=', '');
}

/** Opens a session as the page does. */
function signIn(token: string, key: string, headers: Readonly<Record<string, string>> = {}) {
  const own = { origin: shell.origin, 'lapak-key': key, 'lapak-token': token };
  return ask('/session', { method: 'POST', headers: { ...own, ...headers } });
}

async function aSession(): Promise<string> {
  const key = randomUUID();
  await signIn(newToken(), key);
  return key;
}

/** @returns the echo of a first message, or the status that refused the socket. */
function dial(
  path: string,
  key: string,
  headers: Readonly<Record<string, string>> = {},
  protocol = 'lapak',
): Promise<string | number> {
  return new Promise((resolve, reject) => {
    const protocols = key === '' ? [protocol] : [protocol, key];
    const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, protocols, {
      headers: { origin: shell.origin, ...headers },
    });
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

test('a link opens a session for the key of one page, once', async () => {
  const token = newToken();
  const [key, other] = [randomUUID(), randomUUID()];

  const first = await signIn(token, key);
  const again = await signIn(token, key); // a page whose answer was lost asks again
  const second = await signIn(token, other);

  expect([first.status, again.status, second.status]).toEqual([204, 204, 403]);
  expect(await dial('/rpc', key)).toBe('echo halo');
  expect(await dial('/rpc', other)).toBe(403);
});

test('nothing but the page uses a link up', async () => {
  const token = newToken();

  await ask('/', { method: 'HEAD' });
  await ask(`/?token=${token}`, { method: 'HEAD' });
  await ask(`/?token=${token}`);
  await ask('/session', { headers: { 'lapak-key': randomUUID(), 'lapak-token': token } });
  const noOrigin = { 'lapak-key': randomUUID(), 'lapak-token': token, origin: '' };
  const foreign = await ask('/session', { method: 'POST', headers: noOrigin });

  expect(foreign.status).toBe(403);
  expect((await signIn(token, randomUUID())).status).toBe(204);
});

// Cookies do not tell ports apart: a page of another local server can plant any, under any path.
test('no cookie opens anything, and none is in the way', async () => {
  const cookies = [
    'lapak-session=x',
    `lapak-session-${port}=x`,
    ...Array(180).fill('a'.repeat(4_000)),
  ];
  const cookie = cookies.join('; ');
  const key = randomUUID();

  const page = await ask('/', { headers: { cookie } });
  const opened = await signIn(newToken(), key, { cookie });

  expect([page.status, opened.status]).toEqual([200, 204]);
  expect(opened.headers['set-cookie']).toBeUndefined();
  expect(await dial('/rpc', '', { cookie })).toBe(403);
  expect(await dial('/rpc', key, { cookie })).toBe('echo halo');
});

test.each([
  ['/link-needed', 'shell.linkNeeded'],
  ['/link-used', 'shell.linkUsed'],
] as const)('%s says how to get in, in both languages', async (path, key) => {
  const { status, body } = await ask(path);

  expect(status).toBe(403);
  expect(body).toContain(translator('id').text(key));
  expect(body).toContain(translator('en').text(key));
});

test('every answer carries the policy that lets a page load only its own files', async () => {
  const answers = [
    await ask('/'),
    await signIn(newToken(), randomUUID()),
    await signIn('wrong', randomUUID()),
    await ask('/nothing'),
    await ask('/', { method: 'DELETE' }),
  ];

  expect(answers.map((answer) => answer.status)).toEqual([200, 204, 403, 404, 405]);
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
  const page = await ask('/');
  const script = await ask('/assets/index-D4AemvyL.js');

  expect(page).toMatchObject({ status: 200, body: '<title>Lapak</title>' });
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
  const answer = await ask(path);

  expect(answer.status).toBe(404);
  expect(answer.body).not.toContain('secret');
});

test('a page that points its own domain here is refused, also with a good link', async () => {
  const token = newToken();
  const [host, localhost] = [`mall.example:${port}`, `localhost:${port}`];

  const rebound = await ask('/', { headers: { host } });
  const linked = await signIn(token, randomUUID(), { host, origin: `http://${host}` });
  const local = await ask('/', { headers: { host: localhost } });

  expect([rebound.status, linked.status, local.status]).toEqual([403, 403, 200]);
  expect(rebound.body).toContain(translator('id').text('shell.foreign'));
  expect((await signIn(token, randomUUID())).status).toBe(204);
});

test('requests of a page of another origin are refused', async () => {
  const token = newToken();
  const foreign = ['http://mall.example', `http://127.0.0.1:${port + 1}`, 'null'];

  const pages = await Promise.all(foreign.map((origin) => ask('/', { headers: { origin } })));
  const posts = await Promise.all(foreign.map((origin) => signIn(token, randomUUID(), { origin })));

  expect([...pages, ...posts].map(({ status }) => status)).toEqual(Array(6).fill(403));
});

test('only reading is answered, and the two requests that ask for more', async () => {
  const headers = { origin: shell.origin };

  expect((await ask('/', { method: 'POST', headers })).status).toBe(405);
  expect((await ask('/', { method: 'DELETE', headers })).status).toBe(405);
  expect((await ask('/session', { method: 'GET', headers })).status).toBe(404);
  expect(await ask('/', { method: 'HEAD', headers })).toMatchObject({ status: 200, body: '' });
});

test('a socket without session, of another origin, host, protocol or path is refused', async () => {
  const key = await aSession();
  const rebound = { host: `mall.example:${port}`, origin: `http://mall.example:${port}` };

  expect(await dial('/rpc', key)).toBe('echo halo');
  expect(await dial('/rpc', '')).toBe(403);
  expect(await dial('/rpc', randomUUID())).toBe(403);
  expect(await dial('/rpc', key, { origin: '' })).toBe(403);
  expect(await dial('/rpc', key, { origin: 'http://mall.example' })).toBe(403);
  expect(await dial('/rpc', key, { origin: `http://127.0.0.1:${port + 1}` })).toBe(403);
  expect(await dial('/rpc', key, rebound)).toBe(403);
  expect(await dial('/rpc', key, {}, 'other')).toBe(403);
  expect(await dial('/other', key)).toBe(403);
});

test('a message larger than any catalog closes its socket and nothing else', async () => {
  const key = await aSession();
  const { origin } = shell;
  const socket = new WebSocket(`ws://127.0.0.1:${port}/rpc`, ['lapak', key], { origin });
  await new Promise((resolve) => socket.once('open', resolve));

  socket.send(Buffer.alloc(40_000_001));
  const code = await new Promise((resolve) => socket.once('close', resolve));

  expect(code).toBe(1009);
  expect(faults).toHaveLength(1);
  expect(await dial('/rpc', key)).toBe('echo halo');
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
  const page = await ask('/links', { method: 'POST', headers: { 'lapak-key': await aSession() } });

  const { links, proof } = JSON.parse(given.body) as { links: string[]; proof: string };
  expect(proof).toBe(proveAnswer(shell.linkKey, request, links));
  const token = new URL(links[0] ?? '').hash.replace('#token=', '');
  expect((await signIn(token, randomUUID())).status).toBe(204);
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
    openConnection: () => ({ receive: () => {}, close: () => {} }),
    onFault: () => {},
    onPageClosed: () => {},
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
