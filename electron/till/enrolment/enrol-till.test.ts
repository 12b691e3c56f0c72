import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { theOwner } from '../../../domain/actor.ts';
import { deviceName } from '../../../node/crypto/keys.ts';
import { callsOf } from '../../../test/support/calls.ts';
import { FakeHub, type FakeAnswer, hubError } from '../../../test/support/fake-hub.ts';
import { type HubBook, openHubBook } from '../../../test/support/hub-book.ts';
import { actsOf } from '../../../test/support/staffed-till.ts';
import { bookPieces } from '../../../test/support/test-till.ts';
import { readTransportKey, TRANSPORT_KEY_FILE } from './transport-key.ts';
import { enrolTill } from './enrol-till.ts';

let book: HubBook;
beforeEach(async () => {
  book = await openHubBook();
});
afterEach(() => book.close());

test('a till is enrolled by an invitation, and the journal says where', async () => {
  const status = await book.enrol();

  const { claim, stall, origin } = book.hub;
  expect(status).toMatchObject({ state: 'pending', reason: 'not-tried', hub: origin, stall });
  expect(claim?.publicKey).toBe(book.till.device.publicKey.toString('hex'));
  expect(claim?.transportKey).not.toBe(claim?.publicKey);
  expect(actsOf(book)).toMatchObject([
    { act: 'enrol', subject: 'TC-A12', note: origin, cashier: 'kasir-1' },
  ]);
});

test('it waits for its manager, which is told', async () => {
  book.hub.state = 'waiting';

  expect(await book.enrol()).toMatchObject({ state: 'waiting', records: 2 });
});

test('an address and a code are taken as a person types them', async () => {
  const hub = ` ${book.hub.origin.toUpperCase()}/ `;
  const [, told = ''] = book.hub.invitation.split('#');
  const code = told.toLowerCase().replaceAll('-', ' ');

  const status = await enrolTill(book.till, theOwner, { hub, code });

  expect(status).toMatchObject({ hub: book.hub.origin });
});

test.each([
  { invitation: '' },
  { invitation: 'https://hub.example/' },
  { invitation: 'hub.example' },
  { hub: 'hub.example', code: 'K7QF' },
  { hub: 'hub example', code: 'K7QF-2M9D-XR4T-8WHB' },
  { hub: 'ftp://hub.example', code: 'K7QF-2M9D-XR4T-8WHB' },
])('what is no invitation is told before anything is asked: %j', async (order) => {
  await expect(callsOf(book).sync.enrol(order)).rejects.toMatchObject({
    code: 'INVITATION_UNREADABLE',
  });
  expect(book.hub.requests).toEqual([]);
});

test('a code that is wrong enrols nothing', async () => {
  const { origin: hub } = book.hub;
  const order = { hub, code: 'AAAA-AAAA-AAAA-AAAA' };

  await expect(callsOf(book).sync.enrol(order)).rejects.toMatchObject({
    code: 'ENROLMENT_CODE_WRONG',
  });
  expect(book.till.uploader.status()).toMatchObject({ state: 'alone' });
  expect(actsOf(book)).toEqual([]);
});

test.each([
  'ENROLMENT_UNPROVEN',
  'DEVICE_ELSEWHERE',
  'DEVICE_REVOKED',
  'TOO_MANY_REQUESTS',
  'HUB_BUSY',
  'HUB_FULL',
] as const)('the hub refuses with %s, and the page hears it', async (code) => {
  book.hub.between = () => hubError(code);

  await expect(book.enrol()).rejects.toMatchObject({ code });
});

test('a fault of the hub is one that passes', async () => {
  book.hub.between = () => hubError('FAULT', { name: 'TypeError' });

  await expect(book.enrol()).rejects.toMatchObject({ code: 'HUB_BUSY' });
});

const json = (value: object, status = 200): FakeAnswer => ({ status, body: JSON.stringify(value) });

