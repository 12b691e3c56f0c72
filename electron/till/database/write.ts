import { assert } from '../../../domain/assert.ts';
import type { Connection } from './connection.ts';
import { databaseFailure } from '../../../node/sqlite/failure.ts';
import type { Tx } from './run.ts';

/**
 * One act: all of `act` in one immediate transaction, on disk before this returns
 * (synchronous=FULL). Nothing may be awaited inside.
 * @throws LapakError DISK_FULL, DISK_FAULT, FOLDER_READ_ONLY, DATABASE_DAMAGED, and what `act`
 * throws;
 * then nothing was written.
 */
export function write<T>(connection: Connection, act: (tx: Tx) => T): T {
  if (connection.health.damage) throw connection.health.damage;
  return transact(connection, act, 'immediate');
}

/** One consistent look at the book. @throws LapakError as write() */
export function read<T>(connection: Connection, look: (tx: Tx) => T): T {
  return transact(connection, look, 'deferred');
}

function transact<T>(
  connection: Connection,
  body: (tx: Tx) => T,
  mode: 'immediate' | 'deferred',
): T {
  connection.acts.open += 1;
  try {
    const result = connection.transact[mode](() => {
      const given = body(connection as Tx); // the only place where a Tx is made
      assert(!(given instanceof Promise), 'nothing is awaited in a transaction');
      return given;
    });
    return result as T; // better-sqlite3 gives back what the act gave
  } catch (error) {
    throw databaseFailure(error, connection.dataDir);
  } finally {
    connection.acts.open -= 1;
  }
}
