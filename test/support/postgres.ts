import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { createInterface } from 'node:readline';
import pg from 'pg';
import type { KeeperWord } from './postgres-keeper.ts';

/** A real PostgreSQL server for tests, on a free port of this computer. */
export interface PostgresServer {
  /** A database of its own: empty, or a copy of another that nobody is connected to. */
  createDatabase(template?: string): Promise<PostgresDatabase>;
  /** As createDatabase(), of an owner who is no superuser, as whom its address logs in. */
  createOwner(): Promise<PostgresDatabase>;
  /** Ends the server and takes away what it kept. It ends with this process as well. */
  stop(): Promise<void>;
}

export interface PostgresDatabase {
  readonly name: string;
  /** `postgres://…`, of its superuser. */
  readonly url: string;
  /** Takes it away, whoever is still connected. */
  drop(): Promise<void>;
}

let shared: Promise<PostgresServer> | undefined;

/** The one server of this process: of all files of tests that run in it, one after the other. */
export function sharedPostgres(): Promise<PostgresServer> {
  shared ??= startPostgres();
  return shared;
}

/**
 * Starts a server in a temporary folder, as `nobody` where root runs the tests.
 * @param env what its keeper has in its environment beside that of this process
 * @throws Error with what PostgreSQL said when it does not start
 */
export async function startPostgres(env: NodeJS.ProcessEnv = {}): Promise<PostgresServer> {
  const password = randomBytes(16).toString('hex');
  const keeper = startKeeper({ ...process.env, ...env, LAPAK_POSTGRES_PASSWORD: password });
  const port = await portOf(keeper);
  const urlOf = (name: string) => `postgres://lapak:${password}@127.0.0.1:${port}/${name}`;
  let made = 0;
  return {
    async createDatabase(template = 'template1') {
      made += 1;
      const name = `lapak_${made}`;
      await run(urlOf('postgres'), `CREATE DATABASE ${name} TEMPLATE ${template}`);
      const drop = () => run(urlOf('postgres'), `DROP DATABASE ${name} WITH (FORCE)`);
      return { name, url: urlOf(name), drop };
    },
    async createOwner() {
      made += 1;
      const name = `lapak_owned_${made}`;
      await run(urlOf('postgres'), `CREATE ROLE ${name} LOGIN PASSWORD '${password}'`);
      await run(urlOf('postgres'), `CREATE DATABASE ${name} OWNER ${name}`);
      const url = urlOf(name).replace('//lapak:', `//${name}:`);
      const drop = async () => {
        await run(urlOf('postgres'), `DROP DATABASE ${name} WITH (FORCE)`);
        await run(urlOf('postgres'), `DROP ROLE ${name}`);
      };
      return { name, url, drop };
    },
    async stop() {
      keeper.ref();
      const ended = once(keeper, 'exit');
      keeper.stdin.end();
      await ended;
    },
  };
}

type Keeper = ChildProcessByStdio<Writable, Readable, Readable>;

/** In a session of its own: what interrupts the tests ends it by the end of its input only. */
function startKeeper(env: NodeJS.ProcessEnv): Keeper {
  const program = join(import.meta.dirname, 'postgres-keeper.ts');
  return spawn(process.execPath, [program], {
    detached: true,
    env,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}

async function portOf(keeper: Keeper): Promise<number> {
  let complaint = '';
  keeper.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-4_000);
  });
  for await (const line of createInterface({ input: keeper.stdout })) {
    const word: KeeperWord = JSON.parse(line);
    if ('failure' in word) throw new Error(`PostgreSQL for the tests: ${word.failure}`);
    leaveRunning(keeper);
    return word.port;
  }
  throw new Error(`PostgreSQL for the tests: ${complaint}`);
}

/** This process does not wait for the server when it has nothing else to do. */
function leaveRunning(keeper: Keeper): void {
  keeper.unref();
  for (const stream of [keeper.stdin, keeper.stdout, keeper.stderr]) {
    if ('unref' in stream && typeof stream.unref === 'function') stream.unref();
  }
}

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
