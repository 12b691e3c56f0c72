import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { parseCode } from '../domain/enrolment/code.ts';
import { parseInvitation } from '../domain/enrolment/invitation.ts';
import { translator } from '../domain/translator.ts';
import { addTestStalls } from '../test/support/hub-server.ts';
import { bundlePage, hubPages, isBundleStale } from '../node/page/page-bundle.ts';
import { enrolmentOf, makeTill, post } from '../test/support/hub-till.ts';
import { sharedPostgres } from '../test/support/postgres.ts';
import { runHubHere, startHub } from '../test/support/run-hub.ts';
import { withHub } from './cli/with-hub.ts';

const projectDir = join(import.meta.dirname, '..');

let dir: string;
let dataDir: string;

// A hub that has to do it first says so.
beforeAll(async () => {
  for (const page of hubPages) {
    if (isBundleStale(projectDir, page)) await bundlePage(projectDir, page);
  }
});

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'lapak-hub-cli-'));
  dataDir = join(dir, 'hub');
});
afterEach(() => rmSync(dir, { recursive: true }));

const served = () => ['serve', '--port', '0', '--data', dataDir, '--no-open'];

async function runJson(...words: string[]) {
  const { code, stdout, stderr } = await runHubHere(...words, '--data', dataDir, '--json');
  expect(stdout.trimEnd().split('\n')).toHaveLength(1);
  return { code, stderr, report: JSON.parse(stdout) as Record<string, unknown> };
}

/** The stalls of the tests, in the hub of the folder. */
function addStalls(): Promise<void> {
  return withHub(dataDir, ({ database }) => addTestStalls(database));
}

test('a hub says where it serves, and ends well when it is asked to', async () => {
  await using hub = await startHub([...served(), '--log', 'warn']);
  const answer = await fetch(`${hub.url}/readyz`);
  const { code, stdout, stderr } = await hub.stop();

  expect(hub.firstLine).toMatch(/^\{"url":"http:\/\/127\.0\.0\.1:\d+","link":"[^"]+"\}$/);
  expect({ status: answer.status, code, stdout, stderr }).toEqual({
    status: 200,
    code: 0,
    stdout: `${hub.firstLine}\n`,
    stderr: '',
  });
  expect(existsSync(join(dataDir, 'hub.db-wal'))).toBe(false);
});

test('commands work while the hub serves: a till enrols, is approved and revoked', async () => {
  await addStalls();
  await using hub = await startHub(served());
  const made = await runJson('enrolment-code', 'TC-A12');
  const invitation = parseInvitation(String(made.report.invitation));
  const till = makeTill();
  const enrolled = await post(
    `${hub.url}/v1/enrolments`,
    enrolmentOf(till, invitation?.code ?? '', hub.url),
  );
  const listed = await runJson('devices');
  const approved = await runJson('approve', till.device.slice(0, 8));
  const revoked = await runJson('revoke', till.device, '--through', '1.7');

  expect(made).toMatchObject({
    code: 0,
    report: {
      stall: { code: 'TC-A12', name: 'Kopi Gayo', mall: 'Thamrin City' },
      expiresAtMs: expect.any(Number),
    },
  });
  const told = parseCode(`${String(made.report.code)}-${String(made.report.hubKey)}`);
  expect(invitation).toEqual({ hub: hub.url, ...told });
  expect(enrolled.body).toMatchObject({ device: till.device, state: 'waiting' });
  const { device } = till;
  expect(listed.report).toMatchObject({ devices: [{ device, stall: 'TC-A12', state: 'waiting' }] });
  expect(approved).toMatchObject({ code: 0, report: { device, state: 'active' } });
  expect(revoked).toMatchObject({ code: 0, report: { state: 'revoked', through: '1.7' } });
});

test('a hub shows a link until somebody has signed in, and makes others when asked', async () => {
  const signIn = (url: string, link: unknown) => {
    const token = String(link).split('#token=')[1];
    return post(`${url}/v1/session`, { token });
  };
  {
    await using hub = await startHub(served());
    const first = JSON.parse(hub.firstLine ?? '{}') as Record<string, unknown>;
    const made = await runJson('link');
    const page = await fetch(hub.url);

    expect(first.link).toMatch(new RegExp(`^${hub.url}/#token=[\\w-]{43}$`));
    expect(made).toMatchObject({ code: 0, report: { expiresAtMs: expect.any(Number) } });
    expect(String(made.report.link).split('#')[0]).toBe(`${hub.url}/`);
    expect(page.headers.get('content-type')).toContain('text/html');
    expect((await signIn(hub.url, made.report.link)).status).toBe(200);
    expect(await signIn(hub.url, made.report.link)).toMatchObject({ code: 'LINK_WRONG' });
    expect((await signIn(hub.url, first.link)).status).toBe(200); // good for its own time
  }
  await using again = await startHub(served());
  expect(again.firstLine).toMatch(/^\{"url":"[^"]+"\}$/);
  const { stdout } = await runHubHere('link', '--data', dataDir, '--lang', 'en');
  expect(stdout).toMatch(/^Open this link in a browser within 15 minutes, once: http:\S+\n$/);
});

test('in words a code stands in large groups, and its invitation as a QR', async () => {
  await addStalls();
  const url = 'https://hub.example';
  const words = ['enrolment-code', 'TC-A12', '--public-url', url, '--data', dataDir];
  const { code, stdout } = await runHubHere(...words, '--lang', 'en');
  const nobody = await runHubHere('devices', '--data', dataDir);

  expect(code).toBe(0);
  expect(stdout).toContain('Code for TC-A12 Kopi Gayo, good for 15 minutes, once:');
  expect(stdout).toMatch(/^ {4}\w{4} {3}\w{4} {3}\w{4} {3}\w{4}$/m);
  expect(stdout).toMatch(/: \w{4}-\w{4}-\w{4}$/m);
  expect(stdout).toMatch(/^https:\/\/hub\.example\/#\w{4}(-\w{4}){6}$/m);
  expect(stdout).toMatch(/[█▀▄]{4}/);
  expect(nobody.stdout).toBe(`${translator('id').text('hub.noDevices')}\n`);
});

test('who is not there is told in a sentence', async () => {
  const stall = await runJson('enrolment-code', 'TC-Z99');
  const device = await runJson('approve', '0123456789');

  expect(stall).toMatchObject({ code: 1, report: { error: { code: 'STALL_UNKNOWN' } } });
  expect(device).toEqual({
    code: 1,
    stderr: 'Tidak ada kasir 0123456789 di hub ini.\n',
    report: {
      error: { code: 'DEVICE_UNKNOWN', message: 'Tidak ada kasir 0123456789 di hub ini.' },
    },
  });
});

test.each([
  [['sing'], 'COMMAND_UNKNOWN', 'sing'],
  [['serve', '--port', '70000'], 'COMMAND_INVALID', '--port 70000 (N)'],
  [['--port', 'x'], 'COMMAND_INVALID', '--port x (N)'],
  [['serve', '--host', 'a b'], 'COMMAND_INVALID', '--host a b (HOST)'],
  [['serve', '--name', 'hub+kunci'], 'COMMAND_INVALID', '--name hub+kunci (NAME: A–Z'],
  [['serve', '--public-url', 'hub.example'], 'COMMAND_INVALID', '--public-url hub.example'],
  [['serve', '--public-url', 'http://h/x'], 'COMMAND_INVALID', '--public-url http://h/x (URL)'],
  [['revoke', 'abcdefab', '--through', '1'], 'COMMAND_INVALID', '--through 1 (EPOCH.SEQ)'],
  [['enrolment-code'], 'COMMAND_INVALID', 'enrolment-code STALL [--public-url URL]'],
])('%j is refused', async (words, code, named) => {
  const { code: exit, report, stderr } = await runJson(...words);

  expect({ exit, report }).toMatchObject({ exit: 1, report: { error: { code } } });
  expect(stderr).toContain(named);
  expect(stderr).toContain('Pemakaian: npm run -s hub --');
  expect(existsSync(dataDir)).toBe(false);
});

test('without a command it serves, at another port where the usual one is taken', async () => {
  const taken = createServer();
  const settled = new Promise((resolve) => {
    taken.once('listening', resolve).once('error', resolve); // then another program has it
  });
  taken.listen(8_080, '127.0.0.1');
  await settled;
  await using hub = await startHub(['--data', dataDir, '--lang', 'en']);

  expect(hub.firstLine).toMatch(
    /^Hub lapak-hub-\w{8} serves at http:\/\/127\.0\.0\.1:\d+\. Ctrl-C/,
  );
  expect(hub.url).not.toContain(':8080');
  expect((await fetch(`${hub.url}/healthz`)).status).toBe(200);
  expect((await hub.stop('SIGINT')).code).toBe(0);
  taken.close();
});

test('a port that is asked for and taken ends the hub, and leaves nothing running', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const { port } = taken.address() as { port: number }; // it listens by TCP
  const hub = await startHub(['--port', String(port), '--data', dataDir, '--json']);
  const { code, stdout } = await hub.ended;
  taken.close();

  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'PORT_IN_USE' } });
});

