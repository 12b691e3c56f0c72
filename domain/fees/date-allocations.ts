import { inOrder, takenOffFirst } from './allocate.ts';
import type { Allocated, FeeDraft } from './body.ts';
import { addMonths, periodOf } from './period.ts';
import { firstFit, type Move } from './fit-date.ts';

/** A charge or a credit that is booked. */
export interface BookedSum {
  readonly id: string;
  readonly on: string;
  /** Rupiah */
  readonly amount: number;
}

/** What went from a credit to a charge, or back to the stall: then the charge is null. */
export interface BookedMove extends Move {
  readonly credit: string;
  readonly charge: string | null;
}

/** The charges and credits that acts name, with all that moved of each. */
export interface NamedBooks {
  readonly charges: readonly BookedSum[];
  readonly credits: readonly BookedSum[];
  readonly moves: readonly BookedMove[];
  /** Months that take nothing more: `TC 2026-10`, the code of the mall before it. */
  readonly closed: ReadonlySet<string>;
}

/**
 * Acts as they are booked, so that the books are right at the end of each day: nothing pays for a
 * charge before there is one, no credit is used before it came or is free again, and what is taken
 * back was there. What an act of an earlier date pays is an advance until then, and an act of its
 * own uses that, in a month that is open; what takes back, or makes a charge less, is dated as a
 * whole.
 * @param newId makes an id, each time another
 */
export function dateAllocations(
  drafts: readonly FeeDraft[],
  named: NamedBooks,
  newId: () => string,
): FeeDraft[] {
  const books = new DatedBooks(named);
  return drafts.flatMap((draft) => {
    const on = books.dateOf(draft);
    const whole = on === draft.on ? draft : { ...draft, on };
    books.add(whole);
    const { allocations = [], reverses } = whole;
    if (reverses) {
      for (const one of allocations) books.move(one, on);
      return [whole];
    }
    return splitByDate(whole, books, newId);
  });
}

function splitByDate(draft: FeeDraft, books: DatedBooks, newId: () => string): FeeDraft[] {
  const { allocations = [], mall, stall, on, note } = draft;
  const dates = new Map<Allocated, string>();
  for (const one of takenOffFirst(allocations)) {
    const first = books.dateFor(one, on);
    const date = first === on ? on : books.openFrom(mall, first);
    books.move(one, date);
    dates.set(one, date);
  }
  const byDate = Map.groupBy(allocations, (one) => dates.get(one) ?? on);
  const now = byDate.get(on);
  if (now?.length === allocations.length || allocations.length === 0) return [draft];
  const { allocations: _, ...rest } = draft;
  const later = [...byDate]
    .filter(([date]) => date !== on)
    .toSorted(([one], [other]) => inOrder(one, other));
  return [
    { ...rest, ...(now && { allocations: now }) },
    ...later.map(([date, parts]): FeeDraft => {
      const of = { mall, ...(stall !== undefined && { stall }), on: date, note };
      return { id: newId(), act: 'allocate', ...of, allocations: parts };
    }),
  ];
}

interface Sum {
  readonly on: string;
  readonly amount: number;
  readonly moves: Move[];
}

/** Charges and credits while acts are dated, with all that moved of them. */
class DatedBooks {
  readonly #charges: Map<string, Sum>;
  readonly #credits: Map<string, Sum>;
  readonly #pairs = new Map<string, Move[]>();
  readonly #closed: ReadonlySet<string>;

  constructor({ charges, credits, moves, closed }: NamedBooks) {
    this.#closed = closed;
    this.#charges = new Map(charges.map(({ id, ...sum }) => [id, { ...sum, moves: [] }]));
    this.#credits = new Map(credits.map(({ id, ...sum }) => [id, { ...sum, moves: [] }]));
    for (const move of moves) this.move(move, move.on);
  }

  /** When an act counts that is dated as a whole; its own date for another. */
  dateOf({ on, reverses = [], credits = [], allocations = [], refunds = [] }: FeeDraft): string {
    const dates = [on];
    for (const id of reverses) {
      const sum = this.#charges.get(id) ?? this.#credits.get(id);
      if (sum) dates.push(sum.on, ...sum.moves.map((move) => move.on));
    }
    if (reverses.length > 0) dates.push(...allocations.map((one) => this.dateFor(one, on)));
    for (const { of } of credits) dates.push((of && this.#charges.get(of)?.on) ?? on);
    for (const refund of refunds) dates.push(this.dateFor({ ...refund, charge: null }, on));
    return latest(dates);
  }

  /** The first date from which so much goes from a credit to a charge, or comes back from it. */
  dateFor({ credit, charge, amount }: Omit<BookedMove, 'on'>, on: string): string {
    const paid = charge === null ? undefined : this.#charges.get(charge);
    const [owed, used] = [paid, this.#credits.get(credit)];
    const from = latest([on, owed?.on ?? on, used?.on ?? on]);
    if (amount < 0) {
      const pair = this.#pairs.get(`${credit} ${charge}`) ?? [];
      return firstFit(pair, { from, amount, limit: Number.MAX_SAFE_INTEGER });
    }
    return [owed, used].reduce((date, sum) => {
      return sum ? firstFit(sum.moves, { from: date, amount, limit: sum.amount }) : date;
    }, from);
  }

  /** A date, or the first behind it of a month that is open. */
  openFrom(mall: string, date: string): string {
    if (!this.#closed.has(`${mall} ${periodOf(date)}`)) return date;
    return this.openFrom(mall, `${addMonths(periodOf(date), 1)}-01`);
  }

  /** Adds what an act makes, and what it gives back. */
  add({ on, charges = [], credits = [], refunds = [] }: FeeDraft): void {
    for (const { id, amount } of charges) this.#charges.set(id, { on, amount, moves: [] });
    for (const { id, amount } of credits) this.#credits.set(id, { on, amount, moves: [] });
    for (const refund of refunds) this.move({ ...refund, charge: null }, on);
  }

  /** So much went from a credit to a charge, or came back. */
  move({ credit, charge, amount }: Omit<BookedMove, 'on'>, on: string): void {
    const move = { on, amount };
    this.#credits.get(credit)?.moves.push(move);
    if (charge !== null) this.#charges.get(charge)?.moves.push(move);
    const pair = `${credit} ${charge}`;
    this.#pairs.set(pair, [...(this.#pairs.get(pair) ?? []), move]);
  }
}

function latest(dates: readonly string[]): string {
  return dates.reduce((last, date) => (date > last ? date : last));
}
