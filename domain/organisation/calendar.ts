import type { RowOf } from './rows.ts';

/** A contract in a calendar; `line` of the file that it came with, null for one that was there. */
export interface Booking {
  readonly contract: RowOf<'contract'>;
  readonly line: number | null;
}

/** Who has what when: bookings of which no two share a day. */
export interface Calendar {
  /** Those that share a day with a contract, by their first day. */
  meeting(contract: RowOf<'contract'>): readonly Booking[];
  /** Nothing that is in it may meet the booking. */
  add(booking: Booking): void;
  remove(booking: Booking): void;
}

/** Behind every date that has an end. */
const WITHOUT_END = '9999-12-31';

/** The last day of a contract, as one that can be compared. */
function lastDay({ contract }: Pick<Booking, 'contract'>): string {
  return contract.to ?? WITHOUT_END;
}

/** A calendar with nothing in it. */
export function emptyCalendar(): Calendar {
  const bookings: Booking[] = []; // by their first day, and since none meet by their last
  /** Place of the first that ends on this day or later. */
  const placeOf = (day: string): number => {
    let [low, high] = [0, bookings.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const found = bookings[middle];
      if (found && lastDay(found) < day) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    meeting: (contract) => {
      const met: Booking[] = [];
      for (let at = placeOf(contract.from); ; at += 1) {
        const found = bookings[at];
        if (!found || found.contract.from > lastDay({ contract })) return met;
        met.push(found);
      }
    },
    add: (booking) => {
      bookings.splice(placeOf(booking.contract.from), 0, booking);
    },
    remove: (booking) => {
      const at = placeOf(lastDay(booking));
      if (bookings[at] === booking) bookings.splice(at, 1);
    },
  };
}
