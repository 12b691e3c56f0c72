import type { Statement } from 'better-sqlite3';
import type { Compilable, CompiledQuery } from 'kysely';
import { assert } from '../../../domain/assert.ts';
import type { Connection } from './connection.ts';

declare const inTransaction: unique symbol;

/** A connection inside read() or write(); every store function takes it first. */
export type Tx = Connection & { readonly [inTransaction]: true };

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

/**
 * Compiles a query once. `given('name')` stands where `parameters.name` goes.
 * Compiling costs 10 to 50 µs a query, a sale has about twenty.
 */
export function prepare<P extends object, R = unknown>(
  make: (given: <K extends keyof P & string>(name: K) => P[K]) => Compilable<R>,
): PreparedQuery<P, R> {
  let compiled: CompiledQuery | undefined;
  const bind = (tx: Tx, parameters: P): [Statement, unknown[]] => {
    // A placeholder stands for its value until the line below swaps them.
    compiled ??= make((name) => new Placeholder(name) as never).compile();
    const values = compiled.parameters.map((value) =>
      // given() took only names of P
      value instanceof Placeholder ? parameters[value.name as keyof P] : value,
    );
    return [prepared(tx, compiled.sql), values];
  };
  return {
    all: (tx, parameters) => {
      const [statement, values] = bind(tx, parameters);
      return statement.all(...values) as R[]; // Kysely typed the rows of this very SQL
    },
    first: (tx, parameters) => {
      const [statement, values] = bind(tx, parameters);
      return statement.get(...values) as R | undefined; // as above
    },
    run: (tx, parameters) => {
      const [statement, values] = bind(tx, parameters);
      return Number(statement.run(...values).lastInsertRowid);
    },
  };
}

const STATEMENTS_MAX = 500;

function prepared(tx: Tx, sql: string): Statement {
  assert(tx.db.inTransaction, 'a store is called inside read() or write()');
  const known = tx.statements.get(sql);
  if (known) return known;
  if (tx.statements.size >= STATEMENTS_MAX) tx.statements.clear();
  const statement = tx.db.prepare(sql);
  tx.statements.set(sql, statement);
  return statement;
}
