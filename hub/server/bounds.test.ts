import { once } from 'node:events';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { signRequest } from '../../node/http/signed-request.ts';
import { onSqlite } from '../../test/support/hub-databases.ts';
import { openTestServer, type TestServer } from '../../test/support/hub-server.ts';
import {
  aBatch,
  enrolledTill,
  firstNonce,
  sendSigned,
  type TillKeys,
} from '../../test/support/hub-till.ts';
import { openSocket } from '../../test/support/raw-socket.ts';
import { isLoopback, subscriberOf } from './addresses.ts';
import { openBodyRoom } from './body-room.ts';
import { isBoundedJson } from './bounded-json.ts';
import { countWrongSignatures } from './wrong-signatures.ts';

/** The head of a signed batch whose body is still to come. */
async function headOf(server: TestServer, till: TillKeys, body: Buffer, nonce: string) {
  const url = `${server.url}/v1/batches`;
  const { device: keyId, transportKey: key } = till;
  const signed = await signRequest({ method: 'POST', url, body }, { keyId, key, nonce });
  const fields = Object.entries({
    ...signed,
    'content-length': body.length,
    host: url.split('/')[2],
  });
  const lines = fields.map(([name, value]) => `${name}: ${value}`);
  return `POST /v1/batches HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`;
}

/** What a socket is told first. */
async function firstPiece({ socket }: ReturnType<typeof openSocket>): Promise<string> {
  const [piece] = (await once(socket, 'data')) as Buffer[]; // a socket's data are bytes
  return String(piece);
}

const body = Buffer.from(JSON.stringify(aBatch.body));

onSqlite('a body is taken only of whoever signed it, and one for a nonce', async ({ open }) => {
  await using server = await openTestServer(await open());
  const till = await enrolledTill(server);
  const other = { ...till, transportKey: till.key };
  const nonce = await firstNonce(server, till);
  const byOther = openSocket(server);
  byOther.socket.write(await headOf(server, other, body, nonce));
  expect(await firstPiece(byOther)).toMatch(/^HTTP\/1.1 401 /);

  const head = await headOf(server, till, body, nonce);
  const first = openSocket(server);
  first.socket.write(head);
  await expect
    .poll(() => server.hub.database.db.selectFrom('used_nonce').select('nonce').execute())
    .toHaveLength(1);
  const second = openSocket(server);
  second.socket.write(head);
  expect(await firstPiece(second)).toMatch(/^HTTP\/1.1 401 /);
  first.socket.write(body);
  expect(await firstPiece(first)).toMatch(/^HTTP\/1.1 200 /);
  for (const { socket } of [byOther, first, second]) socket.destroy();
});

onSqlite('a device has room for so many bytes at once, until they are answered', async (fresh) => {
  const limits = { bodiesOfDeviceBytesMax: 3 * body.length };
  await using server = await openTestServer(await fresh.open(), { limits });
  const till = await enrolledTill(server);
  const begin = async () => {
    const socket = openSocket(server);
    const nonce = await firstNonce(server, till);
    socket.socket.write(await headOf(server, till, body, nonce));
    return socket;
  };
  const waiting = [await begin(), await begin()];
  await expect
    .poll(() => server.hub.database.db.selectFrom('used_nonce').select('nonce').execute())
    .toHaveLength(2);
  const refused = await begin().then(async (one) => {
    one.socket.write(body);
    return firstPiece(one);
  });
  expect(refused).toMatch(/^HTTP\/1.1 503 .*\r\n[^]*HUB_BUSY/);
  for (const { socket } of waiting) socket.destroy();

  const send = async () => {
    const nonce = await firstNonce(server, till);
    return (await sendSigned(server, till, { ...aBatch, nonce })).status;
  };
  await expect.poll(send).toBe(200);
});

test('room is shared by all, and given back once', () => {
  const room = openBodyRoom({ bodiesBytesMax: 10, bodiesOfDeviceBytesMax: 6 });
  const [one, two, three] = [room.enter('a'), room.enter('a'), room.enter('b')];
  one.take(4);
  expect(() => two.take(3)).toThrow('HUB_BUSY');
  two.take(2);
  expect(() => three.take(5)).toThrow('HUB_BUSY');
  three.take(4);
  one.leave();
  one.leave();
  expect(() => three.take(3)).toThrow('HUB_BUSY');
  room.enter('a').take(4);
});

onSqlite('bodies that were answered take no room', async (fresh) => {
  const limits = { bodiesOfDeviceBytesMax: 4 * body.length };
  await using server = await openTestServer(await fresh.open(), { limits });
  const till = await enrolledTill(server);
  for (let call = 0; call < 10; call += 1) {
    const nonce = await firstNonce(server, till);
    expect((await sendSigned(server, till, { ...aBatch, nonce })).status).toBe(200);
  }
});

onSqlite('who signs wrong again and again is not looked at for a while', async ({ open }) => {
  await using server = await openTestServer(await open(), {
    limits: { wrongSignaturesPerMinute: 3 },
  });
  const till = await enrolledTill(server);
  const wrong = { ...till, transportKey: till.key };
  const statuses: number[] = [];
  for (let call = 0; call < 5; call += 1) {
    const nonce = await firstNonce(server, till);
    statuses.push((await sendSigned(server, wrong, { ...aBatch, nonce })).status);
  }
  expect(statuses).toEqual([401, 401, 401, 429, 429]);
});

