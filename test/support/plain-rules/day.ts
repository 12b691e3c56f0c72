import { type Chance, chanceOf } from '../../../electron/cli/simulate/random.ts';
import { id, owner, sari } from '../play-file.ts';
import type { DayVoucher } from './day-tenders.ts';
import { type PlainRecord, type PlainReturn, type PlainSale, leftOf } from './plain-back.ts';
import { PlainBook } from './plain-book.ts';
import { seldom } from './day-shelf.ts';
import type { PlainTax } from './plain-price.ts';

/** What the till must answer to a line. */
export type Expected =
  | { readonly is: 'done' }
  | { readonly is: 'refused'; readonly code: string }
  | { readonly is: 'answer'; readonly answer: object }
  | { readonly is: 'record'; readonly record: PlainRecord };

/** A line of the day, and what the till must answer to it. */
export interface DayLine {
  readonly line: Readonly<Record<string, unknown>>;
  readonly expected: Expected;
}

/** A sale that a later line can name. */
export interface NamedSale extends PlainSale {
  readonly name: string;
  readonly isExchanged: boolean;
}

/** Whether Sari does it, who needs leave of the owner for much. */
export interface Who {
  readonly isSari: boolean;
}

export const done: Expected = { is: 'done' };
const NINE_MS = Date.UTC(2026, 10, 24, 2);
const MINUTE_MS = 60_000;
const approve = { staff: owner.as, pin: owner.pin };

/** A day that is being made. */
export class Day {
  readonly book = new PlainBook();
  readonly lines: DayLine[] = [];
  readonly sold: NamedSale[] = [];
  readonly vouchers: DayVoucher[] = [];
  readonly chance: Chance;
  /** Of what has no tax of its own. */
  tax: PlainTax = { kind: 'ppn', isAdded: false };
  #ids = 0;
  #minutes = 0;

  constructor(seed: number) {
    this.chance = chanceOf(seed);
  }

  id(): string {
    this.#ids += 1;
    return id(this.#ids);
  }

  /** Time goes on to the next act. */
  goOn(): void {
    this.#minutes += 1;
  }

  /** A line of who may do it, or of Sari with the owner's leave for that one call. */
  say(
    line: Readonly<Record<string, unknown>>,
    expected: Expected,
    { isSari, needsLeave = false }: Who & { readonly needsLeave?: boolean } = { isSari: false },
  ): void {
    const at = new Date(NINE_MS + this.#minutes * MINUTE_MS).toISOString();
    const leave = isSari && needsLeave ? { approve } : {};
    this.lines.push({ line: { ...line, ...(isSari ? sari : owner), ...leave, at }, expected });
  }

  /** What a record gives out, by line, so that it can be paid with. */
  keepVouchers(name: string, amounts: readonly number[]): void {
    if (amounts.length === 0) return;
    const kept = `${name}-given`;
    const input = { number: { kept: `${name}.number` } };
    const given = amounts.map((amountRupiah) => ({ amountRupiah, isUsed: false }));
    const answer = { is: 'answer', answer: given } as const;
    this.say({ call: 'payments.givenVouchers', keep: kept, input }, answer);
    this.vouchers.push(
      ...given.map((one, at) => ({ ...one, code: { kept: `${kept}.${at}.code` } })),
    );
  }

  /** A sale of which something is left, and the lines that are left of it. */
  someSold(isMeant: (sale: NamedSale) => boolean = () => true): NamedSale | undefined {
    const able = this.sold.filter((one) => {
      return isMeant(one) && one.sale.lines.some((_, at) => leftOf(one, at) > 0);
    });
    return able[this.chance.between(0, Math.max(0, able.length - 1))];
  }

  /** Some of what is left of a sale, or all of it. */
  someOf(standing: PlainSale): PlainReturn[] {
    const { chance } = this;
    const isAll = seldom(chance, 4);
    const all = standing.sale.lines.flatMap(({ unit }, at): PlainReturn[] => {
      const left = leftOf(standing, at);
      if (left === 0) return [];
      const part =
        unit === 'kg' ? chance.between(1, left) : 1_000 * chance.between(1, left / 1_000);
      return [{ at, quantityMilli: isAll ? left : part, isRestocked: !seldom(chance, 3) }];
    });
    const some = isAll ? all : all.filter(() => seldom(chance, 2));
    return some.length > 0 ? some : all.slice(0, 1);
  }
}
