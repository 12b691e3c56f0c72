import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { type DatabaseConnection, type Driver, Kysely } from 'kysely';
import { HubSqliteDialect } from '../../hub/database/dialects.ts';
import { nothingToWatch } from '../../hub/database/file-watch.ts';
import { HUB_FILE, type HubDatabase } from '../../hub/database/open-database.ts';
import type { HubTables } from '../../hub/database/tables.ts';
import type { InjectedAnswer, InjectedRequest } from '../../hub/server/open-hub.ts';
import { openDatabase } from '../../node/sqlite/open-database.ts';
import type { HubPlan } from './sim-network.ts';
import type { SimFolders } from './sim-folders.ts';

/** A record as the hub has it. */
export interface HubRecord {
  readonly device: string;
  readonly epoch: number;
  readonly seq: number;
  readonly leaf: string;
  readonly idx: number;
  readonly head: Buffer;
  readonly verdict: string;
  readonly reason: string | null;
}

/** What answers requests: a server that keeps nothing of its own. */
export interface HubInstance {
  inject(request: InjectedRequest): Promise<InjectedAnswer>;
}

/** More pages than any database has. */
const NO_LIMIT = 2 ** 32 - 2;

class HubKilled extends Error {
  override readonly name = 'HubKilled';
}

/**
 * The hub of a simulation: real servers on a real SQLite file. A killed hub is opened anew on a
 * copy of its folder as it was at that instant.
 */
export class SimHub {
  readonly #folders: SimFolders;
  readonly #instances: readonly HubInstance[];
  /** Loses a commit although it says that it is done: a planted bug. */
  readonly losesCommits: boolean;
  #folder: string;
  #raw: Database;
  #db: Kysely<HubTables>;
  #plan: HubPlan | null = null;
  #commits = 0;
  #served = 0;

  /**
   * @param instances of one hub, among which the requests take turns: they use `database`
   * @param given the folder that it begins with
   */
  constructor(
    folders: SimFolders,
    given: string,
    instances: readonly HubInstance[],
    { losesCommits = false }: { readonly losesCommits?: boolean } = {},
  ) {
    this.#folders = folders;
    this.#instances = instances;
    this.losesCommits = losesCommits;
    this.#folder = folders.copy(given);
    this.#raw = openDatabase(join(this.#folder, HUB_FILE), this.#folder, 'hub');
    this.#db = this.#openKysely();
  }

  /** Its database, whichever is open now. */
  get database(): HubDatabase {
    const db = this.#db;
    return {
      kind: 'sqlite',
      db,
      reports: db,
      watch: nothingToWatch,
      close: () => Promise.resolve(),
    };
  }

  /** Its file, for the checks. */
  get raw(): Database {
    return this.#raw;
  }

  /** Everything that it has, in the order of its trees. */
  records(): HubRecord[] {
    const query = `SELECT device, epoch, seq, lower(hex(leaf)) AS leaf, idx, head, verdict, reason
      FROM record ORDER BY device, idx, epoch, seq`;
    return this.#raw.prepare<[], HubRecord>(query).all();
  }

  /** @returns undefined where it was killed meanwhile; it is up again by then */
  async serve(request: InjectedRequest, plan: HubPlan | null): Promise<InjectedAnswer | undefined> {
    this.#served += 1;
    const instance = this.#instances[this.#served % this.#instances.length];
    if (!instance) throw new Error('a hub has an instance');
    this.#plan = plan;
    this.#commits = 0;
    if (plan?.kind === 'full') this.fill();
    const answer = await instance.inject(request);
    if (plan?.kind === 'full') this.free();
    const isKilled = plan?.kind === 'kill' && this.#plan === null;
    this.#plan = null;
    if (!isKilled) return answer;
    await this.kill();
    return undefined;
  }

  /** From now on nothing more goes onto its disk. */
  fill(): void {
    const pages = Number(this.#raw.pragma('page_count', { simple: true }));
    this.#raw.pragma(`max_page_count = ${pages}`);
  }

  /** There is room again. */
  free(): void {
    this.#raw.pragma(`max_page_count = ${NO_LIMIT}`);
  }

  /** Its folder as it is now. */
  backUp(): string {
    return this.#folders.copy(this.#folder);
  }

  /** Ends without a word, and begins anew. */
  kill(): Promise<void> {
    return this.restore(this.#folder);
  }

  /** Goes on from a copy of a folder. */
  async restore(folder: string): Promise<void> {
    const copy = this.#folders.copy(folder);
    await this.close();
    this.#folder = copy;
    this.#raw = openDatabase(join(copy, HUB_FILE), copy, 'hub');
    this.#db = this.#openKysely();
  }

  async close(): Promise<void> {
    await this.#db.destroy();
  }

  #openKysely(): Kysely<HubTables> {
    return new Kysely<HubTables>({
      dialect: new TappedDialect(this.#raw, (commit, rollback) => this.#commit(commit, rollback)),
    });
  }

  /** The first commit of a signed request is that of its nonce; the second is what it came for. */
  async #commit(commit: () => Promise<void>, rollback: () => Promise<void>): Promise<void> {
    this.#commits += 1;
    const plan = this.#plan;
    if (this.#commits !== 2 || !plan) return commit();
    if (plan.kind === 'die-after' && this.losesCommits) return rollback();
    if (plan.kind !== 'kill') return commit();
    if (plan.isCommitted) await commit();
    this.#plan = null;
    throw new HubKilled('kill -9');
  }
}

type Tap = (commit: () => Promise<void>, rollback: () => Promise<void>) => Promise<void>;

class TappedDialect extends HubSqliteDialect {
  readonly #tap: Tap;

  constructor(database: Database, tap: Tap) {
    super(database, nothingToWatch);
    this.#tap = tap;
  }

  override createDriver(): Driver {
    const driver = super.createDriver();
    const commit = driver.commitTransaction.bind(driver);
    const rollback = driver.rollbackTransaction.bind(driver);
    driver.commitTransaction = (connection: DatabaseConnection) =>
      this.#tap(
        () => commit(connection),
        () => rollback(connection),
      );
    return driver;
  }
}