test('a database that another process holds is told after five seconds', async () => {
  await addStalls();
  const holder = new Database(join(dataDir, 'hub.db'));
  holder.exec('BEGIN IMMEDIATE');
  const { code, report } = await runJson('devices');
  holder.close();

  expect({ code, report }).toMatchObject({
    code: 1,
    report: { error: { code: 'HUB_DATABASE_HELD' } },
  });
  expect((await runJson('devices')).report).toEqual({ devices: [] });
});

test('an address of PostgreSQL that leads nowhere is told in a sentence', async () => {
  const { url, drop } = await (await sharedPostgres()).createDatabase();
  const addresses = ['mysql://x', 'x', url.replace(/[^/]+$/, 'none'), url.replace(/:\w+@/, ':no@')];
  for (const DATABASE_URL of addresses) {
    const hub = await startHub([...served(), '--json'], { DATABASE_URL });
    const { code, stderr } = await hub.ended;

    expect({ code, line: hub.firstLine }).toMatchObject({
      code: 1,
      line: expect.stringContaining('"code":"COMMAND_INVALID"'),
    });
    expect(stderr).toContain('DATABASE_URL');
    expect(stderr).not.toContain(new URL(url).password);
  }
  await drop();
});

test('two hubs serve one PostgreSQL with one key; another key does not', async () => {
  const { url, drop } = await (await sharedPostgres()).createDatabase();
  const env = { DATABASE_URL: url };
  {
    await using one = await startHub([...served(), '--name', 'hub.pasar.id'], env);
    await using two = await startHub(served(), env);
    const other = await startHub(['--data', join(dir, 'other'), '--json'], env);
    const { code, stdout, stderr } = await other.ended;

    expect((await fetch(`${one.url}/readyz`)).status).toBe(200);
    expect(await (await fetch(`${two.url}/docs`)).text()).toContain('hub.pasar.id');
    const file = join(dir, 'other', 'hub-key');
    const message = translator('id').error('HUB_KEY_OTHER', { file, hub: 'hub.pasar.id' });
    expect({ code, stderr }).toEqual({ code: 1, stderr: `${message}\n` });
    expect(JSON.parse(stdout)).toEqual({ error: { code: 'HUB_KEY_OTHER', message } });
    expect(existsSync(join(dataDir, 'hub.db'))).toBe(false);
  }
  await drop();
});