test('wrong signatures of an address are forgotten after a minute, and are its own', () => {
  let nowMs = 0;
  const limits = { wrongSignaturesPerMinute: 1, addressesMax: 2 };
  const wrong = countWrongSignatures(limits, () => nowMs);
  const from = (ip: string) => ({ ip, device: 'a' });
  for (const ip of ['2001:db8::1', '10.0.0.1', '10.0.0.2']) wrong.count(from(ip));
  expect(() => wrong.assertFew(from('2001:db8::2'))).toThrow('TOO_MANY_REQUESTS');
  wrong.assertFew(from('2001:db8:0:1::1'));
  wrong.assertFew(from('10.0.0.2')); // no more addresses are counted than there is room for
  nowMs = 60_000;
  wrong.assertFew(from('10.0.0.1'));
});

test('what others sign wrong is not held against a till that signed well from there', () => {
  const limits = { wrongSignaturesPerMinute: 1, addressesMax: 9 };
  const wrong = countWrongSignatures(limits, () => 0);
  const honest = { ip: '10.0.0.1', device: 'honest' };
  const other = { ...honest, device: 'other' };
  wrong.pass(honest);
  wrong.count(other);
  wrong.assertFew(honest);
  expect(() => wrong.assertFew(other)).toThrow('TOO_MANY_REQUESTS');
  wrong.count(honest);
  expect(() => wrong.assertFew(honest)).toThrow('TOO_MANY_REQUESTS');
});

/** The first line of what a socket of its own is told; nothing where it is not taken. */
async function askHealth(server: TestServer): Promise<string> {
  const { socket, ended } = openSocket(server);
  socket.write('GET /healthz HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n');
  return (await ended).slice(0, 12);
}

for (const [publicUrl, answer] of [
  [null, ''],
  ['https://hub.example', 'HTTP/1.1 200'],
] as const) {
  const whose = publicUrl === null ? 'one address has only so many' : 'a proxy has any number';
  onSqlite(`of sockets ${whose}`, async ({ open }) => {
    const limits = { connectionsOfAddressMax: 3 };
    await using server = await openTestServer(await open(), { limits, publicUrl });
    const taken = [1, 2, 3].map(() => openSocket(server));
    await Promise.all(taken.map(({ socket }) => once(socket, 'connect')));
    expect(await askHealth(server)).toBe(answer);
    for (const { socket } of taken) socket.destroy();

    await expect.poll(() => askHealth(server)).toBe('HTTP/1.1 200');
  });
}

test('an address of IPv6 is its subscriber’s, and this computer’s is known by any name', () => {
  expect(subscriberOf('2001:db8::1')).toBe(subscriberOf('2001:db8::2'));
  expect(subscriberOf('::ffff:10.0.0.1')).toBe('10.0.0.1');
  expect(['127.0.0.1', '::1', '::ffff:127.0.0.1'].map(isLoopback)).toEqual([true, true, true]);
  expect(['10.0.0.1', '2001:db8::1', undefined].map(isLoopback)).toEqual([false, false, false]);
});

const deep = (depth: number) => Buffer.from('['.repeat(depth) + ']'.repeat(depth));

test('JSON that no call has is known before it is parsed', () => {
  const long = (values: number) =>
    Buffer.from(JSON.stringify(Array.from({ length: values }, () => 0)));
  expect([deep(32), deep(33), long(40_000), long(60_000)].map(isBoundedJson)).toEqual([
    true,
    false,
    true,
    false,
  ]);
  const text = JSON.stringify({ head: '[{"'.repeat(100_000), more: '\\"[' });
  expect(isBoundedJson(Buffer.from(text))).toBe(true);
  const beganMs = performance.now();
  isBoundedJson(Buffer.from('"[{,'.repeat(2_000_000)));
  expect(performance.now() - beganMs).toBeLessThan(1_000);
});

test('JSON counts as deep as it is, whatever its texts have', () => {
  const depthOf = (value: unknown): number =>
    typeof value === 'object' && value !== null
      ? 1 + Math.max(0, ...Object.values(value).map(depthOf))
      : 0;
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), fc.nat(34), (value, more) => {
      let nested: unknown = value;
      for (let level = 0; level < more; level += 1) nested = [nested];
      expect(isBoundedJson(Buffer.from(JSON.stringify(nested)))).toBe(depthOf(nested) <= 32);
    }),
  );
});

onSqlite('a socket on which a till has signed leaves its place to others', async ({ open }) => {
  const limits = { connectionsOfAddressMax: 20 };
  await using server = await openTestServer(await open(), { limits });
  const till = await enrolledTill(server);
  const nonce = await firstNonce(server, till);
  const own = openSocket(server);
  const others: (typeof own)[] = [];
  while ((await askHealth(server)) !== '') others.push(openSocket(server));

  own.socket.write(await headOf(server, till, body, nonce));
  own.socket.write(body);
  expect(await firstPiece(own)).toMatch(/^HTTP\/1.1 200 /);

  expect(await askHealth(server)).toBe('HTTP/1.1 200');
  for (const { socket } of [own, ...others]) socket.destroy();
});
