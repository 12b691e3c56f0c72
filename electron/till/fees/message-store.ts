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

/** The oldest message that the hub of this key does not have. */
export function nextMessage(tx: Tx, hub: string): WaitingMessage | undefined {
  const query = build
    .selectFrom('fee_message')
    .select(['id', 'content', 'photo'])
    .where('hub', '=', hub)
    .where('state', '=', 'waiting')
    .orderBy('record')
    .limit(1);
  const row = first(tx, query);
  return row && { id: row.id, message: messageOf(row.content), photo: row.photo };
}

/** The hub has it, or will never take it. @param reason code that it refuses it with */
export function settleMessage(tx: Tx, id: string, state: 'sent' | 'refused', reason: string): void {
  run(tx, build.updateTable('fee_message').set({ state, reason }).where('id', '=', id));
}

/** Messages to whatever hub, the oldest first. */
export function listMessages(tx: Tx, limit: number): KeptMessage[] {
  const query = build
    .selectFrom('fee_message')
    .select(['id', 'hub', 'made_at_ms', 'content', 'state', 'reason'])
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
    }))
    .reverse();
}

function messageOf(content: string): FeeMessageContent {
  return FeeMessageContent.parse(JSON.parse(content));
}
