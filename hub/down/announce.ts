import { randomUUID } from 'node:crypto';
import type { Audience } from '../../domain/down/addressee.ts';
import { type DownItemOf, isSpoken } from '../../domain/down/item.ts';
import type { TemplateCheck } from '../../domain/down/manage-contract.ts';
import { LapakError } from '../../domain/errors.ts';
import { hashOf } from '../../node/crypto/signing.ts';
import { transact } from '../database/transact.ts';
import { appendAct } from '../journal/append-act.ts';
import { hubToday } from '../reports/read-day.ts';
import { lockHub } from '../system/hub-store.ts';
import { audienceOf } from './audience.ts';
import { checkTemplate } from './check-template.ts';
import { findItem, type KeptItem } from './item-store.ts';
import { type DownParts, findSent, keepEnded, keepNew, tellOf } from './keep-item.ts';

/** What is told, by whom. */
interface Telling {
  /** Made by who tells it: the same again is the first. By default a new one. */
  readonly id?: string;
  /** Pseudonym of who tells it. */
  readonly by: string;
}

/** Something that a mall tells its stalls. */
export interface AnnouncementOrder
  extends Telling,
    Pick<DownItemOf<'announcement'>, 'title' | 'text' | 'from' | 'until'> {
  readonly to: Audience;
}

/**
 * Tells tills something, once for each id.
 * @throws LapakError ANNOUNCEMENT_OVER, STALL_UNKNOWN, MALL_UNKNOWN, REGION_UNKNOWN, INPUT_INVALID
 */
export function makeAnnouncement(
  hub: DownParts,
  { id = randomUUID(), to, by, ...said }: AnnouncementOrder,
): Promise<KeptItem> {
  const { from, until } = said;
  if (until !== null && until < from) throw new LapakError('INPUT_INVALID', {});
  const nowMs = hub.clock();
  return transact(hub.database, 'no-stall', async (trx) => {
    await lockHub(trx);
    const sent = await findSent(trx, id, 'announcement');
    if (sent) return sent; // it may have ended meanwhile
    if (until !== null && until < hubToday(hub)) throw new LapakError('ANNOUNCEMENT_OVER', {});
    const item = await keepNew(trx, to, { kind: 'announcement', ...said }, nowMs, id);
    const changes = [
      { field: 'to', from: '', to: audienceOf(to) },
      { field: 'text', from: '', to: said.text },
      { field: 'from', from: '', to: said.from },
      { field: 'until', from: '', to: said.until ?? '' },
    ];
    const act = { act: 'announce', by, subject: item.id, note: said.title, changes } as const;
    await appendAct(trx, hub.identity, act, nowMs);
    return item;
  });
}

/** Products and prices for stalls to take into their catalog. */
export interface TemplateOrder
  extends Telling,
    Pick<DownItemOf<'product-template'>, 'name' | 'csv'> {
  readonly to: Audience;
}

/** A template that is offered, and what a till makes of it. */
export interface OfferedTemplate extends KeptItem {
  readonly check: TemplateCheck;
}

/**
 * Offers a catalog file to stalls, once for each id.
 * @throws LapakError CSV_EMPTY, CSV_BROKEN, CSV_COLUMN_MISSING, CSV_COLUMN_TWICE,
 *   TEMPLATE_TOO_LONG, TEMPLATE_DOUBTFUL, TEMPLATE_NO_ROWS, STALL_UNKNOWN, MALL_UNKNOWN,
 *   REGION_UNKNOWN, INPUT_INVALID
 */
export async function publishTemplate(
  hub: DownParts,
  { id = randomUUID(), to, by, name, csv }: TemplateOrder,
): Promise<OfferedTemplate> {
  const check = await checkTemplate(csv);
  if (check.goodRows === 0) throw new LapakError('TEMPLATE_NO_ROWS', {});
  const nowMs = hub.clock();
  return transact(hub.database, 'no-stall', async (trx) => {
    await lockHub(trx);
    const sent = await findSent(trx, id, 'product-template');
    if (sent) return { ...sent, check };
    const item = await keepNew(trx, to, { kind: 'product-template', name, csv }, nowMs, id);
    const changes = [
      { field: 'to', from: '', to: audienceOf(to) },
      { field: 'sha256', from: '', to: hashOf(Buffer.from(csv)) },
    ];
    const act = { act: 'template-publish', by, subject: item.id, note: name, changes } as const;
    await appendAct(trx, hub.identity, act, nowMs);
    return { ...item, check };
  });
}

/**
 * Withdraws an announcement, a template or a request; one that has ended stays so.
 * @throws LapakError DOWN_ITEM_UNKNOWN
 */
export function endItem(hub: DownParts, id: string, by: string): Promise<KeptItem> {
  const nowMs = hub.clock();
  return transact(hub.database, 'no-stall', async (trx) => {
    await lockHub(trx);
    const item = await findItem(trx, id);
    if (!item || !isSpoken(tellOf(item))) throw new LapakError('DOWN_ITEM_UNKNOWN', { id });
    if (item.isEnded) return item;
    const ended = await keepEnded(trx, item);
    const act = { act: 'item-end', by, subject: id, note: item.kind } as const;
    await appendAct(trx, hub.identity, act, nowMs);
    return ended;
  });
}
