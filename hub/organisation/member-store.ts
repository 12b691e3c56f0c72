import type { KindStore } from './kind-store.ts';

/** Members, with what their village of origin was called when it came in. */
export const memberStore: KindStore<'member'> = {
  list: async (db, after, limit) => {
    const rows = await db
      .selectFrom('member')
      .select(['code', 'name', 'village_code', 'village', 'district', 'regency', 'province'])
      .select('region')
      .where('code', '>', after?.code ?? '')
      .orderBy('code')
      .limit(limit)
      .execute();
    return rows.map(({ code, name, village_code: villageCode, region, ...origin }) => {
      return { code, name, villageCode, origin, region };
    });
  },
  save: async (trx, rows) => {
    await trx
      .insertInto('member')
      .values(
        rows.map(({ villageCode, origin, ...member }) => {
          return { ...member, village_code: villageCode, ...origin };
        }),
      )
      .onConflict((met) =>
        met.column('code').doUpdateSet((e) => ({
          name: e.ref('excluded.name'),
          village_code: e.ref('excluded.village_code'),
          village: e.ref('excluded.village'),
          district: e.ref('excluded.district'),
          regency: e.ref('excluded.regency'),
          province: e.ref('excluded.province'),
          region: e.ref('excluded.region'),
        })),
      )
      .execute();
  },
};
