import { readHead } from '../journal/check-head.ts';
import { addRecord, emptyTotals, type DaySums } from '../sync/totals.ts';
import type { EntryOf } from './pack.ts';

type DayEntry = EntryOf<'day'>;

const sumNames = [
  'receipts',
  'sales',
  'refundCount',
  'refunds',
  'discount',
  'tax',
  'rounding',
  'zCount',
  'nilZCount',
  'quarantined',
  'records',
] as const satisfies readonly (keyof DaySums)[];

/** What the records of a pack come to, on the dates that it covers. */
export class PackSums {
  readonly #totals = emptyTotals();
  readonly #from: string;
  readonly #to: string;
  /** The date of the last day that was compared. */
  #compared = '';

  constructor({ from, to }: { readonly from: string; readonly to: string }) {
    this.#from = from;
    this.#to = to;
  }

  /** Adds a record of the dates; others are passed over. */
  add({ head: text, verdict }: Pick<EntryOf<'record'>, 'head' | 'verdict'>): void {
    const read = readHead(text);
    if (read.kind !== 'head') return; // of no known date
    const { businessDate } = read.head;
    if (businessDate < this.#from || businessDate > this.#to) return;
    addRecord(this.#totals, read.head, verdict);
  }

  /** Why a day is not what the records of its date come to; undefined where it is. */
  faultOf(day: DayEntry): string | undefined {
    const { date } = day;
    if (date < this.#from || date > this.#to) return 'the day is not of the pack';
    if (date <= this.#compared) return 'the days are not in their order';
    const left = this.#leftBefore(date);
    this.#compared = date;
    if (left !== undefined) return `the sums of ${left} are missing`;
    const sums = this.#totals.days.get(date);
    const name = sumNames.find((one) => day[one] !== (sums?.[one] ?? 0));
    if (name !== undefined) {
      return `${name} of ${date} is ${day[name]}, the records come to ${sums?.[name] ?? 0}`;
    }
    return this.#tenderFault(day) ?? this.#taxFault(day);
  }

  /** The first date with records whose day did not come; undefined for none. */
  leftOver(): string | undefined {
    return this.#leftBefore('~');
  }

  #leftBefore(date: string): string | undefined {
    const dates = [...this.#totals.days.keys()];
    return dates.filter((one) => one > this.#compared && one < date).sort()[0];
  }

  #tenderFault({ date, tenders }: DayEntry): string | undefined {
    const said = new Map(tenders.map(({ tender, amount }) => [tender, amount]));
    if (said.size !== tenders.length) return `a tender of ${date} stands there twice`;
    const found = this.#totals.tenders.get(date) ?? new Map<string, number>();
    const kinds = new Set([...said.keys(), ...found.keys()]);
    const kind = [...kinds].find((one) => (said.get(one) ?? 0) !== (found.get(one) ?? 0));
    if (kind === undefined) return undefined;
    const [is, should] = [said.get(kind) ?? 0, found.get(kind) ?? 0];
    return `tender ${kind} of ${date} is ${is}, the records come to ${should}`;
  }

  #taxFault({ date, taxes }: DayEntry): string | undefined {
    const said = new Map(taxes.map(({ kind, base, tax }) => [kind, { base, tax }]));
    if (said.size !== taxes.length) return `a tax of ${date} stands there twice`;
    const found = this.#totals.taxes.get(date) ?? new Map<string, typeof nothing>();
    const kinds = new Set([...said.keys(), ...found.keys()]);
    const kind = [...kinds].find((one) => {
      const [is, should] = [said.get(one) ?? nothing, found.get(one) ?? nothing];
      return is.base !== should.base || is.tax !== should.tax;
    });
    return kind === undefined ? undefined : `tax ${kind} of ${date} is not that of the Z reports`;
  }
}

const nothing = { base: 0, tax: 0 };
