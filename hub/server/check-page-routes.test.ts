import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { keysMessage } from '../../domain/down/item.ts';
import { readKeyLists } from '../../domain/journal/check-receipt.ts';
import { publicKeyOf } from '../../node/crypto/keys.ts';
import { isSignedMessage } from '../../node/crypto/signing.ts';
import { eachDatabase, onSqlite } from '../../test/support/hub-databases.ts';
import { openTestServer } from '../../test/support/hub-server.ts';
import { enrolledTill } from '../../test/support/hub-till.ts';
import { revokeDevice } from '../enrolment/devices.ts';

const PAGE =
  '<!doctype html><meta name="lapak-hub-name" content="" />' +
  '<meta name="lapak-hub-key" content="" />';

onSqlite(
  'the page that checks a kuitansi comes with the hub’s key, to anybody',
  async ({ open }) => {
    const kuitansiDir = mkdtempSync(join(tmpdir(), 'lapak-kuitansi-'));
    mkdirSync(join(kuitansiDir, 'assets'));
    writeFileSync(join(kuitansiDir, 'index.html'), PAGE);
    writeFileSync(join(kuitansiDir, 'worker.js'), 'void 0;');
    writeFileSync(join(kuitansiDir, 'assets/index-BxY2a_9Q.js'), 'void 1;');
    await using server = await openTestServer(await open(), { kuitansiDir });
    const { name, publicKey } = server.hub.identity;
    const get = (path: string) => fetch(server.url + path, { redirect: 'manual' });

    const page = await get('/kuitansi/');

    expect(page.status).toBe(200);
    expect(await page.text()).toBe(
      `<!doctype html><meta name="lapak-hub-name" content="${name}" />` +
        `<meta name="lapak-hub-key" content="${publicKey.toString('hex')}" />`,
    );
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('cache-control')).toBe('private, max-age=86400');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    const short = await get('/kuitansi');
    expect([short.status, short.headers.get('location')]).toEqual([308, '/kuitansi/']);
    const worker = await get('/kuitansi/worker.js');
    expect([worker.status, worker.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect((await get('/kuitansi/assets/index-BxY2a_9Q.js')).status).toBe(200);
    expect((await get('/kuitansi/index.html')).status).toBe(404);
    expect((await get('/kuitansi/assets/')).status).toBe(404);
    rmSync(kuitansiDir, { recursive: true });
  },
);

onSqlite('a page that has no place for the key is not served without it', async ({ open }) => {
  const kuitansiDir = mkdtempSync(join(tmpdir(), 'lapak-kuitansi-'));
  writeFileSync(join(kuitansiDir, 'index.html'), '<!doctype html>');
  await using server = await openTestServer(await open(), { kuitansiDir });

  expect((await fetch(`${server.url}/kuitansi/`)).status).toBe(500);
  rmSync(kuitansiDir, { recursive: true });
});

onSqlite('a hub without the page has none', async ({ open }) => {
  await using server = await openTestServer(await open());

  expect((await fetch(`${server.url}/kuitansi/`)).status).toBe(404);
});

eachDatabase('the page that checks a receipt is told the keys of tills', async ({ open }) => {
  const receiptDir = mkdtempSync(join(tmpdir(), 'lapak-receipt-'));
  writeFileSync(join(receiptDir, 'index.html'), PAGE);
  await using server = await openTestServer(await open(), { receiptDir });
  const { device } = await enrolledTill(server);

  const answer = await fetch(`${server.url}/struk/keys.json`);

  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  const [list] = readKeyLists(await answer.json()) ?? [];
  expect(list?.keys).toMatchObject({ stall: 'TC-A12', devices: [{ device, through: null }] });
  const hubKey = publicKeyOf(server.hub.identity.publicKey);
  const message = Buffer.from(keysMessage(list?.keys));
  const signature = Buffer.from(list?.signature ?? '', 'base64');
  expect(isSignedMessage(hubKey, message, signature)).toBe(true);
  const etag = answer.headers.get('etag') ?? '';
  const again = await fetch(`${server.url}/struk/keys.json`, {
    headers: { 'if-none-match': etag },
  });
  expect([again.status, await again.text()]).toEqual([304, '']);
  expect((await fetch(`${server.url}/struk/`)).status).toBe(200);
  rmSync(receiptDir, { recursive: true });
});

eachDatabase('a process that begins later tells that a till was revoked', async ({ open }) => {
  const database = await open();
  const receiptDir = mkdtempSync(join(tmpdir(), 'lapak-receipt-'));
  writeFileSync(join(receiptDir, 'index.html'), PAGE);
  await using first = await openTestServer(database, { receiptDir });
  const { device } = await enrolledTill(first);
  const told = async (url: string) => {
    const lists = readKeyLists(await (await fetch(`${url}/struk/keys.json`)).json());
    return lists?.[0]?.keys.devices[0]?.through;
  };
  expect(await told(first.url)).toBeNull();
  await revokeDevice(first.hub, device, { through: null, by: 'pengelola-1' });

  await using second = await openTestServer(database, { receiptDir, dataDir: first.dataDir });

  expect(await told(second.url)).toBe('0.0');
  rmSync(receiptDir, { recursive: true });
});
