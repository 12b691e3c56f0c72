/**
 * The rules of prices a second time, from the law and the decisions (docs/adr/0029), as fractions
 * of whole numbers. It knows nothing of the product's code, so that both are wrong alike only where
 * the rules are.
 */

export interface PlainTax {
  readonly kind: string;
  /** Whether it comes on top of the price. */
  readonly isAdded: boolean;
}

export type PlainDiscount =
  | { readonly kind: 'percent'; readonly rateBp: number }
  | { readonly kind: 'amount'; readonly amountRupiah: number };

/** What is sold, before it is priced. Rupiah and thousandths */
export interface PlainLine {
  readonly code: string;
  readonly name: string;
  readonly category: string;
  readonly unit: string;
  /** Pieces of the base unit in one unit. */
  readonly factor: number;
  readonly quantityMilli: number;
  readonly priceRupiah: number;
  /** What one costs on the shelf, where another price was agreed. */
  readonly shelfRupiah: number | null;
  readonly discount: PlainDiscount | null;
  readonly tax: PlainTax;
}

/** The same with what it comes to. Rupiah */
export interface PlainPriced extends PlainLine {
  readonly amount: number;
  /** Its own discount, and its part of the cart's. */
  readonly own: number;
  readonly share: number;
  readonly taxPart: number;
  readonly due: number;
}

/** n ÷ d for what is not negative; a half goes up. */
export function nearest(n: number, d: number): number {
  return Number((BigInt(n) * 2n + BigInt(d)) / (BigInt(d) * 2n));
}

export function total(parts: readonly number[]): number {
  return parts.reduce((all, part) => all + part, 0);
}

/** What each tax is of a price: so many parts of so many, of a price without it. */
const shares: Readonly<Record<string, readonly [number, number]>> = {
  none: [0, 1],
  ppn: [11, 100], // 12 % of 11/12 of it: PMK 131/2024
  'ppn-luxury': [12, 100],
  pbjt: [10, 100],
};

/** The tax of a price, on top of it or in it. */
function taxOn(price: number, { kind, isAdded }: PlainTax): number {
  const [times, over] = shares[kind] ?? [0, 1];
  return nearest(price * times, isAdded ? over : over + times);
}

function off(amount: number, discount: PlainDiscount | null): number {
  if (discount === null) return 0;
  if (discount.kind === 'amount') return Math.min(discount.amountRupiah, amount);
  return nearest(amount * discount.rateBp, 10_000);
}

/** Each its part of a sum by its size; the rest goes to the largest as far as it has room. */
function spreadOver(sum: number, sizes: readonly number[]): number[] {
  const all = total(sizes);
  if (all === 0) return sizes.map(() => 0);
  const parts = sizes.map((size) => Number((BigInt(sum) * BigInt(size)) / BigInt(all)));
  const largestFirst = sizes
    .map((size, at) => ({ size, at }))
    .sort((a, b) => b.size - a.size || a.at - b.at);
  for (const { size, at } of largestFirst) {
    const more = Math.min(sum - total(parts), size - (parts[at] ?? 0));
    parts[at] = (parts[at] ?? 0) + more;
  }
  return parts;
}

/** What a cart comes to, line by line. */
export function plainPrice(
  lines: readonly PlainLine[],
  discount: PlainDiscount | null,
): PlainPriced[] {
  const amounts = lines.map((line) => nearest(line.quantityMilli * line.priceRupiah, 1_000));
  const own = lines.map((line, at) => off(amounts[at] ?? 0, line.discount));
  const reduced = amounts.map((amount, at) => amount - (own[at] ?? 0));
  const cut = spreadOver(off(total(reduced), discount), reduced);
  const net = reduced.map((amount, at) => amount - (cut[at] ?? 0));
  const taxParts = lines.map(() => 0);
  for (const kind of new Set(lines.map(({ tax }) => taxKey(tax)))) {
    const places = [...lines.keys()].filter((at) => taxKey(lines[at]?.tax) === kind);
    const nets = places.map((at) => net[at] ?? 0);
    const { tax = { kind: 'none', isAdded: false } } = lines[places[0] ?? 0] ?? {};
    const parts = spreadOver(taxOn(total(nets), tax), nets);
    for (const [i, at] of places.entries()) taxParts[at] = parts[i] ?? 0;
  }
  return lines.map((line, at) => {
    const [amount = 0, taxPart = 0] = [amounts[at], taxParts[at]];
    const due = (net[at] ?? 0) + (line.tax.isAdded ? taxPart : 0);
    return { ...line, amount, own: own[at] ?? 0, share: cut[at] ?? 0, taxPart, due };
  });
}

export function taxKey(tax: PlainTax | undefined): string {
  return `${tax?.kind} ${tax?.isAdded}`;
}

/** What somebody pays in cash for a sum: the nearest step, and from the middle down. */
export function payInCash(sum: number, step: number): number {
  const above = sum % step;
  return above * 2 <= step ? sum - above : sum - above + step;
}

/** What somebody gets back in cash for a sum: the nearest step, and from the middle up. */
export function giveInCash(sum: number, step: number): number {
  const above = sum % step;
  return above * 2 >= step && above > 0 ? sum - above + step : sum - above;
}

/** What is handed over. */
export interface PlainTender {
  readonly kind: string;
  readonly amountRupiah: number;
}

/**
 * What a sale comes to as it is paid: only what is left for cash is rounded, and what goes back in
 * cash; no more goes back than came.
 */
export function paidTotal(sum: number, tenders: readonly PlainTender[], step: number): number {
  const others = sumOf(tenders, (kind) => kind !== 'cash');
  if (others > sum) return Math.max(0, others - giveInCash(others - sum, step));
  const hasCash = tenders.some(({ kind }) => kind === 'cash');
  return hasCash && others < sum ? others + payInCash(sum - others, step) : sum;
}

export function sumOf(
  tenders: readonly PlainTender[],
  isMeant: (kind: string) => boolean = () => true,
): number {
  return total(tenders.flatMap(({ kind, amountRupiah }) => (isMeant(kind) ? amountRupiah : [])));
}
