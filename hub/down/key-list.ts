import { KEYS_MAX, keysMessage } from '../../domain/down/item.ts';
import { markOf } from '../../domain/sync/place.ts';
import { signMessage } from '../../node/crypto/signing.ts';
import type { Tx } from '../database/transact.ts';
import { type EnrolledDevice, devicesOfStall } from '../enrolment/device-store.ts';
import type { JournalSigner } from '../journal/append-act.ts';
import { audienceOf } from './audience.ts';
import { nextVersion, openItems, saveItem } from './item-store.ts';
import { keepNew } from './keep-item.ts';

/**
 * Signs anew the keys of a stall's tills, in the transaction that changes one of them. A list is of
 * one stall: a till gives back only what its own stall sold, and a list of a whole mall would go to
 * all of its tills whenever one enrols. Who does it holds the hub's lock.
 */
export async function refreshKeys(
  trx: Tx,
  signer: Pick<JournalSigner, 'key'>,
  stall: string,
  nowMs: number,
): Promise<void> {
  const to = { kind: 'stall', of: stall } as const;
  const version = await nextVersion(trx);
  const approved = (await devicesOfStall(trx, stall, KEYS_MAX)).flatMap(keyOf);
  const keys = { version, stall, devices: approved };
  const signature = signMessage(signer.key, Buffer.from(keysMessage(keys))).toString('base64');
  const content = { keys, signature };
  const [known] = await openItems(trx, 'key-list', audienceOf(to), 1);
  if (known) await saveItem(trx, { ...known, version, content: JSON.stringify(content) });
  else await keepNew(trx, to, { kind: 'key-list', ...content }, nowMs);
}

/** The key of a device that was ever approved. */
function keyOf({ device, publicKey, approvedAtMs, state, through }: EnrolledDevice) {
  if (approvedAtMs === null) return [];
  const last = through ? markOf(through) : '0.0';
  const hex = publicKey.toString('hex');
  return [
    { device, publicKey: hex, fromMs: approvedAtMs, through: state === 'revoked' ? last : null },
  ];
}
