import type { Kysely } from 'kysely';
import { FeeMessageContent, type messageKinds } from '../../../domain/fees/messages-contract.ts';
import type { HubTables } from '../../database/tables.ts';
import type { Tx } from '../../database/transact.ts';

/** What a till said. */
export interface KeptMessage {
  readonly id: string;
  readonly stall: string;
  readonly device: string;
  readonly receivedAtMs: number;
  readonly said: FeeMessageContent;
  /** SHA-256 of its picture; null for none. */
  readonly photo: string | null;
  /** Id of the act that answered it, or that was booked of it; null while it waits. */
  readonly answeredBy: string | null;
}

/** A message, and the stall that it is of. */
export interface NamedMessage extends KeptMessage {
  readonly name: string;
  readonly number: string;
  readonly mall: string;
}

/** Where a page of messages begins: behind this one. */
export interface MessagePlace {
  readonly receivedAtMs: number;
  readonly id: string;
}

/** Most claims that are looked at for a page of them. */
const WAITING_MAX = 2_000;

/** Keeps what a till said. */
export async function insertMessage(trx: Tx, message: KeptMessage): Promise<void> {
  const { id, stall, device, said, photo, receivedAtMs, answeredBy } = message;
  await trx
    .insertInto('fee_message')
    .values({
      id,
      stall,
      device,
      kind: said.kind,
      content: JSON.stringify(said),
      photo,
      received_at_ms: receivedAtMs,
      answered_by: answeredBy,
    })
    .execute();
}

/** A message by its id. */
export async function findMessage(
  db: Kysely<HubTables>,
  id: string,
): Promise<NamedMessage | undefined> {
  const row = await messages(db).where('m.id', '=', id).executeTakeFirst();
  return row && messageOf(row);
}

/** How many messages, and pictures, came of a stall since a time. */
export async function countMessages(
  db: Kysely<HubTables>,
  stall: string,
  sinceMs: number,
): Promise<{ readonly messages: number; readonly photos: number }> {
  const row = await db
    .selectFrom('fee_message')
    .where('stall', '=', stall)
    .where('received_at_ms', '>=', sinceMs)
    .select(({ fn }) => [
      fn.countAll<number>().as('messages'),
      fn.count<number>('photo').as('photos'),
    ])
    .executeTakeFirst();
  return { messages: Number(row?.messages ?? 0), photos: Number(row?.photos ?? 0) };
}

/** Which messages of a mall. */
export interface MessagesWanted {
  readonly mall: string;
  /** Only claims that nobody answered. */
  readonly isWaiting: boolean;
  readonly kind?: (typeof messageKinds)[number] | undefined;
  readonly after: MessagePlace | null;
  readonly limit: number;
}

/** What tills of a mall said: the oldest first. */
export async function messagesAfter(
  db: Kysely<HubTables>,
  { mall, isWaiting, kind, after, limit }: MessagesWanted,
): Promise<NamedMessage[]> {
  const rows = await messages(db)
    .where('s.mall', '=', mall)
    .$if(isWaiting, (query) =>
      query.where('m.answered_by', 'is', null).where('m.kind', '=', 'claim'),
    )
    .$if(kind !== undefined, (query) => query.where('m.kind', '=', kind ?? ''))
    .$if(after !== null, (query) =>
      query.where((e) =>
        e(
          e.refTuple('m.received_at_ms', 'm.id'),
          '>',
          e.tuple(after?.receivedAtMs ?? 0, after?.id ?? ''),
        ),
      ),
    )
    .orderBy('m.received_at_ms')
    .orderBy('m.id')
    .limit(limit)
    .execute();
  return rows.map(messageOf);
}

/** Claims of stalls that nobody answered, the oldest first. */
export async function waitingOf(
  db: Kysely<HubTables>,
  stalls: readonly string[],
): Promise<NamedMessage[]> {
  if (stalls.length === 0) return [];
  const rows = await messages(db)
    .where('m.stall', 'in', stalls)
    .where('m.kind', '=', 'claim')
    .where('m.answered_by', 'is', null)
    .orderBy('m.received_at_ms')
    .orderBy('m.id')
    .limit(WAITING_MAX)
    .execute();
  return rows.map(messageOf);
}

/** When each of these stalls said that it saw an act. `YYYY-MM-DD` */
export async function seenBy(
  db: Kysely<HubTables>,
  of: string,
  stalls: readonly string[],
): Promise<Map<string, string>> {
  if (stalls.length === 0) return new Map();
  const rows = await db
    .selectFrom('fee_seen')
    .where('of_act', '=', of)
    .where('stall', 'in', stalls)
    .select(['stall', 'on_date'])
    .orderBy('stall')
    .limit(stalls.length)
    .execute();
  return new Map(rows.map(({ stall, on_date: on }) => [stall, on]));
}

function messages(db: Kysely<HubTables>) {
  return db
    .selectFrom('fee_message as m')
    .innerJoin('stall as s', 's.code', 'm.stall')
    .select([
      'm.id',
      'm.stall',
      's.name',
      's.number',
      's.mall',
      'm.device',
      'm.received_at_ms as receivedAtMs',
      'm.content',
      'm.photo',
      'm.answered_by as answeredBy',
    ]);
}

type MessageRow = Awaited<ReturnType<ReturnType<typeof messages>['executeTakeFirstOrThrow']>>;

function messageOf({ content, ...row }: MessageRow): NamedMessage {
  return { ...row, said: FeeMessageContent.parse(JSON.parse(content)) };
}
