import { sql } from 'kysely';
import type { UtcMs } from '../../../domain/time.ts';
import { build } from '../database/build.ts';
import { prepare, type Tx } from '../database/run.ts';

/** Which of these rows of reports have told of a payment that is found out by them still. */
export function listToldRows(tx: Tx, hashes: readonly string[]): ReadonlySet<string> {
  const rows = toldRows.all(tx, { hashes: JSON.stringify(hashes) });
  return new Set(rows.flatMap(({ row_hash }) => row_hash ?? []));
}

/** What acquirers call the payments that were found to have come since a time. */
export function listToldReferences(tx: Tx, sinceMs: UtcMs): readonly string[] {
  const rows = toldReferences.all(tx, { sinceMs });
  return rows.flatMap(({ reference }) => reference ?? []);
}

/** Most references of payments that have come, the newest: some months of a busy stall. */
const REFERENCES_MAX = 100_000;

const newestOfTender = sql<boolean>`n.record = (
  select max(m.record) from tender_state m where m.number = n.number and m.tender = n.tender)`;

const toldRows = prepare<{ hashes: string }, { row_hash: string | null }>((given) =>
  build
    .selectFrom('tender_state as n')
    .select('n.row_hash')
    .where('n.row_hash', 'is not', null)
    .where(sql<boolean>`n.row_hash in (select value from json_each(${given('hashes')}))`)
    .where(newestOfTender),
);

const toldReferences = prepare<{ sinceMs: number }, { reference: string | null }>((given) =>
  build
    .selectFrom('tender_state as n')
    .select('n.reference')
    .where('n.at_ms', '>=', given('sinceMs'))
    .where('n.state', '=', 'verified')
    .where('n.reference', 'is not', null)
    .where(newestOfTender)
    .orderBy(sql`+n.record`, 'desc') // by the index of the time
    .limit(REFERENCES_MAX),
);
