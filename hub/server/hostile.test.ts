import { once } from 'node:events';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect } from 'vitest';
import { hubContract } from '../../domain/hub-contract.ts';
import { onSqlite } from '../../test/support/hub-databases.ts';
import { openTestServer, type TestServer } from '../../test/support/hub-server.ts';
import { enrolledTill, firstNonce, sendSigned } from '../../test/support/hub-till.ts';
import { openSocket } from '../../test/support/raw-socket.ts';
import { callsOf } from './contract-calls.ts';

const limits = { openCallsPerMinute: 100_000 };

/** Sends these bytes and says what came back until the hub closed. */
async function sendRaw(server: TestServer, bytes: string | Buffer): Promise<string> {
  const { socket, ended } = openSocket(server);
  socket.write(bytes);
  return ended;
}

const enrolment = (length: number, more = '') =>
  `POST /v1/enrolments HTTP/1.1\r\nHost: h\r\nContent-Length: ${length}\r\n${more}\r\n`;

onSqlite('a body of 100 MB is refused before it is read', async ({ open }) => {
  await using server = await openTestServer(await open(), { limits });
  const declared = openSocket(server);
  declared.socket.write(enrolment(100_000_000));
  const [piece] = await once(declared.socket, 'data');
  declared.socket.destroy();

  expect(String(piece)).toMatch(/^HTTP\/1.1 413 /);
  expect(String(piece)).toContain('"code":"BATCH_TOO_LARGE"');
});

onSqlite('a body without end is cut off', async ({ open }) => {
  await using server = await openTestServer(await open(), { limits });
  const { socket, ended } = openSocket(server);
  socket.write('POST /v1/enrolments HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n');
  const chunk = Buffer.concat([Buffer.from('10000\r\n'), Buffer.alloc(0x1_00_00, 120)]);
  let sent = 0;
  while (sent < 100_000_000 && !socket.destroyed) {
    const isTaken = socket.write(Buffer.concat([chunk, Buffer.from('\r\n')]));
    sent += chunk.length;
    if (!isTaken) await Promise.race([once(socket, 'drain'), ended]).catch(() => undefined);
  }
  socket.destroy();

  expect(await ended).toMatch(/^HTTP\/1.1 413 /);
  expect(sent).toBeLessThan(100_000_000);
});

onSqlite('a bomb of gzip is refused before it is unfolded', async ({ open }) => {
  await using server = await openTestServer(await open(), { limits });
  const till = await enrolledTill(server);
  const nonce = await firstNonce(server, till);
  // While this process packs it nothing else runs: no longer than an open connection waits.
  const bomb = { size: 0, records: ['0'.repeat(40_000_000)] };
  const answer = await sendSigned(server, till, { path: '/v1/batches', body: bomb, nonce });
  const open16 = gzipSync(Buffer.alloc(1_000_000));
  const unsigned = await fetch(`${server.url}/v1/enrolments`, {
    method: 'POST',
    headers: { 'content-encoding': 'gzip' },
    body: open16,
  });

  expect(answer).toMatchObject({ status: 413, code: 'BATCH_TOO_LARGE' });
  expect(unsigned.status).toBe(413);
});

onSqlite('what is no gzip, no UTF-8 or no JSON is 400', async ({ open }) => {
  await using server = await openTestServer(await open(), { limits });
  const bodies: [string, Buffer][] = [
    ['gzip', Buffer.from('{}')],
    ['gzip', gzipSync('{}').subarray(0, 12)],
    ['br', Buffer.from('{}')],
    ['identity', Buffer.from([0x22, 0xff, 0x22])],
    ['identity', Buffer.from('{"claim":')],
    ['identity', Buffer.from('')],
    ['identity', Buffer.from('null')],
    ['identity', Buffer.from('['.repeat(8_000) + ']'.repeat(8_000))],
    ['identity', Buffer.from('{"__proto__":{"claim":1}}')],
  ];
  for (const [encoding, body] of bodies) {
    const response = await fetch(`${server.url}/v1/enrolments`, {
      method: 'POST',
      headers: { 'content-encoding': encoding },
      body: new Uint8Array(body),
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 'INPUT_INVALID', status: 400, data: {} });
  }
});

onSqlite('a request to two hosts is to none', async ({ open }) => {
  await using server = await openTestServer(await open(), { limits });
  const request = 'GET /healthz HTTP/1.1\r\nConnection: close\r\n';
  const hosts = ['Host: a\r\n', 'Host: a\r\nhost: b\r\n', 'Host: a\r\nHost: a\r\n'];
  const answers = await Promise.all(hosts.map((host) => sendRaw(server, `${request}${host}\r\n`)));

  expect(answers.map((answer) => answer.slice(9, 12))).toEqual(['200', '400', '400']);
  expect(answers[1]).toContain('INPUT_INVALID');
});

