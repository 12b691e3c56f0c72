import type { Audience } from '../../domain/down/addressee.ts';
import { randomUUID } from 'node:crypto';
import { DownItem } from '../../domain/down/item.ts';
import { LapakError } from '../../domain/errors.ts';
import type { Tx } from '../database/transact.ts';
import type { Hub } from '../hub.ts';
import { findStall } from '../organisation/stall-store.ts';
import { audienceOf } from './audience.ts';
import { findItem, isMall, isRegion, type KeptItem, nextVersion, saveItem } from './item-store.ts';

/** What telling tills something needs of the hub. */
export type DownParts = Pick<Hub, 'database' | 'clock' | 'identity'>;

/** What an item says, beside what each has. */
type ContentOf<T> = T extends DownItem ? Omit<T, 'id' | 'version' | 'isEnded'> : never;
export type DownContent = ContentOf<DownItem>;

/**
 * Keeps a new item, so that the tills that it is for hear of it: who does it holds the hub's lock.
 * @throws LapakError STALL_UNKNOWN, MALL_UNKNOWN, REGION_UNKNOWN
 */
export async function keepNew(
  trx: Tx,
  to: Audience,
  content: DownContent,
  nowMs: number,
  id: string = randomUUID(),
): Promise<KeptItem> {
  await assertThere(trx, to);
  const version = await nextVersion(trx);
  const { kind, ...rest } = content;
  const item: KeptItem = {
    id,
    audience: audienceOf(to),
    version,
    firstVersion: version,
    kind,
    content: JSON.stringify(rest),
    isEnded: false,
    madeAtMs: nowMs,
  };
  tellOf(item); // one that no till could read is not kept
  await saveItem(trx, item);
  return item;
}

/**
 * What was told under this id before: it was sent again. Who asks holds the hub's lock.
 * @throws LapakError INPUT_INVALID where that is of another kind
 */
export async function findSent(
  trx: Tx,
  id: string,
  kind: DownContent['kind'],
): Promise<KeptItem | undefined> {
  const found = await findItem(trx, id);
  if (found && found.kind !== kind) throw new LapakError('INPUT_INVALID', {});
  return found;
}

/**
 * Ends an item: the tills that have it hear of that. Who does it holds the hub's lock.
 * @param outcome what a till answered to a request, beside what tills are told
 */
export async function keepEnded(
  trx: Tx,
  item: KeptItem,
  outcome: 'taken' | 'missing' | null = null,
): Promise<KeptItem> {
  const said = JSON.parse(item.content) as object; // this hub wrote it
  const content = outcome === null ? item.content : JSON.stringify({ ...said, outcome });
  const ended = { ...item, content, isEnded: true, version: await nextVersion(trx) };
  await saveItem(trx, ended);
  return ended;
}

/** An item as tills are told it. */
export function tellOf({ id, version, kind, content, isEnded }: KeptItem): DownItem {
  const said = JSON.parse(content) as object; // this hub wrote it
  return DownItem.parse({ ...said, id, version, kind, isEnded });
}

/** @throws LapakError STALL_UNKNOWN, MALL_UNKNOWN, REGION_UNKNOWN */
async function assertThere(trx: Tx, to: Audience): Promise<void> {
  if (to.kind === 'stall' && !(await findStall(trx, to.of))) {
    throw new LapakError('STALL_UNKNOWN', { stall: to.of });
  }
  if (to.kind === 'region' && !(await isRegion(trx, to.of))) {
    throw new LapakError('REGION_UNKNOWN', { region: to.of });
  }
  if (to.kind === 'mall' && !(await isMall(trx, to.of))) {
    throw new LapakError('MALL_UNKNOWN', { mall: to.of });
  }
}
