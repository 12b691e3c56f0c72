import type { Spot } from '../../../domain/sync/place.ts';
import { build } from '../database/build.ts';
import { first, prepare, type Tx } from '../database/run.ts';

/** A record as it is sent. */
export interface OutgoingRecord {
  readonly position: number;
  readonly epoch: number;
  readonly seq: number;
  readonly head: Buffer;
  /** Null where the details stay with the stall. */
  readonly body: Buffer | null;
  readonly signature: Buffer;
}

/** At most `limit` records from `position` on, in order; bodies are read only with details. */
export function outgoingFrom(
  tx: Tx,
  position: number,
  { limit, hasDetails }: { readonly limit: number; readonly hasDetails: boolean },
): OutgoingRecord[] {
  if (hasDetails) return withBodies.all(tx, { position, limit });
  return heads.all(tx, { position, limit }).map((record) => ({ ...record, body: null }));
}

/** The record that has this number in the journal. */
export function recordAt(
  tx: Tx,
  { epoch, seq }: Spot,
): { readonly position: number; readonly head: Buffer; readonly leaf: Buffer } | undefined {
  const query = build
    .selectFrom('journal_record')
    .select(['position', 'head', 'leaf'])
    .where('epoch', '=', epoch)
    .where('seq', '=', seq);
  return first(tx, query);
}

/** Position of the record at this place that has this leaf, 32 bytes; undefined for none. */
export function positionOf(
  tx: Tx,
  { leaf, ...mark }: { readonly epoch: number; readonly seq: number; readonly leaf: Buffer },
): number | undefined {
  const found = recordAt(tx, mark);
  return found?.leaf.equals(leaf) ? found.position : undefined;
}

/** Position of the last record that does not stand behind this place; 0 for none. */
export function lastUpTo(tx: Tx, { epoch, seq }: Spot): number {
  const query = build
    .selectFrom('journal_record')
    .select('position')
    .where((e) =>
      e.or([e('epoch', '<', epoch), e.and([e('epoch', '=', epoch), e('seq', '<=', seq)])]),
    )
    .orderBy('epoch', 'desc')
    .orderBy('seq', 'desc')
    .limit(1);
  return first(tx, query)?.position ?? 0;
}

/** The head of a record. */
export function headAt(tx: Tx, position: number): Buffer | undefined {
  return headOf.first(tx, { position })?.head;
}

/** The head of the first record of the newest epoch that is not after `epoch`. */
export function epochOpener(
  tx: Tx,
  epoch: number,
): { readonly epoch: number; readonly head: Buffer } | undefined {
  const query = build
    .selectFrom('journal_record')
    .select(['epoch', 'head'])
    .where('epoch', '=', (e) =>
      e
        .selectFrom('journal_record as newest')
        .select('newest.epoch')
        .where('newest.epoch', '<=', epoch)
        .orderBy('newest.epoch', 'desc')
        .limit(1),
    )
    .where('seq', '=', 1);
  return first(tx, query);
}

const columns = ['position', 'epoch', 'seq', 'head', 'signature'] as const;
interface From {
  readonly position: number;
  readonly limit: number;
}

const heads = prepare<From, Omit<OutgoingRecord, 'body'>>((given) =>
  build
    .selectFrom('journal_record')
    .select(columns)
    .where('position', '>=', given('position'))
    .orderBy('position')
    .limit(given('limit')),
);

const withBodies = prepare<From, OutgoingRecord>((given) =>
  build
    .selectFrom('journal_record')
    .select([...columns, 'body'])
    .where('position', '>=', given('position'))
    .orderBy('position')
    .limit(given('limit')),
);

const headOf = prepare<{ position: number }, { head: Buffer }>((given) =>
  build.selectFrom('journal_record').select('head').where('position', '=', given('position')),
);
