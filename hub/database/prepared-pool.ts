import type { Writable } from 'node:stream';
import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type pg from 'pg';

/** What opens a transaction, and says for whom it is: it answers nothing. */
const OPENING = /^(begin|start transaction|set local)\b/i;
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
 * server has to know prepared statements (PgBouncer from 1.21 on does). What opens a transaction
 * goes out with its first statement, without a wait of its own, and what is wrong with it that
 * statement says.
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
    connect: async () => {
      const client = await pool.connect();
      const { stream } = (client as unknown as Wired).connection; // see there
      const opening: string[] = [];
      const query = (text: string, parameters: readonly unknown[] = []) => {
        if (OPENING.test(text)) {
          opening.push(text);
          return Promise.resolve(NO_ROWS);
        }
        stream.cork();
        const before = opening.splice(0).map((first) => client.query(first));
        const values = [...parameters];
        const name = values.length === 0 ? undefined : nameOf(text); // commit and the form
        const own = client.query(name === undefined ? { text, values } : { name, text, values });
        stream.uncork(); // all of it in one packet
        return before.length === 0 ? own : Promise.all([own, ...before]).then(([result]) => result);
      };
      const release = (isBroken?: boolean) => client.release(isBroken);
      // The hub lends no cursor, the other form of query().
      return { query: query as unknown as PostgresPoolClient['query'], release };
    },
  };
}
