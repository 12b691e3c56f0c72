import { DOWN_PAGE_MAX } from '../../domain/down/contract.ts';
import type { DownItem } from '../../domain/down/item.ts';
import type { HubDatabase } from '../database/open-database.ts';
import { transact } from '../database/transact.ts';
import type { OfDevice } from '../ingest/chain-store.ts';
import { itemsBetween, newestVersion } from './item-store.ts';
import { tellOf } from './keep-item.ts';
import { noteTold } from './reach-store.ts';

/** Most characters of one page; a single item may be longer. */
const PAGE_CHARACTERS_MAX = 256 * 1024;

/** One page of what a till is told after a version, the oldest first; how far that is, is noted. */
export async function readDown(
  { db }: Pick<HubDatabase, 'db'>,
  of: OfDevice,
  after: number,
): Promise<{ version: number; hasMore: boolean; items: DownItem[] }> {
  // First how far it goes: what is made meanwhile comes with the next look.
  const through = await newestVersion(db, of);
  const found = await itemsBetween(db, of, { after, through, limit: DOWN_PAGE_MAX });
  const shown: typeof found = [];
  let characters = 0;
  for (const item of found) {
    characters += item.content.length;
    if (characters > PAGE_CHARACTERS_MAX && shown.length > 0) break;
    shown.push(item);
  }
  const hasMore = shown.length < found.length || found.length === DOWN_PAGE_MAX;
  const version = hasMore ? (shown.at(-1)?.version ?? after) : through;
  // Most looks bring nothing new, and write nothing.
  if (version > after) await transact({ db }, of, (trx) => noteTold(trx, of.device, version));
  return { version, hasMore, items: shown.map(tellOf) };
}