test.each<[string, FakeAnswer]>([
  ['a page to sign in on', { status: 200, body: '<html>Selamat datang di Wi-Fi gratis</html>' }],
  ['other JSON', json({ ok: true })],
  ['a way to another place', { status: 302, body: '', headers: { location: '/v1/other' } }],
  ['nothing', { status: 204, body: '' }],
  ['a failure of no hub', json({ error: 'not found' }, 404)],
  ['a failure of a hub under another status', json({ code: 'HUB_BUSY' }, 404)],
  ['a failure that only a till has', json({ code: 'SHIFT_CLOSED' }, 403)],
  ['more than a hub ever says', { status: 200, body: 'x'.repeat(2 * 1024 * 1024) }],
])('where %s answers there is no hub', async (_, answer) => {
  book.hub.between = () => answer;

  await expect(book.enrol()).rejects.toMatchObject({
    code: 'HUB_NOT_FOUND',
    data: { hub: book.hub.origin },
  });
  expect(book.hub.asked).toEqual(['/v1/enrolments']); // and nowhere else was asked
  expect(book.till.uploader.status()).toMatchObject({ state: 'alone' });
});

test('an answer for another device is no answer', async () => {
  book.hub.between = (_, answer) => {
    const given = answer();
    if (given === 'cut') return given;
    return { ...given, body: given.body.replace(book.till.device.device, 'f'.repeat(32)) };
  };

  await expect(book.enrol()).rejects.toMatchObject({ code: 'HUB_NOT_FOUND' });
});

test('where nothing answers, that is told', async () => {
  await book.hub.close();

  await expect(book.enrol()).rejects.toMatchObject({ code: 'HUB_UNREACHABLE' });
});

test('a hub that is silent for half a minute is not reached', async () => {
  const reached = Promise.withResolvers<void>();
  book.hub.between = () => {
    reached.resolve();
    return new Promise<FakeAnswer>(() => undefined);
  };
  const enrolled = book.enrol();
  await reached.promise;
  book.world.pass(30_000);

  await expect(enrolled).rejects.toMatchObject({ code: 'HUB_UNREACHABLE' });
});

test('after an answer that was lost the same code enrols with the same keys', async () => {
  book.hub.between = (_, answer) => {
    answer();
    return 'cut';
  };
  await expect(book.enrol()).rejects.toMatchObject({ code: 'HUB_UNREACHABLE' });
  const first = book.hub.claim;
  book.hub.between = (_, answer) => answer();
  await book.reopen();
  await book.enrol();

  expect(book.hub.claim).toEqual(first);
  expect(actsOf(book)).toHaveLength(1);
});

test('a key for requests is made only where there is none', async () => {
  await book.enrol();
  const file = join(book.dataDir, TRANSPORT_KEY_FILE);
  const first = readFileSync(file, 'utf8');
  await book.enrol();
  expect(readFileSync(file, 'utf8')).toBe(first);

  writeFileSync(file, 'no key');
  expect(readTransportKey(book.dataDir)).toBeUndefined();
  await book.enrol();
  expect(readTransportKey(book.dataDir)).toBeDefined();
});

test('without its key for requests an enrolled till says so, and sells on', async () => {
  await book.enrol();
  rmSync(join(book.dataDir, TRANSPORT_KEY_FILE));
  await book.reopen();

  expect(await book.report()).toMatchObject({ state: 'attention', reason: 'key-lost' });
  bookPieces(book.till, 1);
});

test('a hub that only moved has what it had; another one has nothing yet', async () => {
  await book.enrol();
  await book.report();
  const { cursor } = book;
  await book.enrol();
  expect(book.cursor).toEqual(cursor);

  const other = await new FakeHub().open();
  const status = await enrolTill(book.till, theOwner, { invitation: other.invitation });
  expect(status).toMatchObject({ state: 'pending', hub: other.origin, records: book.newest });
  expect(await book.report()).toMatchObject({ state: 'sent' });
  expect(other.stored).toHaveLength(book.newest);
  await other.close();
});

test('the claim names the device by its key', async () => {
  await book.enrol();
  const key = Buffer.from(book.hub.claim?.publicKey ?? '', 'hex');

  expect(deviceName(key)).toBe(book.till.device.device);
});