onSqlite('slow bodies and sockets that say nothing are closed', async ({ open }) => {
  const times = { headersMs: 150, requestMs: 300, checkMs: 50 };
  await using server = await openTestServer(await open(), { limits: { ...limits, ...times } });
  const [slow, begun] = [openSocket(server), openSocket(server)];
  slow.socket.write(`${enrolment(1_000)}{`);
  begun.socket.write('POST /v1/enrol');
  const silent = Array.from({ length: 20 }, () => openSocket(server));

  expect(await slow.ended).toMatch(/^HTTP\/1.1 408 /);
  expect(await begun.ended).toMatch(/^HTTP\/1.1 408 /);
  expect(await Promise.all(silent.map(({ ended }) => ended))).toHaveLength(20);
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
});

onSqlite('no more sockets are taken than there is room for', async ({ open }) => {
  const few = { ...limits, connectionsMax: 3 };
  await using server = await openTestServer(await open(), { limits: few });
  const taken = [1, 2, 3].map(() => openSocket(server));
  await Promise.all(taken.map(({ socket }) => once(socket, 'connect')));
  const refused = await sendRaw(server, 'GET /healthz HTTP/1.1\r\nHost: h\r\n\r\n');
  for (const { socket } of taken) socket.destroy();
  await Promise.all(taken.map(({ ended }) => ended));

  expect(refused).toBe('');
});

const routes = [
  '/healthz',
  '/readyz',
  '/metrics',
  '/openapi.json',
  '/docs',
  ...callsOf(hubContract).map(({ path }) => `/v1${path.replace(/\{\w+\}/g, 'x')}`),
  '/v1',
  '/v1/',
  '/',
];
const methods = ['GET', 'POST', 'HEAD', 'OPTIONS', 'PUT', 'DELETE', 'TRACE', 'BREW', ''];
const field = fc.constantFrom(
  'signature',
  'signature-input',
  'content-digest',
  'content-encoding',
  'content-type',
  'content-length',
  'transfer-encoding',
  'host',
  'x-forwarded-for',
  'expect',
  'upgrade',
);
const garbage = fc.record({
  method: fc.constantFrom(...methods),
  path: fc.oneof(fc.constantFrom(...routes), fc.webPath(), fc.string()),
  query: fc.oneof(fc.constant(''), fc.webQueryParameters(), fc.string({ unit: 'binary' })),
  fields: fc.array(
    fc.tuple(
      field,
      fc.oneof(
        fc.string(),
        fc.string({ unit: 'binary' }),
        fc.constantFrom('gzip', 'chunked', '5', 'multipart/form-data; boundary=x', 'h', '::1'),
        fc.constant('lapak=("@method");keyid="00000000000000000000000000000000";nonce="x"'),
      ),
    ),
    { maxLength: 4 },
  ),
  body: fc.oneof(fc.json(), fc.string({ unit: 'binary' }), fc.uint8Array()),
});

const wellFormed = { method: 'GET', path: '/healthz', query: '', fields: [], body: '' };

onSqlite('whatever is sent to whichever route, no answer is a fault', async ({ open }) => {
  await using server = await openTestServer(await open(), { limits });
  const heard = new Set<string>();
  await fc.assert(
    fc.asyncProperty(garbage, async ({ method, path, query, fields, body }) => {
      const bytes = Buffer.from(body);
      const isSized = fields.some(([name]) => /length|transfer/.test(name));
      const lines = [
        `${method} ${path}${query && '?'}${query} HTTP/1.1`,
        ...(fields.some(([name]) => name === 'host') ? [] : ['Host: h']),
        'Connection: close',
        ...(isSized ? [] : [`Content-Length: ${bytes.length}`]),
        ...fields.map(([name, value]) => `${name}: ${value}`),
      ];
      const { socket, ended } = openSocket(server);
      socket.end(Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), bytes]));
      const answer = await ended;
      const [, status = 'none'] = /^HTTP\/1\.1 (\d+)/.exec(answer) ?? [];
      heard.add(status);
      expect(status).not.toMatch(/^5/);
      expect(answer).not.toMatch(/\n\s+at |node_modules|\.ts:\d/);
    }),
    { numRuns: 600, examples: [[wellFormed]] },
  );
  expect([...heard]).toEqual(expect.arrayContaining(['200', '400', '404']));
  const faults = server.lines.filter((line) => !/"level":30/.test(line));
  expect(faults).toEqual([]);
});
