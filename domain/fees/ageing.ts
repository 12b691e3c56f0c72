import { daysBetween } from '../time.ts';

/** How long a charge is overdue: not yet, up to 30 days, 60, 90, or longer. */
export const ageBands = ['current', 'to30', 'to60', 'to90', 'over90'] as const;
export type AgeBand = (typeof ageBands)[number];

/** What is open, by how long it is overdue. Rupiah */
export type Ageing = Readonly<Record<AgeBand, number>>;

/** The band of a charge on a date: on its due date it is current. */
export function bandOf(due: string, on: string): AgeBand {
  const late = daysBetween(due, on);
  if (late <= 0) return 'current';
  if (late <= 30) return 'to30';
  if (late <= 60) return 'to60';
  return late <= 90 ? 'to90' : 'over90';
}

/** Sums what is open by age on a date. */
export function ageOpen(
  charges: Iterable<{ readonly due: string; readonly open: number }>,
  on: string,
): Ageing {
  const sums: Record<AgeBand, number> = { current: 0, to30: 0, to60: 0, to90: 0, over90: 0 };
  for (const { due, open } of charges) sums[bandOf(due, on)] += open;
  return sums;
}
