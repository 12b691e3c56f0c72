import { build } from '../database/build.ts';
import { prepare, run, type Tx } from '../database/run.ts';

/** What the secrets that are not in the book are known by: SHA-256, null where there is none. */
export interface SecretHashes {
  readonly pepper: Buffer | null;
  readonly recovery: Buffer | null;
}

/** The hashes that the book has. */
export function readSecretHashes(tx: Tx): SecretHashes {
  return find.first(tx, {}) ?? { pepper: null, recovery: null };
}

/** Keeps the hashes given. */
export function keepSecretHashes(tx: Tx, change: Partial<SecretHashes>): void {
  const { pepper, recovery } = { ...readSecretHashes(tx), ...change };
  const row = { pepper_hash: pepper, recovery_hash: recovery };
  const query = build
    .insertInto('staff_secret')
    .values({ only: 1, ...row })
    .onConflict((conflict) => conflict.column('only').doUpdateSet(row));
  run(tx, query);
}

const find = prepare<object, SecretHashes>(() =>
  build.selectFrom('staff_secret').select(['pepper_hash as pepper', 'recovery_hash as recovery']),
);
