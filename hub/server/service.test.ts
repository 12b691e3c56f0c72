import { createServer, type Socket } from 'node:net';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { hubContract } from '../../domain/hub-contract.ts';
import { onPostgres, eachDatabase, onSqlite } from '../../test/support/hub-databases.ts';
import { openTestServer, type TestServer } from '../../test/support/hub-server.ts';
import { aBatch, enrolledTill, firstNonce, sendSigned } from '../../test/support/hub-till.ts';
import { openHubDatabase } from '../database/open-database.ts';
import { callsOf } from './contract-calls.ts';
import { openApiDocument } from './openapi.ts';
import { openHub } from './open-hub.ts';

const metricsToken = 'rahasia';
const withToken = { authorization: `Bearer ${metricsToken}` };

async function figuresOf({ url }: TestServer): Promise<string> {
  return (await fetch(`${url}/metrics`, { headers: withToken })).text();
}

eachDatabase('a hub lives, and is ready while its database answers', async ({ open }) => {
  const database = await open();
  await using server = await openTestServer(database);
  const statuses = async () => {
    const paths = ['/healthz', '/readyz'];
    const answers = await Promise.all(paths.map((path) => fetch(`${server.url}${path}`)));
    return answers.map(({ status }) => status);
  };

  expect(await statuses()).toEqual([200, 200]);
  await database.close();
  expect(await statuses()).toEqual([200, 503]);
  expect(server.lines.join('')).toContain('"level":50');
});

onPostgres('a database that does not answer within a second is not ready', async ({ open }) => {
  await using server = await openTestServer(await open());
  const sockets: Socket[] = [];
  const silent = createServer((socket) => void sockets.push(socket));
  silent.listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const { port } = silent.address() as { port: number }; // it listens by TCP
  const database = openHubDatabase({ url: `postgres://nobody@127.0.0.1:${port}/none` });
  const other = await openHub({ ...server.hub, database });
  const url = await other.listen({ host: '127.0.0.1', port: 0 });

  expect((await fetch(`${url}/readyz`)).status).toBe(503);
  for (const socket of sockets) socket.destroy();
  silent.close();
  await other.close();
  await database.close();
});

onSqlite('a port that another program has is told', async ({ open }) => {
  await using server = await openTestServer(await open());
  const other = await openHub(server.hub);
  const { port } = server;

  await expect(other.listen({ host: '127.0.0.1', port })).rejects.toMatchObject({
    code: 'PORT_IN_USE',
    data: { port },
  });
  await other.close();
});

onSqlite('a request that runs ends before the hub does; none is taken any more', async (fresh) => {
  const [begun, mayEnd] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const onBatch = () => {
    begun.resolve();
    return mayEnd.promise;
  };
  await using server = await openTestServer(await fresh.open(), { onBatch });
  const till = await enrolledTill(server);
  const nonce = await firstNonce(server, till);
  const running = sendSigned(server, till, { ...aBatch, nonce });
  await begun.promise;
  const closed = server.close();
  const later = await fetch(`${server.url}/healthz`).then(
    ({ status }) => status,
    () => 'refused',
  );
  mayEnd.resolve();

  expect([503, 'refused']).toContain(later);
  expect((await running).status).toBe(200);
  await closed;
});

onSqlite('a request that does not end is cut off when the hub has waited enough', async (fresh) => {
  const begun = Promise.withResolvers<void>();
  const onBatch = () => {
    begun.resolve();
    return new Promise<never>(() => undefined);
  };
  const limits = { stopMs: 100 };
  await using server = await openTestServer(await fresh.open(), { onBatch, limits });
  const till = await enrolledTill(server);
  const nonce = await firstNonce(server, till);
  const running = expect(sendSigned(server, till, { ...aBatch, nonce })).rejects.toThrow();
  await begun.promise;

  await server.close();
  await running;
});

onSqlite(
  'a fault of ours is told by its name alone, and to the log with its stack',
  async (fresh) => {
    const onBatch = () => Promise.reject(new RangeError('secret of ours'));
    await using server = await openTestServer(await fresh.open(), { onBatch });
    const till = await enrolledTill(server);
    const nonce = await firstNonce(server, till);
    const answer = await sendSigned(server, till, { ...aBatch, nonce });

    expect(answer).toMatchObject({
      status: 500,
      body: { code: 'FAULT', status: 500, data: { name: 'RangeError' } },
    });
    expect(JSON.stringify(answer.body)).not.toMatch(/secret|service\.test/);
    expect(server.lines.join('')).toMatch(/secret of ours.*service\.test\.ts/);
  },
);

