import { boundedAs, keptBounds } from '../../../domain/down/bounds.ts';
import { type Envelope, keysMessage, readEnvelope, readItem } from '../../../domain/down/item.ts';
import { leaveAhead } from '../../../domain/payments/settled.ts';
import { publicKeyOf } from '../../../node/crypto/keys.ts';
import { isSignedMessage } from '../../../node/crypto/signing.ts';
import type { Tx } from '../database/run.ts';
import { read, write, writeUnsynced } from '../database/write.ts';
import { todayOf } from '../journal/notice-clock.ts';
import { publishFees } from '../fees/fee-news.ts';
import { isProven, takeToldFee } from '../fees/take-told.ts';
import { publishClaims } from '../payments/claim-news.ts';
import { publishSticker } from '../payments/sticker-news.ts';
import { dropSettled, keepSettled, trimSettled } from '../payments/settled-store.ts';
import type { EnrolledHub } from '../sync/hub-store.ts';
import type { Round } from '../sync/report-round.ts';
import { SyncFailure } from '../sync/sync-failure.ts';
import {
  downVersion,
  dropItem,
  keepDownVersion,
  keepItem,
  noteHeard,
  trimItems,
  versionOf,
} from './item-store.ts';

/** Pages of one round, some 5.000 items; the next goes on from there. */
const PAGES_MAX = 100;

/**
 * Fetches what the hub tells this till, where that is newer than what is here: page after page,
 * each kept whole with its version, so that it can end anywhere. What is more than a till keeps is
 * told once, and is not here.
 * @param newest the hub's version for this till; less than here where the hub was set back
 * @throws SyncFailure
 */
export async function takeDown(round: Round, newest: number): Promise<void> {
  const { till, hub, client, signal } = round;
  const here = read(till, downVersion);
  if (here === newest) return writeUnsynced(till, (tx) => noteHeard(tx, round.world.now()));
  let after = here < newest ? here : 0;
  let refused = 0;
  for (let pages = 0; pages < PAGES_MAX; pages += 1) {
    const page = await client.down({ after }, signal);
    signal.throwIfAborted();
    const items = page.items.flatMap((given) => readEnvelope(given) ?? []);
    const has = (wanted: string) => items.some(({ kind }) => kind === wanted);
    const unread = page.items.length - items.length;
    if (unread > 0) till.log.warn(`the hub tells ${unread} items that are none`);
    write(till, (tx) => {
      const before = refused;
      const today = todayOf(tx, till);
      for (const item of items) {
        const taking = { hub, today, warn: (told: string) => till.log.warn(told) };
        if (!takeItem(tx, taking, item)) refused += 1;
      }
      for (const bound of bounds) refused += trimItems(tx, bound, today);
      if (has('settled')) refused += trimSettled(tx);
      keepDownVersion(tx, page.version, refused);
      if (!page.hasMore) noteHeard(tx, round.world.now());
      if (before === 0 && refused > 0) till.log.warn('the hub tells more than a till keeps');
    });
    till.news.down.publish({ version: page.version });
    if (has('fee-record')) publishFees(till);
    if (has('settled')) publishClaims(till);
    if (has('merchant')) publishSticker(till);
    if (!page.hasMore) return;
    if (page.version <= after) break;
    after = page.version;
  }
  throw new SyncFailure('refused', 'what the hub tells comes to no end');
}

/** Who tells an item, the till's date, and where to say what is wrong with it. */
interface Taking {
  readonly hub: EnrolledHub;
  readonly today: string;
  readonly warn: (told: string) => void;
}

/**
 * What is not known here is kept as it is: a newer program reads it.
 * @returns false for one that is longer than a till keeps
 */
function takeItem(tx: Tx, { hub, today, warn }: Taking, item: Envelope): boolean {
  const { id, version, kind, isEnded } = item;
  if (version < versionOf(tx, id)) return true;
  if (kind === 'fee-record') return takeFee(tx, hub, item, warn);
  // A request stays in sight of the stall.
  if (isEnded && kind !== 'body-request') {
    dropItem(tx, id);
    dropSettled(tx, id);
    return true;
  }
  const json = JSON.stringify(item);
  if (Buffer.byteLength(json) > keptBounds[boundedAs(kind)].bytesMax) return false;
  const settled = readItem('settled', item);
  if (kind === 'key-list' && !areKeysSigned(hub, item)) {
    warn(`the list of keys ${id} is not signed by the hub: it is not kept`);
  } else if (settled) {
    const kept = leaveAhead(settled, today);
    const ahead = settled.rows.length - kept.rows.length;
    if (ahead > 0) warn(`the hub tells ${ahead} payments of days to come: they are not kept`);
    keepSettled(tx, kept);
  } else {
    keepItem(tx, item, json);
  }
  return true;
}

/** What the hub once told of fees stays as it was told: it is proof. */
function takeFee(tx: Tx, hub: EnrolledHub, item: Envelope, warn: (told: string) => void): boolean {
  if (isProven(tx, item.id)) return true;
  const json = JSON.stringify(item);
  if (Buffer.byteLength(json) > keptBounds['fee-record'].bytesMax) return false;
  keepItem(tx, item, json);
  const fault = takeToldFee(tx, hub, item);
  if (fault !== null) warn(`the record of fees ${item.id} does not check: ${fault}`);
  return true;
}

const bounds = Object.keys(keptBounds) as (keyof typeof keptBounds)[]; // its own keys

function areKeysSigned({ publicKey, stall }: EnrolledHub, item: Envelope): boolean {
  const list = readItem('key-list', item);
  const isOfItem = list?.keys.version === item.version && list.keys.stall === stall.code;
  if (!list || !isOfItem) return false;
  const message = Buffer.from(keysMessage(list.keys), 'utf8');
  return isSignedMessage(publicKeyOf(publicKey), message, Buffer.from(list.signature, 'base64'));
}
