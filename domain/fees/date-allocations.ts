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
 * back was there. What an act moves on another day than its own is an act of that day, in a month
 * that is open; what it takes off later comes before it, and makes room for what it puts on.
 * @param newId makes an id, each time another
 */
export function dateAllocations(
  drafts: readonly FeeDraft[],
  named: NamedBooks,
  newId: () => string,
): FeeDraft[] {
  const books = new DatedBooks(named);
  return drafts.flatMap((draft) => {
    const from = books.dateOf(draft);
    books.add(draft, from);
    const dates = new Map<Allocated, string>();
    for (const one of takenOffFirst(draft.allocations ?? [])) {
      const on = books.openFrom(draft.mall, books.dateFor(one, from), from);
      books.move(one, on);
      dates.set(one, on);
    }
    const on = books.openFrom(draft.mall, books.freeFrom(draft.reverses ?? [], from), from);
    return splitByDate(on === draft.on ? draft : { ...draft, on }, dates, newId);
  });
}

/** An act, and for what it moves on other days acts of those. */
function splitByDate(
  draft: FeeDraft,
  dates: ReadonlyMap<Allocated, string>,
  newId: () => string,
): FeeDraft[] {
  const { allocations = [], mall, stall, on, note } = draft;
  const now = allocations.filter((one) => dates.get(one) === on);
  if (now.length === allocations.length) return [draft];
  const { allocations: _, ...rest } = draft;
  const others = (some: readonly Allocated[]): FeeDraft[] =>
    [...Map.groupBy(some, (one) => dates.get(one) ?? on)]
      .filter(([date]) => date !== on)
      .toSorted(([one], [other]) => inOrder(one, other))
      .map(([date, parts]) => {
        const of = { mall, ...(stall !== undefined && { stall }), on: date, note };
        return { id: newId(), act: 'allocate', ...of, allocations: parts };
      });
  return [
    ...others(allocations.filter(({ amount }) => amount < 0)),
    { ...rest, ...(now.length > 0 && { allocations: now }) },
    ...others(allocations.filter(({ amount }) => amount > 0)),
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

  /** When an act counts, but for what it moves between others: no earlier than what it is of. */
  dateOf({ on, reverses = [], credits = [], refunds = [] }: FeeDraft): string {
    const reversed = reverses.flatMap((id) => this.#sumOf(id)?.on ?? []);
    const reduced = credits.flatMap(({ of }) => (of && this.#charges.get(of)?.on) ?? []);
    const returned = refunds.map((refund) => this.dateFor({ ...refund, charge: null }, on));
    return latest([on, ...reversed, ...reduced, ...returned]);
  }

  /** The first date from which nothing of these is used or settled any more. */
  freeFrom(ids: readonly string[], on: string): string {
    const dates = ids.flatMap((id) => {
      const sum = this.#sumOf(id);
      return sum ? [firstFit(sum.moves, { from: on, amount: 0, limit: 0 })] : [];
    });
    return latest([on, ...dates]);
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

  /** A date, or the first behind it of a month that is open; that of the act stays as it is. */
  openFrom(mall: string, date: string, own: string): string {
    if (date === own || !this.#closed.has(`${mall} ${periodOf(date)}`)) return date;
    return this.openFrom(mall, `${addMonths(periodOf(date), 1)}-01`, own);
  }

  /** Adds what an act makes, and what it gives back. */
  add({ charges = [], credits = [], refunds = [] }: FeeDraft, on: string): void {
    for (const { id, amount } of charges) this.#charges.set(id, { on, amount, moves: [] });
    for (const { id, amount } of credits) this.#credits.set(id, { on, amount, moves: [] });
    for (const refund of refunds) this.move({ ...refund, charge: null }, on);
  }

  #sumOf(id: string): Sum | undefined {
    return this.#charges.get(id) ?? this.#credits.get(id);
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
