import type { Writable } from 'node:stream';
import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type pg from 'pg';

/** What a statement begins with whose answer nobody reads. */
export const UNREAD = '/* unread */ ';

/** What opens a transaction, and says for whom it is, answers nothing either. */
const GOES_WITH_NEXT = /^(begin\b|start transaction\b|set local\b|\/\* unread \*\/)/i;
const BEGINS = /^(begin|start transaction)\b/i;
const READS_ONLY = /^start transaction\b.*\bread only\b/i;
const ENDS = /^(commit|rollback)$/i;
const COMMITTED = { command: 'COMMIT', rowCount: null, rows: [] };
const NO_ROWS = { command: 'SET', rowCount: null, rows: [] };

/** Statements that each connection keeps prepared; lists of any length would be without end. */
const STATEMENTS_MAX = 200;

/** What the types of pg leave out: the socket, of each of its clients. */
interface Wired {
  readonly connection: { readonly stream: Writable };
}

/**
 * The pool as Kysely uses it, each connection of which plans a statement once: to plan one takes
 * longer than to run it, all the more where a table is divided by month. A pooler before the
 * server has to know prepared statements (PgBouncer from 1.21 on does). What opens a transaction,
 * and what is unread, goes out with the next statement, without a wait of its own, and what is
 * wrong with it that statement says: all that a batch writes is one packet with its commit. The
 * commit of a reading goes with the next transaction of its connection, or by itself.
 * @param pool whose connections send a statement before the last was answered (`pipeline`)
 */
export function preparedPool(pool: pg.Pool): PostgresPool {
  const names = new Map<string, string>();
  const nameOf = (text: string): string | undefined => {
    const known = names.get(text);
    if (known !== undefined || names.size === STATEMENTS_MAX) return known;
    const name = `lapak_${names.size}`;
    names.set(text, name);
    return name;
  };
  return {
    options: pool.options,
    end: () => pool.end(),
    connect: async () => lend(await pool.connect(), nameOf),
  };
}

/** The commits of readings that ended: they go out with what the next one to have it sends. */
const endedOf = new WeakMap<pg.PoolClient, pg.QueryConfig[]>();

function lend(
  client: pg.PoolClient,
  nameOf: (text: string) => string | undefined,
): PostgresPoolClient {
  const { stream } = (client as unknown as Wired).connection; // see there
  const ended = endedOf.get(client) ?? [];
  endedOf.set(client, ended);
  let waiting: pg.QueryConfig[] = [];
  let isReading = false;
  const send = (statements: readonly pg.QueryConfig[]) => {
    stream.cork();
    const answers = statements.map((statement) => client.query(statement));
    stream.uncork(); // all of it in one packet
    return answers;
  };
  const answerOf = async (statements: readonly pg.QueryConfig[]) =>
    (await Promise.all(send([...ended.splice(0), ...statements]))).at(-1);
  const query = (text: string, parameters: readonly unknown[] = []) => {
    const values = [...parameters];
    const name = values.length === 0 ? undefined : nameOf(text); // commit and the form
    const statement = name === undefined ? { text, values } : { name, text, values };
    if (GOES_WITH_NEXT.test(text)) {
      waiting.push(statement);
      isReading ||= READS_ONLY.test(text);
      return Promise.resolve(NO_ROWS);
    }
    const before = waiting;
    waiting = [];
    const isReadEnd = isReading && text === 'commit';
    if (ENDS.test(text)) isReading = false;
    if (isReadEnd) {
      ended.push(...before, statement);
      return Promise.resolve(COMMITTED);
    }
    if (text !== 'rollback') return answerOf([...before, statement]);
    // What was not sent of what is given up is not run, and nothing is where its begin was not.
    const isBegun = !before.some((one) => BEGINS.test(one.text));
    return isBegun ? answerOf([statement]) : Promise.resolve(NO_ROWS);
  };
  const release = (isBroken?: boolean) => {
    client.release(isBroken);
    if (isBroken) return;
    // Whoever waits for a connection has this one by now, and takes the end of a reading along.
    setImmediate(() => {
      // Where it fails, the connection does, and says so to the next one who has it.
      for (const answer of send(ended.splice(0))) answer.catch(() => {});
    });
  };
  // The hub lends no cursor, the other form of query().
  return { query: query as unknown as PostgresPoolClient['query'], release };
}
