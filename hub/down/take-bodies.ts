import type { AskedBody, BodiesAnswer } from '../../domain/down/contract.ts';
import { readHead } from '../../domain/journal/check-head.ts';
import { markOf } from '../../domain/sync/place.ts';
import { hashOf } from '../../node/crypto/signing.ts';
import { transact, type Tx } from '../database/transact.ts';
import { findChain, type OfDevice } from '../ingest/chain-store.ts';
import { insertBodies } from '../ingest/insert-store.ts';
import { appendAct, THE_PROGRAM } from '../journal/append-act.ts';
import { lockHub } from '../system/hub-store.ts';
import { openRequests } from './ask-body.ts';
import { headsByLeaf } from './body-store.ts';
import { type DownParts, keepEnded } from './keep-item.ts';

type Answer = BodiesAnswer['answers'][number];

/**
 * Takes the bodies that a till sends of single records, each by itself: what does not prove itself
 * against its head is not kept. A request ends with its body, or where the till has no such record.
 */
export function takeBodies(
  hub: DownParts,
  of: OfDevice,
  bodies: readonly AskedBody[],
): Promise<Answer[]> {
  const nowMs = hub.clock();
  return transact(hub.database, of, async (trx) => {
    await findChain(trx, of, true); // a body refers to it: before the hub, as everywhere
    await lockHub(trx);
    const leaves = [...new Set(bodies.map(({ place }) => place.leaf))];
    const heads = await headsByLeaf(trx, of, leaves);
    const answers = bodies.map((body) => answerOf(body, heads));
    const taken = bodies.flatMap(({ place, body }, at) =>
      body !== null && answers[at]?.outcome === 'taken'
        ? [{ place, body: Buffer.from(body, 'utf8') }]
        : [],
    );
    if (taken.length > 0) await insertBodies(trx, of, taken, nowMs);
    await endAnswered(trx, hub, { of, answers, nowMs });
    return answers;
  });
}

function answerOf({ place, body }: AskedBody, heads: ReadonlyMap<string, string>): Answer {
  if (body === null) return { place, outcome: 'missing' };
  const read = readHead(heads.get(place.leaf) ?? '');
  // The head of a newer program names its body in a way that is not known here.
  const isKnown = read.kind === 'head' && markOf(read.head) === markOf(place);
  if (!isKnown) return { place, outcome: 'unknown' };
  const isProven = hashOf(Buffer.from(body, 'utf8')) === read.head.body;
  return { place, outcome: isProven ? 'taken' : 'wrong' };
}

interface Answered {
  readonly of: OfDevice;
  readonly answers: readonly Answer[];
  readonly nowMs: number;
}

/** Ends the requests that were answered, and tells the hub's journal of each. */
async function endAnswered(
  trx: Tx,
  hub: DownParts,
  { of: { stall, device }, answers, nowMs }: Answered,
): Promise<void> {
  const outcomes = new Map(answers.map(({ place, outcome }) => [place.leaf, outcome]));
  for (const { item, of } of await openRequests(trx, device)) {
    const outcome = outcomes.get(of.place.leaf);
    if (outcome !== 'taken' && outcome !== 'missing') continue;
    await keepEnded(trx, item, outcome);
    const changes = [
      { field: 'stall', from: '', to: stall },
      { field: 'device', from: '', to: device },
      { field: 'asked-by', from: '', to: of.by },
    ];
    const act = outcome === 'taken' ? 'body-take' : 'body-miss';
    const told = { act, by: THE_PROGRAM, subject: markOf(of.place), changes } as const;
    await appendAct(trx, hub.identity, told, nowMs);
  }
}
