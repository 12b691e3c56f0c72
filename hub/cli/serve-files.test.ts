import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { translator } from '../../domain/translator.ts';
import { makePrivateKey, pemOf } from '../../node/crypto/private-key.ts';
import { bundlePage, hubPages, isBundleStale } from '../../node/page/page-bundle.ts';
import { sharedPostgres } from '../../test/support/postgres.ts';
import { runHubHere, type RunningHub, startHub } from '../../test/support/run-hub.ts';

const projectDir = join(import.meta.dirname, '..', '..');

let dataDir: string;

beforeAll(async () => {
  for (const page of hubPages) {
    if (isBundleStale(projectDir, page)) await bundlePage(projectDir, page);
  }
});

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'lapak-hub-files-'));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

const at = (name: string) => join(dataDir, name);
const served = (...words: string[]) => ['serve', '--port', '0', '--data', dataDir, ...words];
const said = translator('id');

const begin = async (env: NodeJS.ProcessEnv = {}): Promise<void> => {
  await using hub = await startHub(served(), env);
  expect(hub.firstLine).toContain('127.0.0.1');
};

/** How it answers once it does so, as long as the test waits. */
async function readyWith({ url }: RunningHub, status: number): Promise<void> {
  await expect
    .poll(async () => (await fetch(`${url}/readyz`)).status, { timeout: 10_000 })
    .toBe(status);
}

test('a hub whose database was deleted ends by itself, in one sentence', async () => {
  await using hub = await startHub(served('--log', 'warn'));
  for (const name of ['hub.db', 'hub.db-wal', 'hub.db-shm']) rmSync(at(name));
  const { code, stderr } = await hub.ended;

  const sentence = said.error('HUB_FILE_LOST', { file: at('hub.db') });
  expect(code).toBe(1);
  expect(stderr.trimEnd().split('\n').at(-1)).toBe(sentence);
  expect(existsSync(at('hub.db'))).toBe(false);
});

test('a key that was removed is written anew; with another there no hub is ready', async () => {
  await using hub = await startHub(served('--log', 'warn'));
  const key = readFileSync(at('hub-key'));
  rmSync(at('hub-key'));
  await readyWith(hub, 200);
  expect(readFileSync(at('hub-key'))).toEqual(key);

  writeFileSync(at('hub-key'), pemOf(makePrivateKey()));
  await readyWith(hub, 503);
  writeFileSync(at('hub-key'), key);
  await readyWith(hub, 200);
  const { code, stderr } = await hub.stop();

  expect(code).toBe(0);
  expect(stderr).toMatch(/hub-key was gone, and was written anew/);
  expect(stderr.match(/HUB_KEY_OTHER/g)).toHaveLength(1);
});

test.each([
  ['was deleted', () => rmSync(at('hub.db'))],
  [
    'left only its log',
    () => {
      rmSync(at('hub.db'));
      rmSync(at('hub-key'));
      writeFileSync(at('hub.db-wal'), 'rest');
    },
  ],
])('a hub whose database %s does not begin anew unasked', async (_, lose) => {
  await begin();
  lose();
  for (const words of [served(), ['devices', '--data', dataDir], ['link', '--data', dataDir]]) {
    const { code, stderr } = await runHubHere(...words);
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: `${said.error('HUB_FORGOT', { dataDir })}\n`,
    });
  }
  expect(existsSync(at('hub.db'))).toBe(false);

  await using hub = await startHub(served('--begin-anew'));
  await readyWith(hub, 200);
});

test('nor does one whose PostgreSQL is another, empty one', async () => {
  const server = await sharedPostgres();
  const [first, second] = [await server.createDatabase(), await server.createDatabase()];
  await begin({ DATABASE_URL: first.url });
  const key = readFileSync(at('hub-key'));
  const lost = await startHub(served('--json'), { DATABASE_URL: second.url });
  expect(JSON.parse((await lost.ended).stdout)).toMatchObject({ error: { code: 'HUB_FORGOT' } });
  {
    await using hub = await startHub(served('--begin-anew'), { DATABASE_URL: second.url });
    await readyWith(hub, 200);
  }
  expect(readFileSync(at('hub-key'))).toEqual(key);
  await begin({ DATABASE_URL: first.url });
  await Promise.all([first.drop(), second.drop()]);
});

test('a first start that broke off before its hub was known is made anew', async () => {
  writeFileSync(at('hub-key.part'), pemOf(makePrivateKey()));
  await begin();
  expect(existsSync(at('hub-key.part'))).toBe(false);
});

test('one that broke off after it takes the key that it had made', async () => {
  await begin();
  copyFileSync(at('hub-key'), at('hub-key.part'));
  rmSync(at('hub-key'));
  await begin();
});

test('a second hub on a folder is refused; commands, and a hub after a kill, are not', async () => {
  await using hub = await startHub(served('--json'));
  const address = readFileSync(at('hub-address'), 'utf8');
  const second = await startHub(served());
  const { code, stderr } = await second.ended;
  const listed = await runHubHere('devices', '--data', dataDir);

  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: `${said.error('FOLDER_IN_USE', { dataDir })}\n`,
  });
  expect(readFileSync(at('hub-address'), 'utf8')).toBe(address);
  expect(listed.code).toBe(0);
  await hub.stop('SIGKILL');
  await begin();
});
