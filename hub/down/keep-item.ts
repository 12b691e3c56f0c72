import { randomUUID } from 'node:crypto';
import { DownItem } from '../../domain/down/item.ts';
import { LapakError } from '../../domain/errors.ts';
import type { Tx } from '../database/transact.ts';
import type { Hub } from '../hub.ts';
import { type Addressee, audienceOf } from './audience.ts';
import { isMall, type KeptItem, mallOf, nextVersion, saveItem } from './item-store.ts';

/** What telling tills something needs of the hub. */
export type DownParts = Pick<Hub, 'database' | 'clock' | 'identity'>;

/** What an item says, beside what each has. */
type ContentOf<T> = T extends DownItem ? Omit<T, 'id' | 'version' | 'isEnded'> : never;
export type DownContent = ContentOf<DownItem>;

/**
 * Keeps a new item, so that the tills that it is for hear of it: who does it holds the hub's lock.
 * @throws LapakError STALL_UNKNOWN, MALL_UNKNOWN
 */
export async function keepNew(
  trx: Tx,
  to: Addressee,
  content: DownContent,
  nowMs: number,
): Promise<KeptItem> {
  await assertThere(trx, to);
  const version = await nextVersion(trx);
  const { kind, ...rest } = content;
  const item: KeptItem = {
    id: randomUUID(),
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

/** Ends an item: the tills that have it hear of that. Who does it holds the hub's lock. */
export async function keepEnded(trx: Tx, item: KeptItem): Promise<KeptItem> {
  const ended = { ...item, isEnded: true, version: await nextVersion(trx) };
  await saveItem(trx, ended);
  return ended;
}

/** An item as tills are told it. */
export function tellOf({ id, version, kind, content, isEnded }: KeptItem): DownItem {
  const said = JSON.parse(content) as object; // this hub wrote it
  return DownItem.parse({ ...said, id, version, kind, isEnded });
}

/** @throws LapakError STALL_UNKNOWN, MALL_UNKNOWN */
async function assertThere(trx: Tx, to: Addressee): Promise<void> {
  if (to.kind === 'stall' && (await mallOf(trx, to.of)) === undefined) {
    throw new LapakError('STALL_UNKNOWN', { stall: to.of });
  }
  if (to.kind === 'mall' && !(await isMall(trx, to.of))) {
    throw new LapakError('MALL_UNKNOWN', { mall: to.of });
  }
}
