import {
  type ListedNotice,
  type Notice,
  NOTICE_PAGE_MAX,
  PLACES_MAX,
} from '../../domain/down/manage-contract.ts';
import { assert } from '../../domain/assert.ts';
import { isSpoken } from '../../domain/down/item.ts';
import { markOf } from '../../domain/sync/place.ts';
import type { HubDatabase } from '../database/open-database.ts';
import { readAs } from '../database/transact.ts';
import { stallsOf } from '../enrolment/device-store.ts';
import { listNamed } from '../organisation/stall-store.ts';
import { findLedgerRow } from '../reports/ledger-store.ts';
import { audienceOf, parseAudience } from './audience.ts';
import { itemsOf, type KeptItem, listItems } from './item-store.ts';
import { tellOf } from './keep-item.ts';
import { sumReach } from './sum-reach.ts';

type Database = Pick<HubDatabase, 'db'>;

/** Requests to one till that are looked through for one record. */
const ASKED_MAX = 1_000;

/** A page of what tills were told or asked, the newest first, and how many have fetched it. */
export async function describeNotices(
  { db }: Database,
  { cursor }: { readonly cursor: string },
): Promise<{ notices: ListedNotice[]; nextCursor: string }> {
  const before = /^\d{1,15}$/.test(cursor) ? Number(cursor) : null;
  return readAs(db, 'every-stall', async (read) => {
    const items = await listItems(read, NOTICE_PAGE_MAX, before);
    const reach = await sumReach(read, items.filter(isToBeFetched));
    const last = items.length < NOTICE_PAGE_MAX ? undefined : items.at(-1);
    const all = items.map(noticeOf);
    const asked = all.flatMap(({ to }) => (to.kind === 'device' ? [to.of] : []));
    const stalls = await stallsOf(read, asked);
    const notices = all.map((notice) => ({
      ...notice,
      reach: reach.get(notice.id) ?? null,
      stall: notice.to.kind === 'device' ? (stalls.get(notice.to.of) ?? null) : null,
    }));
    return { notices, nextCursor: last ? String(last.firstVersion) : '' };
  });
}

function isToBeFetched({ kind, isEnded }: KeptItem): boolean {
  return !isEnded && kind !== 'body-request';
}

/** Regions and malls by name: beyond so many they are told by the command line. */
export async function describePlaces({ db }: Database) {
  const [regions, malls] = [
    await listNamed(db, 'region', PLACES_MAX),
    await listNamed(db, 'mall', PLACES_MAX),
  ];
  return { regions, malls };
}

/** The newest request for the details of a record; null where nobody asked. */
export async function describeRequest(
  { db }: Database,
  { stall, leaf }: { readonly stall: string; readonly leaf: string },
): Promise<Notice | null> {
  return readAs(db, 'every-stall', async (read) => {
    const row = await findLedgerRow(read, stall, Buffer.from(leaf, 'hex'));
    if (!row) return null;
    const audience = audienceOf({ kind: 'device', of: row.device });
    const items = await itemsOf(read, 'body-request', audience, ASKED_MAX);
    const found = items.find((item) => {
      const told = tellOf(item);
      return told.kind === 'body-request' && told.place.leaf === leaf;
    });
    return found ? noticeOf(found) : null;
  });
}

/** An item as its manager sees it. */
export function noticeOf(item: KeptItem): Notice {
  const { id, audience, madeAtMs, isEnded } = item;
  const told = tellOf(item);
  assert(isSpoken(told), 'what nobody made is no notice');
  const common = { id, kind: told.kind, to: parseAudience(audience), madeAtMs, isEnded };
  const plain = { ...common, text: '', from: null, until: null, request: null };
  switch (told.kind) {
    case 'announcement': {
      const { title, text, from, until } = told;
      return { ...plain, title, text, from, until };
    }
    case 'product-template':
      return { ...plain, title: told.name };
    case 'body-request': {
      const request = { by: told.by, state: stateOf(item) };
      return { ...plain, title: markOf(told.place), text: told.reason, request };
    }
  }
}

function stateOf({ content, isEnded }: KeptItem): NonNullable<Notice['request']>['state'] {
  if (!isEnded) return 'waiting';
  const { outcome }: { readonly outcome?: unknown } = Object(JSON.parse(content));
  return outcome === 'taken' || outcome === 'missing' ? outcome : 'withdrawn';
}
