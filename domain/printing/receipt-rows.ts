import { formatRupiah, formatWhole, rupiah } from '../money.ts';
import { tenderDetails, tenderWords } from '../payments/tender-words.ts';
import { formatQuantity } from '../quantity.ts';
import { rateWords } from '../sales/discount-words.ts';
import { isBack, type Receipt, type SaleLine } from '../sales/receipt.ts';
import { receiptRows } from '../sales/sum-rows.ts';
import { statedBase, taxKinds, taxRateOn } from '../sales/tax.ts';
import { taxWords } from '../sales/tax-words.ts';
import type { Translator } from '../text.ts';

/** Words and a figure of a receipt, the same on paper, in a PDF and in a message. */
export interface ReceiptRow {
  readonly label: string;
  readonly figure: string;
  /** The total and what goes back stand out. */
  readonly look: 'plain' | 'total' | 'change';
}

/** A line of a sale: what it is, how much of it at what price, its discount. */
export function lineRows(line: SaleLine, say: Translator) {
  const { name, note, discount } = line;
  const quantity = formatQuantity(line.quantityMilli);
  const count = `${quantity} ${line.unit} x ${formatWhole(line.priceRupiah)}`;
  const off = discount?.amountRupiah ?? 0;
  return {
    name,
    note,
    rows: [
      plain(count, formatWhole(line.amountRupiah)),
      ...(discount ? [plain(rateWords(discount.rateBp, say), formatWhole(-off))] : []),
    ],
  };
}

/** Change of a sale; in a void what comes back into the drawer, where anything does. */
function hasChange({ kind, changeRupiah }: Receipt): boolean {
  return kind === 'void' ? changeRupiah > 0 : kind !== 'refund';
}

/** Of which sale a refund or void is, and why; of another system neither is known. */
export function backRows(
  { original, reason }: Pick<Receipt, 'original' | 'reason'>,
  say: Translator,
): string[] {
  return [
    ...(original === '' ? [] : [say.text('receipt.original', { number: original })]),
    ...(reason === '' ? [] : [say.text('receipt.reason', { reason })]),
  ];
}

/** What leads to the total, the total, what was paid and what went back, and the taxes. */
export function sumRows(receipt: Receipt, say: Translator): ReceiptRow[] {
  const isRefund = isBack(receipt);
  const change = say.text(isRefund ? 'receipt.changeBack' : 'receipt.change');
  return [
    ...leading(receipt, say),
    {
      label: say.text('receipt.total'),
      figure: formatRupiah(receipt.totalRupiah),
      look: 'total',
    },
    ...receipt.tenders.map((tender) => {
      return plain(tenderLabel(tender, isRefund, say), formatWhole(tender.amountRupiah));
    }),
    ...(!hasChange(receipt)
      ? []
      : [{ label: change, figure: formatWhole(receipt.changeRupiah), look: 'change' as const }]),
    ...receipt.taxes.flatMap((tax) => taxRows(tax, receipt, say)),
  ];
}

/** `Kartu BCA ****1234 · 012345` */
function tenderLabel(
  tender: Receipt['tenders'][number],
  isRefund: boolean,
  say: Translator,
): string {
  const cash = say.text(isRefund ? 'receipt.cashOut' : 'receipt.cash');
  const name = tender.kind === 'cash' ? cash : tenderWords(tender.kind, say);
  return [name, tenderDetails(tender)].filter((text) => text !== '').join(' ');
}

/** A receipt always has a subtotal, also where it is the total. */
function leading(receipt: Receipt, say: Translator): ReceiptRow[] {
  const sums = receiptRows(receipt, say);
  const subtotal = { name: say.text('sales.subtotal'), rupiah: receipt.subtotalRupiah };
  const rows = sums.length === 0 ? [subtotal] : sums;
  return rows.map((row) => plain(row.name, formatWhole(row.rupiah)));
}

/** What the law asks to be told of a tax: its base, and the tax. */
function taxRows(
  { kind, isAdded, baseRupiah, taxRupiah }: Receipt['taxes'][number],
  { taxedOn }: Receipt,
  say: Translator,
): ReceiptRow[] {
  const known = taxKinds.find((one) => one === kind) ?? 'none';
  const rate = taxRateOn(known, taxedOn);
  const amount = isAdded ? baseRupiah : rupiah(baseRupiah + taxRupiah);
  const base = known === 'none' ? baseRupiah : statedBase(amount, rate, isAdded);
  const name = say.text(isAdded ? 'receipt.taxAdded' : 'receipt.taxIn', {
    kind: taxWords(kind, say),
    rate: formatQuantity(rate.rateBp * 10),
  });
  return [
    plain(say.text('receipt.taxBase'), formatWhole(base)),
    plain(name, formatWhole(taxRupiah)),
  ];
}

function plain(label: string, figure: string): ReceiptRow {
  return { label, figure, look: 'plain' };
}
