import type { Receipt } from '../../../domain/sales/receipt.ts';

/** What a stall took on a date. Rupiah */
export interface LivedDay {
  readonly date: string;
  /** Sales, and refunds and voids. */
  readonly receipts: number;
  readonly refunds: number;
  readonly net: number;
  readonly tax: number;
  readonly discount: number;
  readonly rounding: number;
  /** Net of change and refunds, by kind. */
  readonly tenders: Readonly<Record<string, number>>;
  /** By kind of tax; `none` is untaxed. */
  readonly taxes: Readonly<Record<string, { readonly base: number; readonly tax: number }>>;
}

/** What the receipts of a date come to; one that was practised comes to nothing. */
export function tallyDay(date: string, all: readonly Receipt[]): LivedDay {
  const receipts = all.filter(({ kind }) => kind !== 'training');
  const backs = receipts.filter(({ kind }) => kind !== 'sale');
  const taxes = receipts.flatMap((one) => taxesOf(one));
  return {
    date,
    receipts: receipts.length,
    refunds: backs.length,
    net: sum(receipts.map(({ totalRupiah }) => totalRupiah)),
    tax: sum(taxes.map(([, { tax }]) => tax)),
    discount: sum(receipts.map(discountOf)),
    rounding: sum(receipts.map(({ roundingRupiah }) => roundingRupiah)),
    tenders: byName(receipts.flatMap(movesOf), (amounts) => sum(amounts)),
    taxes: byName(taxes, (parts) => ({
      base: sum(parts.map(({ base }) => base)),
      tax: sum(parts.map(({ tax }) => tax)),
    })),
  };
}

/** What a receipt moves by each means; change goes back from the cash. */
function movesOf({ kind, tenders, changeRupiah }: Receipt): [string, number][] {
  const sign = kind === 'sale' ? 1 : -1;
  const moved = tenders.map(({ kind: by, amountRupiah }): [string, number] => {
    return [by, sign * amountRupiah];
  });
  return changeRupiah === 0 ? moved : [...moved, ['cash', -sign * changeRupiah]];
}

function taxesOf({ lines, taxes }: Receipt): [string, { base: number; tax: number }][] {
  const untaxed = lines.filter(({ taxKind }) => taxKind === 'none');
  const base = sum(untaxed.map(({ dueRupiah }) => dueRupiah));
  const taxed = taxes.map((one): [string, { base: number; tax: number }] => {
    return [one.kind, { base: one.baseRupiah, tax: one.taxRupiah }];
  });
  return untaxed.length === 0 ? taxed : [...taxed, ['none', { base, tax: 0 }]];
}

function discountOf({ lines, discount }: Receipt): number {
  const ofLines = lines.map((line) => line.discount?.amountRupiah ?? 0);
  return sum([...ofLines, discount?.amountRupiah ?? 0]);
}

function byName<P, S>(parts: readonly [string, P][], sumUp: (parts: P[]) => S): Record<string, S> {
  const names = [...Map.groupBy(parts, ([name]) => name)];
  return Object.fromEntries(names.map(([name, all]) => [name, sumUp(all.map(([, one]) => one))]));
}

function sum(parts: readonly number[]): number {
  return parts.reduce((all, part) => all + part, 0);
}
