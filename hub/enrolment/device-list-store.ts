import { type Kysely, sql } from 'kysely';
import type { DeviceFilter } from '../../domain/enrolment/manage-contract.ts';
import { likeOf } from '../database/like.ts';
import type { HubTables } from '../database/tables.ts';
import { IN_ALARM } from '../ingest/alarm-store.ts';

/** Behind which device a page begins. */
export interface DeviceCursor {
  readonly enrolledAtMs: number;
  readonly device: string;
}

/** Which devices a page has. */
export interface DevicesAsked {
  /** A part of a device's name, of the code or name of its stall, or of its mall's name. */
  readonly text: string;
  /** Null for all. */
  readonly filter: DeviceFilter | null;
  readonly after: DeviceCursor | null;
  readonly limit: number;
}

/** A device with the name of its stall, how far it has reported, and its alarms. */
export type DescribedRow = Awaited<ReturnType<typeof listDevices>>[number];

/** A page of devices as their manager sees them, the newest first. */
export async function listDevices(db: Kysely<HubTables>, asked: DevicesAsked) {
  const { text, filter, after, limit } = asked;
  return described(db)
    .$if(filter !== null, (query) => query.where(isOf(filter ?? 'enrolled')))
    .$if(text !== '', (query) => query.where(isNamed(text)))
    .$if(after !== null, (query) =>
      query.where((e) =>
        e(
          e.refTuple('d.enrolled_at_ms', 'd.device'),
          '<',
          e.tuple(after?.enrolledAtMs ?? 0, after?.device ?? ''),
        ),
      ),
    )
    .orderBy('d.enrolled_at_ms', 'desc')
    .orderBy('d.device', 'desc')
    .limit(limit)
    .execute();
}

/** One device as its manager sees it. */
export async function findDescribed(
  db: Kysely<HubTables>,
  device: string,
): Promise<DescribedRow | undefined> {
  return described(db).where('d.device', '=', device).executeTakeFirst();
}

/** How many devices wait for approval. */
export async function countWaiting(db: Kysely<HubTables>): Promise<number> {
  const { waiting } = await db
    .selectFrom('device')
    .where('state', '=', 'waiting')
    .select((e) => e.fn.countAll<number>().as('waiting'))
    .executeTakeFirstOrThrow();
  return waiting;
}

/** How many devices a person should look at. */
export async function countAlarmed(db: Kysely<HubTables>): Promise<number> {
  const { alarmed } = await db
    .selectFrom('chain')
    .where(sql<boolean>`(${sql.raw(IN_ALARM)})`)
    .select((e) => e.fn.countAll<number>().as('alarmed'))
    .executeTakeFirstOrThrow();
  return alarmed;
}

function described(db: Kysely<HubTables>) {
  return db
    .selectFrom('device as d')
    .innerJoin('stall as s', 's.code', 'd.stall')
    .innerJoin('mall as m', 'm.code', 's.mall')
    .leftJoin('chain as c', (on) =>
      on.onRef('c.stall', '=', 'd.stall').onRef('c.device', '=', 'd.device'),
    )
    .select([
      'd.device',
      'd.stall',
      's.name',
      'm.name as mall',
      'd.state',
      'd.enrolled_at_ms',
      'd.approved_at_ms',
      'd.revoked_at_ms',
      'd.last_epoch',
      'd.last_seq',
      'c.epoch',
      'c.seq',
      'c.reported_at_ms',
      'c.size',
      'c.checked_size',
      'c.unsigned',
      'c.unsigned_settled',
      'c.proven_later',
      'c.forked_at_ms',
      'c.rolled_back_at_ms',
    ]);
}

function isOf(filter: DeviceFilter) {
  if (filter === 'enrolled') return sql<boolean>`d.state <> 'waiting'`;
  if (filter !== 'alarm') return sql<boolean>`d.state = ${filter}`;
  return sql<boolean>`d.device IN (SELECT device FROM chain WHERE ${sql.raw(IN_ALARM)})`;
}

/** A name is found as it is written in two groups too: `3fa9 20c1`. */
function isNamed(text: string) {
  const like = likeOf(text);
  return sql<boolean>`(lower(d.stall || ' ' || s.name || ' ' || m.name) LIKE ${like} ESCAPE '\\'
    OR d.device LIKE ${likeOf(text.replaceAll(' ', ''))} ESCAPE '\\')`;
}
