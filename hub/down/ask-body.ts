import { type DownItemOf, readItem } from '../../domain/down/item.ts';
import { LapakError } from '../../domain/errors.ts';
import { markOf, type Spot } from '../../domain/sync/place.ts';
import { transact, type Tx } from '../database/transact.ts';
import { oneDevice } from '../enrolment/devices.ts';
import { appendAct } from '../journal/append-act.ts';
import { audienceOf } from './audience.ts';
import { hasBody, leafAt } from './body-store.ts';
import { type KeptItem, openItems } from './item-store.ts';
import { type DownParts, keepNew, tellOf } from './keep-item.ts';

/** Requests that wait for one till: more are not looked at. */
const OPEN_MAX = 1_000;

/** An auditor asks a till for the details of one record. */
export interface BodyOrder {
  readonly stall: string;
  /** Its name, or what it alone begins with. */
  readonly device: string;
  /** The first record at its place, where no leaf says which. */
  readonly place: Spot & { readonly leaf?: string };
  /** Pseudonym of who asks: the till shows it. */
  readonly by: string;
  /** The till shows it too. */
  readonly reason: string;
}

/**
 * Asks a till for the details of one record that it has reported; a second time for the same is
 * the first request.
 * @throws LapakError DEVICE_UNKNOWN, DEVICE_NOT_ONE, DEVICE_WAITING, DEVICE_REVOKED,
 *   RECORD_UNKNOWN, BODY_THERE
 */
export function askForBody(hub: DownParts, order: BodyOrder): Promise<KeptItem> {
  const { stall, by, reason } = order;
  const nowMs = hub.clock();
  return transact(hub.database, order, async (trx) => {
    const { device, state, stall: own } = await oneDevice(trx, order.device);
    if (own !== stall) throw new LapakError('DEVICE_UNKNOWN', { device: order.device });
    if (state === 'waiting') throw new LapakError('DEVICE_WAITING', {});
    if (state === 'revoked') throw new LapakError('DEVICE_REVOKED', {});
    const mark = markOf(order.place);
    const leaf = await leafAt(trx, { stall, device }, order.place);
    if (leaf === undefined) throw new LapakError('RECORD_UNKNOWN', { leaf: mark });
    const place = { epoch: order.place.epoch, seq: order.place.seq, leaf };
    if (await hasBody(trx, { stall, device }, place)) throw new LapakError('BODY_THERE', { mark });
    const earlier = (await openRequests(trx, device)).find(({ of }) => of.place.leaf === leaf);
    if (earlier) return earlier.item;
    const content = { kind: 'body-request', place, by, reason, askedAtMs: nowMs } as const;
    const item = await keepNew(trx, { kind: 'device', of: device }, content, nowMs);
    const changes = [
      { field: 'stall', from: '', to: stall },
      { field: 'device', from: '', to: device },
    ];
    const act = { act: 'body-ask', by, subject: mark, note: reason, changes } as const;
    await appendAct(trx, hub.identity, act, nowMs);
    return item;
  });
}

/** A request that waits for its answer. */
interface OpenRequest {
  readonly item: KeptItem;
  readonly of: DownItemOf<'body-request'>;
}

/** What a till was asked for and has not answered, the oldest first. */
export async function openRequests(trx: Tx, device: string): Promise<OpenRequest[]> {
  const audience = audienceOf({ kind: 'device', of: device });
  const items = await openItems(trx, 'body-request', audience, OPEN_MAX);
  return items.flatMap((item) => {
    const of = readItem('body-request', tellOf(item));
    return of ? [{ item, of }] : [];
  });
}
