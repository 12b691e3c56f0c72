import { type Booking, type Calendar, emptyCalendar } from './calendar.ts';
import type { Refusal } from './import-reason.ts';
import type { GoodRow } from './kind-rules.ts';
import type { Organisation, RowOf } from './rows.ts';
import { unitKey } from './unit.ts';

type Contract = RowOf<'contract'>;

/**
 * Refuses contracts of which a stall, or a unit, would have two on one day. What is there goes
 * before what comes in, and an earlier line before a later one; but all lines count together, so
 * that one may end a contract and another begin the next, in any order. Where a line that would
 * have changed a contract is refused, the contract stays as it was, and lines that relied on the
 * change are refused as well.
 * @param rows those that add or change a contract, in the order of the file
 */
export function settleContracts(
  rows: readonly GoodRow<'contract'>[],
  known: Pick<Organisation, 'contract'>,
): readonly Refusal[] {
  const calendars = { stall: calendarsBy(stallOf), unit: calendarsBy(unitOf) };
  const refused: Refusal[] = [];
  const changed = new Set(rows.map(({ key }) => key));
  const keys = new Map(rows.map(({ line, key }) => [line, key]));

  const add = (booking: Booking) => {
    calendars.stall(booking.contract).add(booking);
    calendars.unit(booking.contract).add(booking);
  };
  const meeting = (contract: Contract) => [
    ...calendars.stall(contract).meeting(contract),
    ...calendars.unit(contract).meeting(contract),
  ];
  const refuse = (line: number, contract: Contract, other: Contract) => {
    const isStall = stallOf(contract) === stallOf(other);
    const [column, value] = isStall ? ['stall', contract.stall] : ['unit', contract.unit];
    const reason = isStall ? 'stallTaken' : 'unitTaken';
    refused.push({ line, column, reason, value, other: inShort(other) });
  };
  /** Puts a contract back as it was; lines that took its days are refused, and so on. */
  const restore = (first: Contract) => {
    const waiting = [first];
    for (let contract = waiting.pop(); contract; contract = waiting.pop()) {
      for (const booking of new Set(meeting(contract))) {
        if (booking.line === null) continue;
        calendars.stall(booking.contract).remove(booking);
        calendars.unit(booking.contract).remove(booking);
        refuse(booking.line, booking.contract, contract);
        const before = known.contract.get(keys.get(booking.line) ?? '');
        if (before) waiting.push(before);
      }
      add({ contract, line: null });
    }
  };

  for (const [key, contract] of known.contract) {
    if (!changed.has(key)) add({ contract, line: null });
  }
  for (const { line, key, row } of rows) {
    const [met] = meeting(row);
    const before = known.contract.get(key);
    if (!met) add({ contract: row, line });
    else {
      refuse(line, row, met.contract);
      if (before) restore(before);
    }
  }
  return refused;
}

/** A calendar for each of what `nameOf` tells apart, made when it is first asked for. */
function calendarsBy(nameOf: (contract: Contract) => string): (contract: Contract) => Calendar {
  const calendars = new Map<string, Calendar>();
  return (contract) => {
    const name = nameOf(contract);
    const calendar = calendars.get(name) ?? emptyCalendar();
    calendars.set(name, calendar);
    return calendar;
  };
}

function stallOf({ stall }: Contract): string {
  return stall;
}

function unitOf({ mall, unit }: Contract): string {
  return unitKey(mall, unit);
}

/** `KM-A12 → B1-07, 2026-01-01 – 2026-12-31` */
function inShort({ stall, unit, from, to }: Contract): string {
  return `${stall} → ${unit}, ${from} – ${to ?? '…'}`;
}