onSqlite('figures are of this hub alone, by route', async ({ open }) => {
  const database = await open();
  await using server = await openTestServer(database, { metricsToken });
  const { dataDir } = server;
  await using other = await openTestServer(database, { dataDir, metricsToken });
  await fetch(`${server.url}/healthz`);
  await fetch(`${server.url}/none/at/all`);
  const [figures, others] = [await figuresOf(server), await figuresOf(other)];

  const counted = 'http_request_duration_seconds_count{method="GET",route="/healthz"';
  expect(figures).toContain(counted);
  expect(figures).toContain('process_cpu_seconds_total');
  expect(figures).toContain('lapak_records{signature="unchecked"} 0');
  expect(figures).not.toContain('/none/at/all');
  expect(others).not.toContain(counted);
});

onSqlite('figures are for whoever has the token, from wherever it asks', async ({ open }) => {
  const database = await open();
  await using server = await openTestServer(database);
  const { dataDir } = server;
  await using other = await openTestServer(database, { dataDir, metricsToken });
  const ask = async ({ url }: TestServer, headers: Record<string, string>) =>
    (await fetch(`${url}/metrics`, { headers })).status;

  // A proxy of this computer that says not for whom it asks is as the computer itself.
  expect(await ask(server, {})).toBe(404);
  expect(await ask(server, { authorization: 'Bearer null' })).toBe(404);
  expect(await ask(other, {})).toBe(404);
  expect(await ask(other, { authorization: 'Bearer rahasi' })).toBe(404);
  expect(await ask(other, { ...withToken, 'x-forwarded-for': '10.0.0.1' })).toBe(200);
});

onSqlite('what is not there is 404, another method 405, and OPTIONS names them', async (fresh) => {
  await using server = await openTestServer(await fresh.open());
  const ask = async (method: string, path: string) => {
    const { status, headers } = await fetch(`${server.url}${path}`, { method });
    return [status, headers.get('allow')];
  };

  expect(await ask('GET', '/v1/none')).toEqual([404, null]);
  expect(await ask('GET', '/v1/batches')).toEqual([405, 'POST']);
  expect(await ask('HEAD', '/v1/head')).toEqual([405, 'GET']);
  expect(await ask('OPTIONS', '/v1/enrolments?x=1')).toEqual([204, 'POST']);
  expect(await ask('HEAD', '/healthz')).toEqual([200, null]);
  expect(await ask('DELETE', '/healthz')).toEqual([405, 'GET, HEAD']);
});

onSqlite('the calls stand on a page that loads nothing', async ({ open }) => {
  await using server = await openTestServer(await open());
  const response = await fetch(`${server.url}/docs`);
  const page = await response.text();
  const policy = response.headers.get('content-security-policy');

  for (const { method, path, summary } of callsOf(hubContract)) {
    expect(page).toContain(`${method} /v1${path}`);
    expect(page).toContain(summary);
  }
  expect(page).not.toMatch(/<script|src=|https?:\/\//);
  expect(policy).toMatch(/default-src 'none';style-src 'sha256-[^']+';/);
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect(response.headers.get('strict-transport-security')).toBeNull(); // it serves http
});

onSqlite('openapi.json is what the hub serves', async ({ open }) => {
  await using server = await openTestServer(await open());
  const document: unknown = await (await fetch(`${server.url}/openapi.json`)).json();

  expect(document).toEqual(JSON.parse(JSON.stringify(await openApiDocument())));
});

test('the OpenAPI document has every call and who may make it, and is whole', async () => {
  const document = await openApiDocument();
  const text = JSON.stringify(document);
  const calls = callsOf(hubContract);
  const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;
  const described = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const { operationId, security, responses = {} } = item?.[method] ?? {};
      if (operationId === undefined) return [];
      expect(Object.keys(responses)).toContain('200');
      return [`${operationId} ${method.toUpperCase()} ${path} ${security?.length ?? 'none'}`];
    }),
  );

  expect(document.openapi).toMatch(/^3\.1\.\d+$/);
  expect(document.info).toMatchObject({ title: 'Lapak hub', version: 'v1' });
  expect(described.sort()).toEqual(
    calls
      .map(({ name, method, path, by }) => `${name} ${method} ${path} ${by === 'anybody' ? 0 : 1}`)
      .sort(),
  );
  const named = [...text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)];
  const schemas = Object.keys(document.components?.schemas ?? {});
  expect(schemas).toEqual(expect.arrayContaining(named.map(([, name]) => name)));
});
