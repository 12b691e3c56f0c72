import type { DeviceState } from '../../../domain/sync/contract.ts';
import type { StallName } from '../../../domain/sync/place.ts';
import { build } from '../database/build.ts';
import { first, run, type Tx } from '../database/run.ts';

/** The hub that a till is enrolled at. */
export interface EnrolledHub {
  /** `https://hub.example` */
  readonly origin: string;
  readonly name: string;
  /** Raw Ed25519 public key of its checkpoints, 32 bytes. */
  readonly publicKey: Buffer;
  readonly stall: StallName;
  readonly state: DeviceState;
}

/** The hub that this till is enrolled at; undefined for none. */
export function findHub(tx: Tx): EnrolledHub | undefined {
  const row = first(tx, findOnly);
  if (!row) return undefined;
  const { origin, name, public_key: publicKey, state } = row;
  const stall = { code: row.stall_code, name: row.stall_name, mall: row.mall_name };
  return { origin, name, publicKey, stall, state };
}

/** Keeps the hub that this till is enrolled at, in place of the one before. */
export function keepHub(tx: Tx, { origin, name, publicKey, stall, state }: EnrolledHub): void {
  const values = {
    origin,
    name,
    public_key: publicKey,
    stall_code: stall.code,
    stall_name: stall.name,
    mall_name: stall.mall,
    state,
  };
  const query = build
    .insertInto('hub')
    .values({ only: 1, ...values })
    .onConflict((conflict) => conflict.column('only').doUpdateSet(values));
  run(tx, query);
}

const findOnly = build
  .selectFrom('hub')
  .select(['origin', 'name', 'public_key', 'stall_code', 'stall_name', 'mall_name', 'state'])
  .where('only', '=', 1);
