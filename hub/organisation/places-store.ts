import type { RowOf } from '../../domain/organisation/rows.ts';
import type { KindStore } from './kind-store.ts';

/** The federation, which is one row. */
export const federationStore: KindStore<'federation'> = {
  list: async (db, after) => {
    if (after) return [];
    return db.selectFrom('federation').select('name').orderBy('only').limit(1).execute();
  },
  save: async (trx, rows) => {
    await trx
      .insertInto('federation')
      .values(rows.map(({ name }) => ({ only: 1 as const, name })))
      .onConflict((met) =>
        met.column('only').doUpdateSet((e) => ({ name: e.ref('excluded.name') })),
      )
      .execute();
  },
};

/** Regions. */
export const regionStore: KindStore<'region'> = {
  list: (db, after, limit) =>
    db
      .selectFrom('region')
      .select(['code', 'name'])
      .where('code', '>', after?.code ?? '')
      .orderBy('code')
      .limit(limit)
      .execute(),
  save: async (trx, rows) => {
    await trx
      .insertInto('region')
      .values([...rows])
      .onConflict((met) =>
        met.column('code').doUpdateSet((e) => ({ name: e.ref('excluded.name') })),
      )
      .execute();
  },
};

/** Malls. */
export const mallStore: KindStore<'mall'> = {
  list: (db, after, limit) =>
    db
      .selectFrom('mall')
      .select(['code', 'region', 'name'])
      .where('code', '>', after?.code ?? '')
      .orderBy('code')
      .limit(limit)
      .execute(),
  save: async (trx, rows) => {
    await trx
      .insertInto('mall')
      .values([...rows])
      .onConflict((met) =>
        met.column('code').doUpdateSet((e) => ({
          region: e.ref('excluded.region'),
          name: e.ref('excluded.name'),
        })),
      )
      .execute();
  },
};

/** Units, by mall. */
export const unitStore: KindStore<'unit'> = {
  list: async (db, after, limit): Promise<RowOf<'unit'>[]> => {
    const rows = await db
      .selectFrom('unit')
      .select(['mall', 'code', 'floor', 'size_dm2'])
      .where((e) =>
        e(e.refTuple('mall', 'code'), '>', e.tuple(after?.mall ?? '', after?.code ?? '')),
      )
      .orderBy('mall')
      .orderBy('code')
      .limit(limit)
      .execute();
    return rows.map(({ size_dm2: sizeDm2, ...unit }) => ({ ...unit, sizeDm2 }));
  },
  save: async (trx, rows) => {
    await trx
      .insertInto('unit')
      .values(rows.map(({ sizeDm2, ...unit }) => ({ ...unit, size_dm2: sizeDm2 })))
      .onConflict((met) =>
        met.columns(['mall', 'code']).doUpdateSet((e) => ({
          floor: e.ref('excluded.floor'),
          size_dm2: e.ref('excluded.size_dm2'),
        })),
      )
      .execute();
  },
};

/** Stalls. */
export const stallStore: KindStore<'stall'> = {
  list: (db, after, limit) =>
    db
      .selectFrom('stall')
      .select(['code', 'mall', 'number', 'name', 'nmid'])
      .where('code', '>', after?.code ?? '')
      .orderBy('code')
      .limit(limit)
      .execute(),
  save: async (trx, rows) => {
    await trx
      .insertInto('stall')
      .values([...rows])
      .onConflict((met) =>
        met.column('code').doUpdateSet((e) => ({
          mall: e.ref('excluded.mall'),
          number: e.ref('excluded.number'),
          name: e.ref('excluded.name'),
          nmid: e.ref('excluded.nmid'),
        })),
      )
      .execute();
  },
};
