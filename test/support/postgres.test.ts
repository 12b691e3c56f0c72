import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { expect, test } from 'vitest';
import { startPostgres } from './postgres.ts';

/** Starts a server, says where, and stays. */
const program = `
  import { startPostgres } from ${JSON.stringify(join(import.meta.dirname, 'postgres.ts'))};
  const { url } = await (await startPostgres()).createDatabase();
  console.log(url);
  setInterval(() => {}, 1_000);
`;

test('the server ends with its process, also one that is killed', async () => {
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const url = String((await lines.next()).value);
  const folder = await dataFolderOf(url);
  expect(folder && existsSync(folder)).toBe(true);

  child.kill('SIGKILL');

  await expect.poll(() => dataFolderOf(url), { timeout: 20_000 }).toBeUndefined();
  await expect.poll(() => existsSync(folder ?? ''), { timeout: 20_000 }).toBe(false);
});

test('a server that does not start says why', async () => {
  const starting = startPostgres({ TMPDIR: '/nowhere', TEMP: 'Z:\\nowhere' });

  await expect(starting).rejects.toThrow(/PostgreSQL for the tests: [^]*ENOENT/);
});

/** Where the server keeps its data; undefined when there is none. */
async function dataFolderOf(url: string): Promise<string | undefined> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory');
    return rows[0]?.data_directory;
  } catch {
    return undefined;
  } finally {
    await client.end().catch(() => {});
  }
}
