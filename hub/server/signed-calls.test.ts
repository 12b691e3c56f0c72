import fc from 'fast-check';
import { expect } from 'vitest';
import { makePrivateKey } from '../../node/crypto/private-key.ts';
import { eachDatabase, onPostgres, onSqlite } from '../../test/support/hub-databases.ts';
import { openTestServer } from '../../test/support/hub-server.ts';
import {
  aBatch,
  enrolledTill,
  enrolmentOf,
  firstNonce,
  makeTill,
  nonceIn,
  post,
  sendSigned,
} from '../../test/support/hub-till.ts';
import { makeEnrolmentCode } from '../enrolment/codes.ts';
import { revokeDevice } from '../enrolment/devices.ts';
import { NONCE_LIFE_MS } from './nonces.ts';
import { openHub } from './open-hub.ts';

const head = { path: '/v1/head?size=0&tip=0.0' };

eachDatabase('a till gets a nonce, signs with it, and each answer has the next', async (fresh) => {
  await using server = await openTestServer(await fresh.open());
  const till = await enrolledTill(server);
  const first = await sendSigned(server, till, { ...head, nonce: 'none' });
  const second = await sendSigned(server, till, { ...head, nonce: nonceIn(first.body) });
  const nonce = second.headers.get('lapak-nonce') ?? '';
  const third = await sendSigned(server, till, { ...aBatch, nonce });

  expect(first).toMatchObject({
    status: 401,
    body: { code: 'REQUEST_UNSIGNED', status: 401, data: { nonce: expect.any(String) } },
  });
  expect(second).toMatchObject({ status: 200, body: { state: 'active', receipt: null } });
  expect(third).toMatchObject({ status: 200, body: { outcome: 'stored' } });
});

eachDatabase('the same request again is refused, with a nonce for a new one', async (fresh) => {
  await using server = await openTestServer(await fresh.open());
  const till = await enrolledTill(server);
  const nonce = await firstNonce(server, till);
  const once = await sendSigned(server, till, { ...aBatch, nonce });
  const again = await sendSigned(server, till, { ...aBatch, nonce });
  const anew = await sendSigned(server, till, { ...aBatch, nonce: nonceIn(again.body) });

  expect([once.status, again.status, anew.status]).toEqual([200, 401, 200]);
});

onPostgres('two processes of one hub take each other’s nonces, once', async ({ open }) => {
  await using one = await openTestServer(await open());
  const { hub, url } = one;
  const till = await enrolledTill(one);
  const other = await openHub({ ...hub, database: await open(), publicUrl: url });
  const otherUrl = await other.listen({ host: '127.0.0.1', port: 0 });
  const nonce = await firstNonce(one, till);
  const there = { ...head, nonce, origin: url };

  expect((await sendSigned({ url: otherUrl }, till, there)).status).toBe(200);
  expect((await sendSigned(one, till, { ...head, nonce })).code).toBe('REQUEST_UNSIGNED');
  await other.close();
});

eachDatabase('whatever is altered, or signed by another, is refused', async (fresh) => {
  await using server = await openTestServer(await fresh.open());
  const till = await enrolledTill(server);
  const other = await enrolledTill(server, 'TC-B01');
  const others = await firstNonce(server, other);
  const stale = await firstNonce(server, till);
  server.clock.nowMs += NONCE_LIFE_MS + 1;
  const nonce = await firstNonce(server, till);
  const alike = (headers: Record<string, string>) => (request: RequestInit) => ({
    ...request,
    headers: { ...Object.fromEntries(new Headers(request.headers)), ...headers },
  });
  const refused = await Promise.all([
    sendSigned(server, till, { ...aBatch, nonce: others }),
    sendSigned(server, till, { ...aBatch, nonce: stale }),
    sendSigned(server, till, { ...aBatch, nonce: '' }),
    sendSigned(server, { ...till, transportKey: other.transportKey }, { ...aBatch, nonce }),
    sendSigned(server, { ...till, transportKey: till.key }, { ...aBatch, nonce }),
    sendSigned(server, { ...till, device: other.device }, { ...aBatch, nonce }),
    sendSigned(server, makeTill(), { ...aBatch, nonce }),
    sendSigned(server, till, { ...aBatch, nonce, origin: 'http://other.example' }),
    sendSigned(server, till, { ...aBatch, nonce, alter: alike({ 'content-digest': '' }) }),
    sendSigned(server, till, { ...aBatch, nonce, alter: alike({ signature: 'lapak=:AAAA:' }) }),
    sendSigned(server, till, { ...aBatch, nonce, alter: alike({ 'signature-input': 'x' }) }),
    sendSigned(server, till, { ...head, nonce, alter: (r) => ({ ...r, method: 'DELETE' }) }),
  ]);
  const codes = refused.map(({ status, code }) => `${status} ${String(code)}`);

  expect(codes.slice(0, -1)).toEqual(
    Array.from({ length: refused.length - 1 }, () => '401 REQUEST_UNSIGNED'),
  );
  expect(codes.at(-1)).toBe('405 METHOD_NOT_SUPPORTED');
  // None of them used it up.
  expect((await sendSigned(server, till, { ...aBatch, nonce })).status).toBe(200);
});

