import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect } from 'vitest';
import { onSqlite } from '../../test/support/hub-databases.ts';
import { openTestServer, type TestServer } from '../../test/support/hub-server.ts';

/** Asks for a path as it is: fetch() would tidy it up. */
function get({ port }: TestServer, path: string) {
  const { promise, resolve, reject } = Promise.withResolvers<{
    status: number;
    headers: Record<string, unknown>;
    body: string;
  }>();
  request({ host: '127.0.0.1', port, path }, (response) => {
    const { statusCode: status = 0, headers } = response;
    text(response).then((body) => resolve({ status, headers, body }), reject);
  })
    .on('error', reject)
    .end();
  return promise;
}

onSqlite('the console is served by its own list of files', async ({ open }) => {
  const dir = mkdtempSync(join(tmpdir(), 'lapak-console-'));
  const consoleDir = join(dir, 'console');
  mkdirSync(join(consoleDir, 'assets'), { recursive: true });
  writeFileSync(join(dir, 'hub-key.html'), 'a secret');
  writeFileSync(join(consoleDir, 'index.html'), '<!doctype html>');
  writeFileSync(join(consoleDir, 'notes.txt'), 'no page');
  writeFileSync(join(consoleDir, 'assets/index-BxY2a_9Q.js'), 'void 0;');
  await using server = await openTestServer(await open(), { consoleDir });

  const page = await get(server, '/');
  const script = await get(server, '/assets/index-BxY2a_9Q.js');
  const policy = String(page.headers['content-security-policy']);

  expect(page).toMatchObject({ status: 200, body: '<!doctype html>' });
  expect(page.headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  });
  expect(policy).toContain("default-src 'none'; script-src 'self';");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(script).toMatchObject({ status: 200, body: 'void 0;' });
  expect(script.headers['cache-control']).toBe('private, max-age=31536000, immutable');
  for (const path of [
    '/../hub-key.html',
    '/assets/../../hub-key.html',
    '/assets/%2e%2e/%2e%2e/hub-key.html',
    '/..%2fhub-key.html',
    '//hub-key.html',
    '/notes.txt',
    '/assets/',
  ]) {
    expect([path, (await get(server, path)).status]).toEqual([path, 404]);
  }
  rmSync(dir, { recursive: true });
});

onSqlite('a hub without a console answers calls all the same', async ({ open }) => {
  await using server = await openTestServer(await open());
  expect((await get(server, '/')).status).toBe(404);
  expect((await get(server, '/healthz')).status).toBe(200);
});
