import type { Place, Spot } from '../../domain/sync/place.ts';
import type { Tx } from '../database/transact.ts';
import type { OfDevice } from '../ingest/chain-store.ts';

/** Most records at one place that are looked at: forks. */
const AT_PLACE_MAX = 10;

/**
 * The leaf of the first record that the device signed at a place, or of the one that is named;
 * undefined for none.
 */
export async function leafAt(
  trx: Tx,
  { stall, device }: OfDevice,
  { epoch, seq, leaf }: Spot & { readonly leaf?: string },
): Promise<string | undefined> {
  const rows = await trx
    .selectFrom('record')
    .select(['leaf', 'reason'])
    .where('stall', '=', stall)
    .where('device', '=', device)
    .where('epoch', '=', epoch)
    .where('seq', '=', seq)
    .$if(leaf !== undefined, (query) => query.where('leaf', '=', Buffer.from(leaf ?? '', 'hex')))
    .orderBy('idx')
    .limit(AT_PLACE_MAX)
    .execute();
  const signed = rows.find(({ reason }) => reason !== 'not-authentic');
  return signed?.leaf.toString('hex');
}

/** The heads that the device signed with one of these leaves, as text, by leaf. */
export async function headsByLeaf(
  trx: Tx,
  { stall, device }: OfDevice,
  leaves: readonly string[],
): Promise<Map<string, string>> {
  const rows = await trx
    .selectFrom('record')
    .select(['leaf', 'head', 'reason'])
    .where('stall', '=', stall)
    .where('device', '=', device)
    .where(
      'leaf',
      'in',
      leaves.map((leaf) => Buffer.from(leaf, 'hex')),
    )
    .orderBy('idx')
    .limit(leaves.length)
    .execute();
  const signed = rows.filter(({ reason }) => reason !== 'not-authentic');
  return new Map(signed.map(({ leaf, head }) => [leaf.toString('hex'), head.toString('utf8')]));
}

/** Whether the details of a record are there. */
export async function hasBody(trx: Tx, { stall, device }: OfDevice, place: Place) {
  const row = await trx
    .selectFrom('body')
    .select('seq')
    .where('stall', '=', stall)
    .where('device', '=', device)
    .where('epoch', '=', place.epoch)
    .where('seq', '=', place.seq)
    .where('leaf', '=', Buffer.from(place.leaf, 'hex'))
    .executeTakeFirst();
  return row !== undefined;
}
