import type { Kysely } from 'kysely';
import { kindRules } from '../../domain/organisation/kinds.ts';
import type { KnownRows, OrganisationKind, RowOf } from '../../domain/organisation/rows.ts';
import type { HubTables } from '../database/tables.ts';
import type { Tx } from '../database/transact.ts';
import { contractStore } from './contract-store.ts';
import { type KindStore, SAVED_MAX } from './kind-store.ts';
import { memberStore } from './member-store.ts';
import { federationStore, mallStore, regionStore, stallStore, unitStore } from './places-store.ts';

/** Rows read at once. */
const PAGE = 5000;

/** Where each kind is kept. */
const kindStores: { readonly [K in OrganisationKind]: KindStore<K> } = {
  federation: federationStore,
  region: regionStore,
  mall: mallStore,
  unit: unitStore,
  member: memberStore,
  stall: stallStore,
  contract: contractStore,
};

/** All rows of a kind, page by page, by their key. */
export async function* pagesOf<K extends OrganisationKind>(
  db: Kysely<HubTables>,
  kind: K,
): AsyncGenerator<readonly RowOf<K>[]> {
  const store: KindStore<K> = kindStores[kind];
  for (let after: RowOf<K> | null = null; ; ) {
    const page: readonly RowOf<K>[] = await store.list(db, after, PAGE);
    after = page.at(-1) ?? null;
    if (after === null) return;
    yield page;
  }
}

/** All rows of some kinds by their key; of the other kinds none. */
export async function readKinds(
  db: Kysely<HubTables>,
  kinds: ReadonlySet<OrganisationKind>,
): Promise<KnownRows> {
  const read = async <K extends OrganisationKind>(kind: K) => {
    const rows = new Map<string, RowOf<K>>();
    if (!kinds.has(kind)) return rows;
    const { keyOf }: { keyOf(row: RowOf<K>): string } = kindRules[kind];
    for await (const page of pagesOf(db, kind)) {
      for (const row of page) rows.set(keyOf(row), row);
    }
    return rows;
  };
  return {
    federation: await read('federation'),
    region: await read('region'),
    mall: await read('mall'),
    unit: await read('unit'),
    member: await read('member'),
    stall: await read('stall'),
    contract: await read('contract'),
  };
}

/** Adds rows of a kind, or changes those whose key is there. */
export async function saveRows<K extends OrganisationKind>(
  trx: Tx,
  kind: K,
  rows: readonly RowOf<K>[],
): Promise<void> {
  const store: KindStore<K> = kindStores[kind];
  for (let at = 0; at < rows.length; at += SAVED_MAX) {
    await store.save(trx, rows.slice(at, at + SAVED_MAX));
  }
}
