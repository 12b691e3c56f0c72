import type { FeeDraft } from './body.ts';

/**
 * Acts as they are booked: none pays for a charge before there is one. What an act of an earlier
 * date pays of it is an advance until then, and an act of its own of the charge's date uses that;
 * else the books of a month would say that stalls owe less than nothing. An act that reverses is
 * left whole.
 * @param chargedOn dates of the charges that are booked already, by id
 * @param newId makes an id, each time another
 */
export function dateAllocations(
  drafts: readonly FeeDraft[],
  chargedOn: ReadonlyMap<string, string>,
  newId: () => string,
): FeeDraft[] {
  const own = drafts.flatMap(({ on, charges = [] }) => charges.map(({ id }) => [id, on] as const));
  const dates = new Map([...chargedOn, ...own]);
  return drafts.flatMap((draft) => {
    const { allocations = [], reverses, mall, stall, on, note } = draft;
    if (allocations.length === 0 || reverses) return [draft];
    const byDate = Map.groupBy(allocations, ({ charge }) => {
      const charged = dates.get(charge) ?? on;
      return charged > on ? charged : on;
    });
    const now = byDate.get(on);
    if (now?.length === allocations.length) return [draft];
    const { allocations: _, ...rest } = draft;
    const later = [...byDate].filter(([date]) => date !== on).toSorted(byFirst);
    return [
      { ...rest, ...(now && { allocations: now }) },
      ...later.map(([date, parts]): FeeDraft => {
        const of = { mall, ...(stall !== undefined && { stall }), on: date, note };
        return { id: newId(), act: 'allocate', ...of, allocations: parts };
      }),
    ];
  });
}

function byFirst([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : 1;
}
