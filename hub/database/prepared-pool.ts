import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type pg from 'pg';

/** Statements that each connection keeps prepared; lists of any length would be without end. */
const STATEMENTS_MAX = 200;

/**
 * The pool as Kysely uses it, each connection of which plans a statement once: to plan one takes
 * longer than to run it, all the more where a table is divided by month. A pooler before the
 * server has to know prepared statements (PgBouncer from 1.21 on does).
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
      const query = (text: string, parameters: readonly unknown[] = []) => {
        const values = [...parameters];
        const name = values.length === 0 ? undefined : nameOf(text); // begin, commit and the form
        return client.query(name === undefined ? { text, values } : { name, text, values });
      };
      const release = (isBroken?: boolean) => client.release(isBroken);
      // The hub lends no cursor, the other form of query().
      return { query: query as unknown as PostgresPoolClient['query'], release };
    },
  };
}
