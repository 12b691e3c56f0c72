import type { DaySums } from '../../domain/sync/totals.ts';
import type { OfDevice } from './chain-store.ts';
import type { Sums } from './ledger.ts';

/** Something written that is not what the records come to. */
export interface Difference extends OfDevice {
  /** `day 2026-11-24 tender cash`, `refunded 1.2`, `record 1.2 total`, `chain moved` */
  readonly what: string;
  readonly stored: number | string;
  readonly found: number | string;
}

/** Where the stored sums of a device are not those that were found. */
export function compareTotals(
  { stall, device }: OfDevice,
  storedSums: Sums,
  foundSums: Sums,
): Difference[] {
  const [stored, found] = [flatten(storedSums), flatten(foundSums)];
  return [...new Set([...found.keys(), ...stored.keys()])].flatMap((what) => {
    const [is, should] = [stored.get(what) ?? 0, found.get(what) ?? 0];
    return is === should ? [] : [{ stall, device, what, stored: is, found: should }];
  });
}

/** Every sum under a name of its own; those of nothing are left out. */
function flatten({ totals, refunded }: Sums): Map<string, number> {
  const sums: [string, number][] = [];
  const addSums = (what: string, row: DaySums) => {
    for (const [name, sum] of Object.entries(row)) sums.push([`${what} ${name}`, sum]);
  };
  for (const [date, row] of totals.days) addSums(`day ${date}`, row);
  for (const [date, tenders] of totals.tenders) {
    for (const [kind, sum] of tenders) sums.push([`day ${date} tender ${kind}`, sum]);
  }
  for (const [date, kinds] of totals.taxes) {
    for (const [kind, { base, tax }] of kinds) {
      sums.push([`day ${date} base ${kind}`, base], [`day ${date} tax ${kind}`, tax]);
    }
  }
  for (const [mark, sum] of refunded) sums.push([`refunded ${mark}`, sum]);
  return new Map(sums.filter(([, sum]) => sum !== 0));
}
