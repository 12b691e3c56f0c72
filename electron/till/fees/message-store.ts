import { FeeMessageContent } from '../../../domain/fees/messages-contract.ts';
import { build } from '../database/build.ts';
import { all, first, run, type Tx } from '../database/run.ts';
import type { FeeMessageTable } from './fee-tables.ts';

/** A message as it is kept. */
export interface KeptMessage {
  readonly id: string;
  /** Name of the key of the hub that it is for. */
  readonly hub: string;
  readonly madeAtMs: number;
  readonly message: FeeMessageContent;
  readonly hasPhoto: boolean;
  readonly state: FeeMessageTable['state'];
  readonly reason: string;
  readonly isAcknowledged: boolean;
}

/** A message as it is sent. */
export interface WaitingMessage {
  readonly id: string;
  readonly message: FeeMessageContent;
  readonly photo: Buffer | null;
}

/** Keeps a message until the hub has it. */
export function insertMessage(tx: Tx, row: FeeMessageTable): void {
  run(tx, build.insertInto('fee_message').values(row));
}

/** What a message of this id says. */
export function findMessage(
  tx: Tx,
  id: string,
): { readonly content: string; readonly photo: Buffer | null } | undefined {
  const query = build.selectFrom('fee_message').select(['content', 'photo']).where('id', '=', id);
  return first(tx, query);
}

/** The oldest message that the hub of this key does not have, and may be sent now. */
export function nextMessage(tx: Tx, hub: string, nowMs: number): WaitingMessage | undefined {
  const query = build
    .selectFrom('fee_message')
    .select(['id', 'content', 'photo'])
    .where('hub', '=', hub)
    .where('state', '=', 'waiting')
    .where('not_before_ms', '<=', nowMs)
    .orderBy('record')
    .limit(1);
  const row = first(tx, query);
  return row && { id: row.id, message: messageOf(row.content), photo: row.photo };
}

/** What a hub made of a message. */
export type Sending = Pick<FeeMessageTable, 'state' | 'reason' | 'not_before_ms'>;

/** The hub has it, will never take it, or takes it another day. */
export function settleMessage(tx: Tx, id: string, sending: Sending): void {
  run(tx, build.updateTable('fee_message').set(sending).where('id', '=', id));
}

/** Somebody has read what became of it. */
export function acknowledge(tx: Tx, id: string): void {
  run(tx, build.updateTable('fee_message').set({ is_acknowledged: 1 }).where('id', '=', id));
}

/** Messages to whatever hub, the oldest first. */
export function listMessages(tx: Tx, limit: number): KeptMessage[] {
  const query = build
    .selectFrom('fee_message')
    .select(['id', 'hub', 'made_at_ms', 'content', 'state', 'reason', 'is_acknowledged'])
    .select((e) => e('photo', 'is not', null).as('has_photo'))
    .orderBy('record', 'desc')
    .limit(limit);
  return all(tx, query)
    .map((row) => ({
      id: row.id,
      hub: row.hub,
      madeAtMs: row.made_at_ms,
      message: messageOf(row.content),
      hasPhoto: Number(row.has_photo) === 1,
      state: row.state,
      reason: row.reason,
      isAcknowledged: row.is_acknowledged === 1,
    }))
    .reverse();
}

function messageOf(content: string): FeeMessageContent {
  return FeeMessageContent.parse(JSON.parse(content));
}
