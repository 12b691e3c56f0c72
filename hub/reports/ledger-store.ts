import type { Kysely } from 'kysely';
import type { HubTables } from '../database/tables.ts';

const columns = [
  'r.device',
  'r.epoch',
  'r.seq',
  'r.leaf',
  'r.idx',
  'r.type',
  'r.head',
  'r.signature',
  'r.verdict',
  'r.reason',
  'r.received_at_ms',
] as const;

/** Records of a stall, each with its body where the stall gave it. */
function records(db: Kysely<HubTables>, stall: string) {
  return db
    .selectFrom('record as r')
    .leftJoin('body as b', (on) =>
      on
        .onRef('b.stall', '=', 'r.stall')
        .onRef('b.device', '=', 'r.device')
        .onRef('b.epoch', '=', 'r.epoch')
        .onRef('b.seq', '=', 'r.seq')
        .onRef('b.leaf', '=', 'r.leaf'),
    )
    .select(columns)
    .select('b.body')
    .where('r.stall', '=', stall);
}

/** A record as the ledger has it. */
export type LedgerRow = Awaited<ReturnType<ReturnType<typeof records>['execute']>>[number];

/** Behind which record a page begins. */
export interface LedgerCursor {
  readonly device: string;
  readonly index: number;
}

/** The records of a date, by device and in the order of its tree. */
export async function recordsOfDate(
  db: Kysely<HubTables>,
  stall: string,
  date: string,
  { after, limit }: { readonly after: LedgerCursor | null; readonly limit: number },
): Promise<LedgerRow[]> {
  return records(db, stall)
    .where('r.business_date', '=', date)
    .$if(after !== null, (query) =>
      query.where((e) =>
        e.or([
          e('r.device', '>', after?.device ?? ''),
          e.and([e('r.device', '=', after?.device ?? ''), e('r.idx', '>', after?.index ?? -1)]),
        ]),
      ),
    )
    .orderBy('r.device')
    .orderBy('r.idx')
    .limit(limit)
    .execute();
}

/** The record of a stall that has this leaf. */
export async function findLedgerRow(
  db: Kysely<HubTables>,
  stall: string,
  leaf: Buffer,
): Promise<LedgerRow | undefined> {
  // An index has device before leaf: a stall has few of them.
  const devices = await db
    .selectFrom('device')
    .select('device')
    .where('stall', '=', stall)
    .execute();
  if (devices.length === 0) return undefined;
  const names = devices.map(({ device }) => device);
  return records(db, stall)
    .where('r.device', 'in', names)
    .where('r.leaf', '=', leaf)
    .executeTakeFirst();
}