eachDatabase('a body that was not signed is refused, and uses its nonce up', async (fresh) => {
  await using server = await openTestServer(await fresh.open());
  const till = await enrolledTill(server);
  const nonce = await firstNonce(server, till);
  const alter = (request: RequestInit) => ({ ...request, body: '{}' });
  const altered = await sendSigned(server, till, { ...aBatch, nonce, alter });
  const again = await sendSigned(server, till, { ...aBatch, nonce });
  const anew = await sendSigned(server, till, { ...aBatch, nonce: nonceIn(altered.body) });

  expect([altered.code, again.code, anew.status]).toEqual([
    'REQUEST_UNSIGNED',
    'REQUEST_UNSIGNED',
    200,
  ]);
});

eachDatabase('guessing costs the hub no row', async (fresh) => {
  const database = await fresh.open();
  await using server = await openTestServer(database);
  const till = await enrolledTill(server);
  for (const guess of [makeTill(), { ...till, transportKey: makePrivateKey() }]) {
    const nonce = await firstNonce(server, guess);
    await sendSigned(server, guess, { ...head, nonce });
  }

  expect(await database.db.selectFrom('used_nonce').select('nonce').execute()).toEqual([]);
});

eachDatabase('a till that was revoked is told so by the call itself', async (fresh) => {
  await using server = await openTestServer(await fresh.open());
  const till = await enrolledTill(server);
  await revokeDevice(server.hub, till.device, { through: null, by: 'lapak' });
  const nonce = await firstNonce(server, till);

  expect(await sendSigned(server, till, { ...head, nonce })).toMatchObject({
    status: 200,
    body: { state: 'revoked' },
  });
});

onSqlite(
  'behind a proxy it is its public address that is signed and enrolled at',
  async (fresh) => {
    const publicUrl = 'https://hub.example';
    await using server = await openTestServer(await fresh.open(), { publicUrl });
    const till = makeTill();
    const { code } = await makeEnrolmentCode(server.hub, 'TC-A12', 'lapak');
    const to = `${server.url}/v1/enrolments`;
    const wrong = await post(to, enrolmentOf(till, code, server.url));
    const right = await post(to, enrolmentOf(till, code, publicUrl));
    const nonce = await firstNonce(server, till);
    const signed = await sendSigned(server, till, { ...head, nonce, origin: publicUrl });

    expect([wrong.code, right.status, signed.status]).toEqual(['ENROLMENT_UNPROVEN', 200, 200]);
    expect(signed.headers.get('strict-transport-security')).toContain('max-age=31536000');
  },
);

onSqlite(
  'input that breaks the contract is told by its code, and its field to the log',
  async (fresh) => {
    await using server = await openTestServer(await fresh.open());
    const till = await enrolledTill(server);
    const nonce = await firstNonce(server, till);
    const long = { ...aBatch.body.records[0], head: 'x'.repeat(1_000_001) };
    const body = { ...aBatch.body, records: [long] };
    const tooLong = await sendSigned(server, till, { ...aBatch, body, nonce });
    const again = tooLong.headers.get('lapak-nonce') ?? '';
    const wrong = await sendSigned(server, till, { ...aBatch, body: { size: -1 }, nonce: again });

    expect(tooLong).toMatchObject({
      status: 400,
      body: { defined: true, code: 'INPUT_TOO_LONG', data: { lettersMax: 1_000_000 } },
    });
    expect(wrong).toMatchObject({ status: 400, body: { code: 'INPUT_INVALID', data: {} } });
    expect(server.lines.join('')).toContain('INPUT_INVALID: size ');
  },
);

onSqlite('a till is no administrator, however it signs', async (fresh) => {
  await using server = await openTestServer(await fresh.open());
  const till = await enrolledTill(server);
  const nonce = await firstNonce(server, till);

  expect(await sendSigned(server, till, { path: '/v1/devices', nonce })).toMatchObject({
    status: 401,
    code: 'SIGN_IN_NEEDED',
  });
});

onSqlite('whatever a till signs, it is no fault of ours', async (fresh) => {
  await using server = await openTestServer(await fresh.open());
  const till = await enrolledTill(server);
  const bodies = fc.oneof(
    fc.jsonValue({ maxDepth: 6 }),
    fc.record({ size: fc.integer(), after: fc.jsonValue(), records: fc.array(fc.jsonValue()) }),
  );
  await fc.assert(
    fc.asyncProperty(bodies, fc.webQueryParameters(), async (body, query) => {
      for (const call of [{ path: '/v1/batches', body }, { path: `/v1/head?size=0&${query}` }]) {
        const nonce = await firstNonce(server, till);
        const { status } = await sendSigned(server, till, { ...call, nonce });
        expect([200, 400]).toContain(status);
      }
    }),
    { numRuns: 60 },
  );
});
