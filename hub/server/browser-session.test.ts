import { expect, test } from 'vitest';
import { hubContract } from '../../domain/hub-contract.ts';
import { makeLink } from '../people/links.ts';
import { onSqlite } from '../../test/support/hub-databases.ts';
import { openTestServer, type TestServer } from '../../test/support/hub-server.ts';
import type { HubDatabase } from '../database/open-database.ts';
import { callsOf } from './contract-calls.ts';

const leaf = '0'.repeat(64);
const device = 'd'.repeat(32);
const administratorCalls = callsOf(hubContract).filter(({ by }) => by === 'administrator');

/** Signs in as a browser does. @returns its cookie, and the header that gave it */
async function signedIn(server: TestServer) {
  const { token } = await makeLink(server.hub);
  const response = await fetch(`${server.url}/v1/session`, {
    method: 'POST',
    headers: { origin: server.url },
    body: JSON.stringify({ token }),
  });
  const given = response.headers.get('set-cookie') ?? '';
  return { token, status: response.status, given, cookie: given.split(';', 1)[0] ?? '' };
}

interface Ask {
  readonly method?: string;
  readonly path?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

async function ask({ url }: TestServer, { method = 'GET', path = '/v1/session', ...rest }: Ask) {
  const body = rest.body === undefined ? null : JSON.stringify(rest.body);
  const response = await fetch(`${url}${path}`, { method, headers: rest.headers, body });
  const text = await response.text();
  const { status, headers } = response;
  const answer: unknown = text === '' ? null : JSON.parse(text);
  return { status, headers, answer };
}

/** All rows of what administrators can change. */
async function rowsOf({ db }: HubDatabase) {
  return {
    devices: await db.selectFrom('device').selectAll().execute(),
    codes: await db.selectFrom('enrolment_code').selectAll().execute(),
    sessions: await db.selectFrom('session').selectAll().execute(),
  };
}

test('the console has calls of administrators, which these tests are about', () => {
  expect(administratorCalls.length).toBeGreaterThan(8);
});

onSqlite('no call of administrators is answered without a session', async ({ open }) => {
  const database = await open();
  await using server = await openTestServer(database);
  const before = await rowsOf(database);
  for (const { name, method, path } of administratorCalls) {
    const filled = path
      .replace('{device}', device)
      .replace('{stall}', 'TC-A12')
      .replace('{date}', '2026-11-29')
      .replace('{leaf}', leaf);
    const cookies = ['', 'lapak-session=', `lapak-session=${'A'.repeat(43)}`];
    for (const cookie of cookies) {
      const { status, answer } = await ask(server, {
        method,
        path: `/v1${filled}`,
        headers: { origin: server.url, cookie },
        ...(method === 'GET' ? {} : { body: { stall: 'TC-A12', through: null } }),
      });
      expect([name, status, answer]).toMatchObject([name, 401, { code: 'SIGN_IN_NEEDED' }]);
    }
  }
  expect(await rowsOf(database)).toEqual(before);
});

onSqlite('a session is a cookie that no script reads and no other site sends', async ({ open }) => {
  await using server = await openTestServer(await open());

  const { status, given, cookie } = await signedIn(server);

  expect(status).toBe(200);
  expect(given).toMatch(
    /^lapak-session=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/,
  );
  const me = await ask(server, { headers: { cookie } });
  expect(me).toMatchObject({ status: 200, answer: { administrator: 'pengelola-1' } });
  expect(me.headers.get('set-cookie')).toBeNull();
});

onSqlite('the cookie of a hub on https never goes out in the clear', async ({ open }) => {
  const publicUrl = 'https://hub.example';
  await using server = await openTestServer(await open(), { publicUrl });
  const { token } = await makeLink(server.hub);
  const { headers } = await ask(server, {
    method: 'POST',
    headers: { origin: publicUrl },
    body: { token },
  });
  expect(headers.get('set-cookie')).toMatch(/; Secure$/);
});

onSqlite('the cookie lasts on with the session', async ({ open }) => {
  await using server = await openTestServer(await open());
  const { cookie } = await signedIn(server);

  server.clock.nowMs += 11 * 60 * 60_000;
  const later = await ask(server, { headers: { cookie } });
  server.clock.nowMs += 11 * 60 * 60_000;
  const evenLater = await ask(server, { headers: { cookie } });
  server.clock.nowMs += 12 * 60 * 60_000;
  const tooLate = await ask(server, { headers: { cookie } });

  expect(later.headers.get('set-cookie')).toContain(`${cookie}; Max-Age=43200`);
  expect(evenLater.status).toBe(200);
  expect(tooLate).toMatchObject({ status: 401, answer: { code: 'SIGN_IN_NEEDED' } });
});

onSqlite('what a page of another origin asks is refused with the cookie too', async ({ open }) => {
  const database = await open();
  await using server = await openTestServer(database);
  const { cookie } = await signedIn(server);
  const before = await rowsOf(database);
  const make = { method: 'POST', path: '/v1/devices/codes', body: { stall: 'TC-A12' } };
  const strange: Record<string, string>[] = [
    { origin: 'https://other.example' },
    { origin: 'null' },
    { origin: server.url, 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    {}, // no page at all
  ];
  for (const headers of strange) {
    const { status } = await ask(server, { ...make, headers: { ...headers, cookie } });
    expect([headers, status]).toEqual([headers, 401]);
  }
  for (const site of ['cross-site', 'same-site']) {
    const { status } = await ask(server, { headers: { cookie, 'sec-fetch-site': site } });
    expect(status).toBe(401);
  }
  expect(await rowsOf(database)).toEqual(before);

  for (const headers of [{ origin: server.url }, { 'sec-fetch-site': 'same-origin' }]) {
    expect(await ask(server, { ...make, headers: { ...headers, cookie } })).toMatchObject({
      status: 200,
      answer: { stall: { code: 'TC-A12' } },
    });
  }
});

onSqlite('a link signs nobody in from a page of another origin', async ({ open }) => {
  await using server = await openTestServer(await open());
  const { token } = await makeLink(server.hub);
  const sign = { method: 'POST', body: { token } };

  const refused = await ask(server, { ...sign, headers: { origin: 'https://other.example' } });
  const taken = await ask(server, { ...sign, headers: { origin: server.url } });
  const again = await ask(server, { ...sign, headers: { origin: server.url } });

  expect(refused).toMatchObject({ status: 403, answer: { code: 'LINK_WRONG' } });
  expect(refused.headers.get('set-cookie')).toBeNull();
  expect(taken.status).toBe(200);
  expect(again).toMatchObject({ status: 403, answer: { code: 'LINK_WRONG' } });
});

onSqlite(
  'cookies of the same name that another page put before it sign nobody out',
  async (fresh) => {
    await using server = await openTestServer(await fresh.open());
    const { cookie } = await signedIn(server);
    const tossed = `lapak-session=AAAA; lapak-session=${'A'.repeat(43)}; ${cookie}; lapak-session=`;
    const headers = { cookie: tossed, origin: server.url };

    expect((await ask(server, { headers })).status).toBe(200);
    expect((await ask(server, { method: 'DELETE', headers })).status).toBe(200);
    expect((await ask(server, { headers: { ...headers, cookie } })).status).toBe(401);
  },
);

onSqlite('who signs out is out at once, and the cookie is gone', async ({ open }) => {
  await using server = await openTestServer(await open());
  const { cookie } = await signedIn(server);
  const headers = { cookie, origin: server.url };

  const out = await ask(server, { method: 'DELETE', headers });
  const after = await ask(server, { headers });

  expect(out.status).toBe(200);
  expect(out.headers.get('set-cookie')).toMatch(/^lapak-session=; Max-Age=0; Path=\//);
  expect(after.status).toBe(401);
});
