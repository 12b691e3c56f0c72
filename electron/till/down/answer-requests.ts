import { theProgram } from '../../../domain/actor.ts';
import { BODIES_A_DAY_MAX } from '../../../domain/down/bounds.ts';
import { type AskedBody, BODIES_MAX, type BodiesAnswer } from '../../../domain/down/contract.ts';
import { type DownItemOf, readItem } from '../../../domain/down/item.ts';
import { BATCH_CHARACTERS_MAX } from '../../../domain/sync/contract.ts';
import { markOf } from '../../../domain/sync/place.ts';
import type { Tx } from '../database/run.ts';
import { read, write } from '../database/write.ts';
import { programStamp } from '../journal/notice-clock.ts';
import { findRecord, type PlacedRecord } from '../journal/record-store.ts';
import { actDraft, type Append, writeJournal } from '../journal/write-journal.ts';
import { positionOf } from '../sync/outgoing-store.ts';
import type { Round } from '../sync/report-round.ts';
import { noteLeaving } from '../sync/sent-store.ts';
import { SyncFailure } from '../sync/sync-failure.ts';
import {
  bodiesSentOn,
  downVersion,
  type HubItem,
  noteAnswer,
  noteAnswered,
  receiptAt,
  unansweredRequests,
} from './item-store.ts';

/** A request, and what the till answers. */
interface Answer extends AskedBody {
  readonly id: string;
}

/**
 * Answers what auditors asked for: the details of exactly that record, whatever the owner shares.
 * That they leave is in the journal and in what has left the till before they do; an answer that
 * was lost is made again and written down once.
 * @throws SyncFailure, and as writeJournal()
 */
export async function answerRequests(round: Round): Promise<void> {
  const { till, client, signal } = round;
  for (;;) {
    if (read(till, (tx) => unansweredRequests(tx, 1)).length === 0) return;
    const answers = writeJournal(till, (tx, append) => prepareAnswers(tx, append, round));
    if (answers.length === 0) return;
    tell(round);
    const bodies = answers.map(({ place, body }) => ({ place, body }));
    const said = await client.bodies({ bodies }, signal);
    signal.throwIfAborted();
    if (!write(till, (tx) => takeOutcomes(tx, round, answers, said))) {
      throw new SyncFailure('refused', 'the hub answers nothing of what it asked for');
    }
    tell(round);
  }
}

/**
 * As many requests as fit into one call, at least one; what a newer hub asks for waits, and what
 * is more than a day has.
 */
function prepareAnswers(tx: Tx, append: Append, round: Round): Answer[] {
  const answers: Answer[] = [];
  let characters = 0;
  const { businessDate } = programStamp(tx, round.till.clock());
  let left = BODIES_A_DAY_MAX - bodiesSentOn(tx, businessDate);
  for (const item of unansweredRequests(tx, BODIES_MAX)) {
    const request = readItem('body-request', item.given);
    if (!request) continue;
    const { place } = request;
    const position = positionOf(tx, { ...place, leaf: Buffer.from(place.leaf, 'hex') });
    const record = position === undefined ? undefined : findRecord(tx, position);
    characters += record?.body.length ?? 0;
    if (answers.length > 0 && characters > BATCH_CHARACTERS_MAX) break;
    if (!record) noteAnswer(tx, item.id, 'missing', null);
    else if (item.answer !== 'sent') {
      if (left <= 0) break; // the journal is the stall's: a hub does not fill it
      left -= 1;
      noteSent(tx, append, round, { item, request, record });
    }
    answers.push({ id: item.id, place, body: record ? record.body.toString('utf8') : null });
  }
  return answers;
}

interface Sent {
  readonly item: HubItem;
  readonly request: DownItemOf<'body-request'>;
  readonly record: PlacedRecord;
}

/** Writes down that the details of a record leave, and who asked for them. */
function noteSent(
  tx: Tx,
  append: Append,
  { till, hub, world }: Round,
  { item, request: { place, by, reason }, record: { position } }: Sent,
): void {
  const receipt = receiptAt(tx, position);
  const changes = [
    { field: 'asked-by', from: '', to: by },
    ...(receipt === null ? [] : [{ field: 'receipt', from: '', to: receipt }]),
  ];
  const act = { act: 'body-sent', subject: markOf(place), note: reason, changes } as const;
  append(actDraft(tx, theProgram, till.clock(), act));
  const { businessDate } = programStamp(tx, till.clock());
  const atMs = world.now();
  const run = { first: position, last: position, hasDetails: true, hub: hub.origin, atMs };
  noteLeaving(tx, { ...run, businessDate });
  noteAnswer(tx, item.id, 'sent', atMs);
}

/** @returns whether the hub said anything of what it was sent */
function takeOutcomes(
  tx: Tx,
  { till, world }: Round,
  answers: readonly Answer[],
  said: BodiesAnswer,
): boolean {
  const outcomes = new Map(said.answers.map(({ place, outcome }) => [place.leaf, outcome]));
  let isAny = false;
  for (const { id, place } of answers) {
    const outcome = outcomes.get(place.leaf);
    if (outcome === undefined) continue;
    isAny = true;
    noteAnswered(tx, id, world.now());
    if (outcome === 'taken' || outcome === 'missing') continue;
    till.log.warn(`the hub says of the details of record ${markOf(place)}: ${outcome}`);
    noteAnswer(tx, id, 'refused', world.now());
  }
  return isAny;
}

/** Pages read anew what became of the requests. */
function tell({ till }: Round): void {
  till.news.down.publish({ version: read(till, downVersion) });
}
