import type { Statement } from 'better-sqlite3';
import type { Compilable, CompiledQuery } from 'kysely';
import { assert } from '../../../domain/assert.ts';
import type { Book } from './book.ts';

declare const inTransaction: unique symbol;

/** A book inside read() or write(); every store function takes it first. */
export type Tx = Book & { readonly [inTransaction]: true };

/** All rows of a query. */
export function all<R>(tx: Tx, query: Compilable<R>): R[] {
  const { sql, parameters } = query.compile();
  return prepared(tx, sql).all(...parameters) as R[]; // Kysely typed the rows of this very SQL
}

/** The first row of a query. */
export function first<R>(tx: Tx, query: Compilable<R>): R | undefined {
  const { sql, parameters } = query.compile();
  return prepared(tx, sql).get(...parameters) as R | undefined; // as above
}

/** Runs an insert, update or delete. */
export function run(tx: Tx, query: Compilable<unknown>): void {
  const { sql, parameters } = query.compile();
  prepared(tx, sql).run(...parameters);
}

/** A query compiled once, for the way of a sale: its named parameters are filled at each call. */
export interface PreparedQuery<P, R> {
  all(tx: Tx, parameters: P): R[];
  first(tx: Tx, parameters: P): R | undefined;
  /** @returns the rowid of an inserted row. */
  run(tx: Tx, parameters: P): number;
}

/** Stands in the query for a value that each call gives. */
class Placeholder {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/** A compiled query: each value is a constant or has the name of a parameter. */
interface Template {
  readonly sql: string;
  readonly constants: readonly unknown[];
  readonly names: readonly (string | undefined)[];
}

/**
 * Compiles a query once. `given('name')` stands where `parameters.name` goes.
 * Compiling costs 10 to 50 µs a query, a sale has about twenty.
 */
export function prepare<P extends object, R = unknown>(
  make: (given: <K extends keyof P & string>(name: K) => P[K]) => Compilable<R>,
): PreparedQuery<P, R> {
  let compiled: Template | undefined;
  const template = () => {
    // A placeholder passes for the value that is bound in its place.
    compiled ??= templateOf(make((name) => new Placeholder(name) as never).compile());
    return compiled;
  };
  return {
    all(tx, parameters) {
      const query = template();
      return prepared(tx, query.sql).all(...fill(query, parameters)) as R[]; // Kysely typed these
    },
    first(tx, parameters) {
      const query = template();
      return prepared(tx, query.sql).get(...fill(query, parameters)) as R | undefined; // as above
    },
    run(tx, parameters) {
      const query = template();
      return Number(prepared(tx, query.sql).run(...fill(query, parameters)).lastInsertRowid);
    },
  };
}

function templateOf({ sql, parameters }: CompiledQuery): Template {
  const names = parameters.map((value) => (value instanceof Placeholder ? value.name : undefined));
  return { sql, constants: parameters, names };
}

function fill({ constants, names }: Template, parameters: object): unknown[] {
  const given = parameters as Readonly<Record<string, unknown>>; // its names came from given()
  const values = constants.slice();
  for (let at = 0; at < names.length; at += 1) {
    const name = names[at];
    if (name !== undefined) values[at] = given[name];
  }
  return values;
}

const STATEMENTS_MAX = 500;

function prepared(tx: Tx, sql: string): Statement {
  assert(tx.acts.open > 0, 'a store is called inside read() or write()');
  const known = tx.statements.get(sql);
  if (known) return known;
  if (tx.statements.size >= STATEMENTS_MAX) tx.statements.clear();
  const statement = tx.db.prepare(sql);
  tx.statements.set(sql, statement);
  return statement;
}
