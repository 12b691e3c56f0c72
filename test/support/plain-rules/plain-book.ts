import {
  type BackLine,
  backLines,
  cashFor,
  dueBack,
  leftOf,
  leftToGive,
  netBy,
  type PlainBack,
  type PlainRecord,
  type PlainReturn,
  type PlainSale,
  taxesOf,
} from './plain-back.ts';
import {
  paidTotal,
  type PlainDiscount,
  type PlainLine,
  type PlainPriced,
  plainPrice,
  type PlainTender,
  sumOf,
  total,
} from './plain-price.ts';

/** A day at one drawer by the plain rules: what was rung up, and what it comes to. */
export class PlainBook {
  readonly records: PlainRecord[] = [];
  readonly moves: number[] = [];
  step = 100;

  /** A cart that is paid; change is what the tenders are more. */
  sell(cart: PlainCart, tenders: readonly PlainTender[]): PlainSale {
    const sale = this.practise(cart, tenders);
    const sold = { ...sale, kind: 'sale' as const };
    this.records.push(sold);
    return { sale: sold, backs: [] };
  }

  /** The same without a trace in any sum. */
  practise({ lines, discount }: PlainCart, tenders: readonly PlainTender[]): PlainRecord {
    const priced = plainPrice(lines, discount);
    const sum = paidTotal(total(priced.map(({ due }) => due)), tenders, this.step);
    const change = sumOf(tenders) - sum;
    return { kind: 'training', lines: priced, tenders, change, total: sum };
  }

  /** What lines of a sale come to, without cash and in cash. */
  quote(standing: PlainSale, returned: readonly PlainReturn[]): PlainQuote {
    const lines = backLines(standing, returned);
    const due = dueBack(standing, lines);
    return { lines, due, inCash: cashFor(due, leftToGive(standing), this.step) };
  }

  /** What is left for cash of a quote where so much goes back otherwise. */
  restInCash(standing: PlainSale, { due }: PlainQuote, others: number): number {
    return cashFor(due - others, leftToGive(standing) - others, this.step);
  }

  giveBack(standing: PlainSale, lines: BackLine[], tenders: readonly PlainTender[]): PlainBack {
    const back = { kind: 'refund' as const, lines, tenders, change: 0, total: 0 - sumOf(tenders) };
    return this.#answer(standing, back);
  }

  /** All of a sale by what paid it. */
  takeBack(standing: PlainSale): PlainBack {
    const { sale } = standing;
    const all = sale.lines.map((_, at) => {
      return { at, quantityMilli: leftOf(standing, at), isRestocked: true };
    });
    // In the order in which the record has them: cash, and the others by name.
    const kinds = new Set(['cash', ...sale.tenders.map(({ kind }) => kind).toSorted()]);
    const tenders = [...kinds]
      .map((kind) => ({ kind, amountRupiah: netBy(sale, kind) }))
      .filter(({ amountRupiah }) => amountRupiah > 0);
    const change = Math.max(0, -netBy(sale, 'cash'));
    const lines = backLines(standing, all);
    const back = { kind: 'void' as const, lines, tenders, change, total: change - sumOf(tenders) };
    return this.#answer(standing, back);
  }

  move(amount: number): void {
    this.moves.push(amount);
  }

