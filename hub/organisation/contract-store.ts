import { rupiah } from '../../domain/money.ts';
import type { KindStore } from './kind-store.ts';

/** Contracts, by stall and first day. */
export const contractStore: KindStore<'contract'> = {
  list: async (db, after, limit) => {
    const rows = await db
      .selectFrom('contract')
      .select(['stall', 'from_date', 'to_date', 'member', 'mall', 'unit', 'tariff_rupiah'])
      .where((e) =>
        e(e.refTuple('stall', 'from_date'), '>', e.tuple(after?.stall ?? '', after?.from ?? '')),
      )
      .orderBy('stall')
      .orderBy('from_date')
      .limit(limit)
      .execute();
    return rows.map(({ from_date: from, to_date: to, tariff_rupiah: tariff, ...contract }) => {
      return { ...contract, from, to, tariffRupiah: rupiah(tariff) };
    });
  },
  save: async (trx, rows) => {
    await trx
      .insertInto('contract')
      .values(
        rows.map(({ from, to, tariffRupiah, ...contract }) => {
          return { ...contract, from_date: from, to_date: to, tariff_rupiah: tariffRupiah };
        }),
      )
      .onConflict((met) =>
        met.columns(['stall', 'from_date']).doUpdateSet((e) => ({
          to_date: e.ref('excluded.to_date'),
          member: e.ref('excluded.member'),
          mall: e.ref('excluded.mall'),
          unit: e.ref('excluded.unit'),
          tariff_rupiah: e.ref('excluded.tariff_rupiah'),
        })),
      )
      .execute();
  },
};
