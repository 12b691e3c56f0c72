import { type Kysely, sql } from 'kysely';
import type { KnownSender } from '../../../domain/fees/match-index.ts';
import type { HubTables } from '../../database/tables.ts';
import { likeOf } from '../../database/like.ts';
import type { Tx } from '../../database/transact.ts';

/** Most senders that one query names. */
const SENDERS_MAX = 500;
/** Most stalls that one sender pays for. */
const STALLS_OF_SENDER_MAX = 200;

/** A payment that came by a row of a bank file. */
interface RowOfStall {
  readonly mall: string;
  readonly stall: string;
  readonly row: string;
}

/** Remembers who sent a row as one who pays for the stall. */
export async function learnSender(trx: Tx, { mall, stall, row }: RowOfStall): Promise<void> {
  const sender = await senderOfRow(trx, row);
  if (sender === '') return;
  await trx
    .insertInto('fee_sender')
    .values({ mall, sender, stall, times: 1 })
    .onConflict((met) =>
      met
        .columns(['mall', 'sender', 'stall'])
        .doUpdateSet({ times: sql<number>`fee_sender.times + 1` }),
    )
    .execute();
}

/** Takes one such payment back; who sent no other is forgotten. */
export async function unlearnSender(trx: Tx, { mall, stall, row }: RowOfStall): Promise<void> {
  const sender = await senderOfRow(trx, row);
  const known = trx
    .updateTable('fee_sender')
    .where('mall', '=', mall)
    .where('sender', '=', sender)
    .where('stall', '=', stall)
    .where('times', '>', 0);
  await known.set({ times: sql<number>`times - 1` }).execute();
  await trx
    .deleteFrom('fee_sender')
    .where('mall', '=', mall)
    .where('sender', '=', sender)
    .where('stall', '=', stall)
    .where('times', '=', 0)
    .execute();
}

async function senderOfRow(trx: Tx, row: string): Promise<string> {
  const found = await trx
    .selectFrom('bank_row')
    .where('id', '=', row)
    .select('sender')
    .executeTakeFirst();
  return found?.sender ?? '';
}

/** For which stalls of a mall these senders paid before. */
export async function findSenders(
  db: Kysely<HubTables>,
  mall: string,
  senders: readonly string[],
): Promise<KnownSender[]> {
  const wanted = [...new Set(senders)].filter((sender) => sender !== '');
  const found: KnownSender[] = [];
  for (let from = 0; from < wanted.length; from += SENDERS_MAX) {
    const rows = await db
      .selectFrom('fee_sender')
      .where('mall', '=', mall)
      .where('sender', 'in', wanted.slice(from, from + SENDERS_MAX))
      .select(['sender', 'stall'])
      .orderBy('sender')
      .orderBy('stall')
      .limit(SENDERS_MAX * STALLS_OF_SENDER_MAX)
      .execute();
    found.push(...rows);
  }
  return found;
}

/** Where a page of senders ended. */
export interface SenderPlace {
  readonly sender: string;
  readonly stall: string;
}

/** Senders of a mall with their stalls, by name. */
export async function listSenders(
  db: Kysely<HubTables>,
  { mall, text }: { readonly mall: string; readonly text: string },
  after: SenderPlace | null,
  limit: number,
) {
  let query = db
    .selectFrom('fee_sender')
    .innerJoin('stall', 'stall.code', 'fee_sender.stall')
    .where('fee_sender.mall', '=', mall)
    .select(['fee_sender.sender', 'fee_sender.stall', 'stall.name', 'fee_sender.times'])
    .orderBy('fee_sender.sender')
    .orderBy('fee_sender.stall')
    .limit(limit);
  if (text !== '') {
    const like = likeOf(text);
    query = query.where(sql<boolean>`lower(fee_sender.sender) LIKE ${like} ESCAPE '\\'`);
  }
  if (after) {
    query = query.where((e) =>
      e.or([
        e('fee_sender.sender', '>', after.sender),
        e.and([e('fee_sender.sender', '=', after.sender), e('fee_sender.stall', '>', after.stall)]),
      ]),
    );
  }
  return query.execute();
}

/** Forgets that a sender pays for a stall. */
export async function deleteSender(
  trx: Tx,
  mall: string,
  { sender, stall }: SenderPlace,
): Promise<void> {
  await trx
    .deleteFrom('fee_sender')
    .where('mall', '=', mall)
    .where('sender', '=', sender)
    .where('stall', '=', stall)
    .execute();
}