  #answer(standing: PlainSale, back: PlainBack): PlainBack {
    standing.backs.push(back);
    this.records.push(back);
    return back;
  }

  /** The sums of its Z, as the till answers them. */
  sums() {
    const { records } = this;
    const lines = records.flatMap((record) => [...record.lines]);
    const counted = (isMeant: (record: PlainRecord) => boolean) => {
      const meant = records.filter(isMeant);
      return { count: meant.length, totalRupiah: Math.abs(total(meant.map((one) => one.total))) };
    };
    const exact = total(lines.map(({ due }) => due));
    const net = total(records.map((one) => one.total));
    return {
      sales: counted(({ kind }) => kind === 'sale'),
      refunds: counted(({ kind }) => kind !== 'sale'),
      voids: counted(({ kind }) => kind === 'void'),
      discountRupiah: total(lines.map(({ own, share }) => own + share)),
      taxRupiah: total(lines.map(({ taxPart }) => taxPart)),
      roundingRupiah: net - exact,
      netRupiah: net,
      tenders: byName(
        records.flatMap((one) => kindsOf(one).map((kind) => [kind, netBy(one, kind)] as const)),
      ).map(([kind, netRupiah]) => ({ kind, netRupiah })),
      taxes: taxSums(lines),
      categories: byName(lines.map(({ category, due }) => [category, due] as const)).map(
        ([name, netRupiah]) => ({ name, netRupiah }),
      ),
    };
  }

  /** What went through the drawer, and what must be in it. */
  drawer(floatRupiah: number) {
    const sales = this.records.filter(({ kind }) => kind === 'sale');
    const backs = this.records.filter(({ kind }) => kind !== 'sale');
    const cashOf = (all: PlainRecord[]) =>
      total(all.map(({ tenders }) => sumOf(tenders, (kind) => kind === 'cash')));
    const changeOf = (all: PlainRecord[]) => total(all.map(({ change }) => change));
    const [cashTakenRupiah, cashRefundsRupiah] = [cashOf(sales), cashOf(backs)];
    const changeRupiah = changeOf(sales) - changeOf(backs);
    const inRupiah = total(this.moves.filter((amount) => amount > 0));
    const outRupiah = -total(this.moves.filter((amount) => amount < 0));
    const expectedRupiah =
      floatRupiah + cashTakenRupiah - changeRupiah - cashRefundsRupiah + inRupiah - outRupiah;
    const flows = { floatRupiah, cashTakenRupiah, changeRupiah, cashRefundsRupiah };
    return { ...flows, inRupiah, outRupiah, expectedRupiah };
  }

  /** What is on hand of each product that moved, in thousandths: nothing was there at first. */
  onHand(): Map<string, number> {
    const moved = this.records.flatMap(({ kind, lines }) =>
      lines.flatMap((line) => {
        const isBack = kind !== 'sale';
        const stays = isBack && 'isRestocked' in line && line.isRestocked === false;
        return line.code === '' || stays ? [] : [[line.code, -takenBy(line)] as const];
      }),
    );
    return new Map(byName(moved));
  }
}

/** What somebody buys. */
export interface PlainCart {
  readonly lines: readonly PlainLine[];
  readonly discount: PlainDiscount | null;
}

export interface PlainQuote {
  readonly lines: BackLine[];
  readonly due: number;
  readonly inCash: number;
}

function takenBy({ quantityMilli, factor }: PlainPriced): number {
  return quantityMilli * factor;
}

/** Every means of a record; change is of cash. */
function kindsOf({ tenders, change }: PlainRecord): string[] {
  const kinds = new Set(tenders.map(({ kind }) => kind));
  if (change !== 0) kinds.add('cash');
  return [...kinds];
}

/** Added up, by name in the order of code units. */
function byName(parts: readonly (readonly [string, number])[]): [string, number][] {
  const groups = Map.groupBy(parts, ([name]) => name);
  return [...groups]
    .map(([name, all]): [string, number] => [name, total(all.map(([, amount]) => amount))])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

function taxSums(lines: readonly PlainPriced[]) {
  const untaxed = lines.filter(({ tax }) => tax.kind === 'none');
  const none = { kind: 'none', baseRupiah: total(untaxed.map(({ due }) => due)), taxRupiah: 0 };
  const groups = Map.groupBy(taxesOf(lines), ({ kind }) => kind);
  const kinds = [...groups].map(([kind, all]) => ({
    kind,
    baseRupiah: total(all.map((one) => one.baseRupiah)),
    taxRupiah: total(all.map((one) => one.taxRupiah)),
  }));
  const all = untaxed.length > 0 ? [...kinds, none] : kinds;
  return all.toSorted((a, b) => (a.kind < b.kind ? -1 : 1));
}
