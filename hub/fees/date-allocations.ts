import { randomUUID } from 'node:crypto';
import type { Allocated, FeeDraft } from '../../domain/fees/body.ts';
import type { Tx } from '../database/transact.ts';
import { chargesWith } from './booked-store.ts';

/**
 * Acts as they are booked: none pays for a charge before there is one. What an act of an earlier
 * date pays of it is an advance until then, and an act of its own of the charge's date uses that;
 * else the books of a month would say that stalls owe less than nothing. An act that reverses is
 * left whole.
 */
export async function dateAllocations(trx: Tx, drafts: readonly FeeDraft[]): Promise<FeeDraft[]> {
  const dates = await chargeDates(trx, drafts);
  const isLater = ({ on }: FeeDraft, { charge }: Allocated) => (dates.get(charge) ?? on) > on;
  return drafts.flatMap((draft) => {
    const { allocations = [], reverses, mall, stall, note } = draft;
    const later = reverses ? [] : allocations.filter((one) => isLater(draft, one));
    if (later.length === 0) return [draft];
    const own = allocations.filter((one) => !later.includes(one));
    const { allocations: _, ...rest } = draft;
    const byDate = Map.groupBy(later, ({ charge }) => dates.get(charge) ?? draft.on);
    const then = [...byDate].toSorted(([one], [other]) => (one < other ? -1 : 1));
    return [
      { ...rest, ...(own.length > 0 && { allocations: own }) },
      ...then.map(([on, parts]): FeeDraft => {
        const of = { mall, ...(stall !== undefined && { stall }), on, note };
        return { id: randomUUID(), act: 'allocate', ...of, allocations: parts };
      }),
    ];
  });
}

async function chargeDates(trx: Tx, drafts: readonly FeeDraft[]): Promise<Map<string, string>> {
  const dates = new Map<string, string>();
  for (const { on, charges = [] } of drafts) for (const { id } of charges) dates.set(id, on);
  const named = drafts.flatMap(({ allocations = [] }) => allocations.map(({ charge }) => charge));
  const booked = [...new Set(named)].filter((id) => !dates.has(id));
  for (let from = 0; from < booked.length; from += IDS_MAX) {
    for (const { id, on } of await chargesWith(trx, booked.slice(from, from + IDS_MAX))) {
      dates.set(id, on);
    }
  }
  return dates;
}

/** Most ids that one query names. */
const IDS_MAX = 500;
