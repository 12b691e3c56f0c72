import { isOfMoney } from '../payments/tender.ts';
import { tenderWords } from '../payments/tender-words.ts';
import { formatRupiah, formatWhole, rupiah, sumRupiah } from '../money.ts';
import { taxWords } from '../sales/tax-words.ts';
import type { Translator } from '../text.ts';
import { HOUR_MS, localStamp, writtenDate, zonedStamp } from '../time.ts';
import { type CashCount, normalizeCount } from './cash-count.ts';
import {
  type DifferenceReason,
  inReasons,
  type MoveReason,
  openReasons,
  outReasons,
} from './movement.ts';
import type { Closing, DrawerMove, ShiftReport } from './report.ts';
import type { ZCount, ZFlows } from './z-parts.ts';

/** The words of a report: its language, and what people are called. */
export interface ReportWords {
  readonly say: Translator;
  /** The name of a pseudonym; the pseudonym where there is none. */
  readonly nameOf: (cashier: string) => string;
}

/** Something that a report says in words. */
export interface ReportFact {
  readonly label: string;
  readonly text: string;
}

/** A figure of a report. Rupiah; what lessens the sum below it is negative. */
export interface ReportRow {
  readonly label: string;
  /** How many it is of, where that is counted. */
  readonly count?: number;
  readonly amountRupiah: number;
  /** What the rows above come to. */
  readonly isSum?: boolean;
}

/** Which shift it was, when, at which drawer and by whom. */
export function factsOf(report: ShiftReport, words: ReportWords): ReportFact[] {
  const { say, nameOf } = words;
  const { closing, approver } = report;
  const opened = zonedStamp(report.openedAtMs, report.offsetMinutes);
  return [
    { label: say.text('report.shift'), text: String(report.shift) },
    { label: say.text('report.drawer'), text: String(report.drawer) },
    { label: say.text('report.date'), text: writtenDate(report.businessDate) },
    { label: say.text('report.opened'), text: opened },
    { label: say.text('report.openedBy'), text: nameOf(report.cashier) },
    ...approvedBy(approver, words),
    ...(closing ? closingFacts(closing, words) : []),
  ];
}

function closingFacts(closing: Closing, words: ReportWords): ReportFact[] {
  const { say, nameOf } = words;
  const closed = zonedStamp(closing.closedAtMs, closing.offsetMinutes);
  const { handedTo } = closing;
  return [
    { label: say.text('report.closed'), text: closed },
    { label: say.text('report.closedBy'), text: nameOf(closing.cashier) },
    ...approvedBy(closing.approver, words),
    ...(handedTo === null ? [] : [{ label: say.text('report.handedTo'), text: nameOf(handedTo) }]),
  ];
}

function approvedBy(approver: string | null, { say, nameOf }: ReportWords): ReportFact[] {
  return approver === null
    ? []
    : [{ label: say.text('report.approvedBy'), text: nameOf(approver) }];
}

/** What was sold, less what was given back. */
export function saleRows({ sums }: ShiftReport, { say }: ReportWords): ReportRow[] {
  const { sales, refunds, voids } = sums;
  return [
    { label: say.text('report.sales'), count: sales.count, amountRupiah: sales.totalRupiah },
    { label: say.text('report.refunds'), count: refunds.count, amountRupiah: -refunds.totalRupiah },
    ...(voids.count === 0
      ? []
      : [
          { label: say.text('report.voids'), count: voids.count, amountRupiah: -voids.totalRupiah },
        ]),
    { label: say.text('report.net'), amountRupiah: sums.netRupiah, isSum: true },
  ];
}

/** What the sales have in them. */
export function includedRows({ sums }: ShiftReport, { say }: ReportWords): ReportRow[] {
  return [
    { label: say.text('report.discount'), amountRupiah: sums.discountRupiah },
    { label: say.text('report.tax'), amountRupiah: sums.taxRupiah },
    { label: say.text('report.rounding'), amountRupiah: sums.roundingRupiah },
  ];
}

/** What was paid by each means, net of change and refunds. */
export function tenderRows({ sums }: ShiftReport, { say }: ReportWords): ReportRow[] {
  // An exchange nets to nothing, as long as both of its halves are of the shift.
  const shown = sums.tenders.filter(({ kind, netRupiah }) => isOfMoney(kind) || netRupiah !== 0);
  return shown.map(({ kind, netRupiah }) => ({
    label: tenderWords(kind, say),
    amountRupiah: netRupiah,
  }));
}

/** The tax of each kind, and what it is on. */
export function taxRows({ sums }: ShiftReport, { say }: ReportWords): ReportRow[] {
  return sums.taxes.map(({ kind, baseRupiah, taxRupiah }) => {
    const tax = taxWords(kind, say);
    const label = say.text('report.taxOn', { tax, base: formatWhole(baseRupiah) });
    return { label, amountRupiah: taxRupiah };
  });
}

/** What was sold of each category; all that is not in them in one row, so that they add up. */
export function categoryRows({ sums }: ShiftReport, { say }: ReportWords): ReportRow[] {
  const { categories, netRupiah } = sums;
  const rest = netRupiah - sumRupiah(categories.map((category) => category.netRupiah));
  return [
    ...categories.map((category) => ({
      label: category.name === '' ? say.text('report.noCategory') : category.name,
      amountRupiah: category.netRupiah,
    })),
    ...(rest === 0 ? [] : [{ label: say.text('report.beside'), amountRupiah: rest }]),
  ];
}

/** What each person sold. */
export function cashierRows({ cashiers }: ShiftReport, { nameOf }: ReportWords): ReportRow[] {
  return cashiers.map(({ cashier, count, netRupiah }) => ({
    label: nameOf(cashier),
    count,
    amountRupiah: netRupiah,
  }));
}

/** What was sold in each hour; a shift that was left open has the same hour of several days. */
export function hourRows({ hours, offsetMinutes }: ShiftReport): ReportRow[] {
  const stamps = hours.map(({ fromMs }) => localStamp(fromMs, offsetMinutes));
  const isOneDay = new Set(stamps.map((stamp) => stamp.slice(0, 10))).size <= 1;
  return hours.map(({ fromMs, count, netRupiah }, at) => {
    const until = localStamp(fromMs + HOUR_MS, offsetMinutes).slice(11);
    const day = isOneDay ? '' : `${stamps[at]?.slice(0, 5)} `;
    const label = `${day}${stamps[at]?.slice(11)}-${until}`;
    return { label, count, amountRupiah: netRupiah };
  });
}

/** The drawer of a report, or of a Z alone. */
interface DrawerShown {
  readonly cash: ZFlows | null;
  readonly closing: ZCount | null;
}

/** What went through the drawer, and what should be in it; none where that is not to be seen. */
export function drawerRows(
  { cash, closing }: DrawerShown,
  { say }: Pick<ReportWords, 'say'>,
): ReportRow[] {
  if (!cash) return [];
  return [
    { label: say.text('report.float'), amountRupiah: cash.floatRupiah },
    { label: say.text('report.cashTaken'), amountRupiah: cash.cashTakenRupiah },
    { label: say.text('report.change'), amountRupiah: -cash.changeRupiah },
    { label: say.text('report.cashRefunds'), amountRupiah: -cash.cashRefundsRupiah },
    { label: say.text('report.in'), amountRupiah: cash.inRupiah },
    { label: say.text('report.out'), amountRupiah: -cash.outRupiah },
    { label: say.text('report.expected'), amountRupiah: cash.expectedRupiah, isSum: true },
    ...(closing ? countedRows(closing, say) : []),
  ];
}

function countedRows(closing: ZCount, say: Translator): ReportRow[] {
  const { countedRupiah, differenceRupiah } = closing;
  return [
    { label: say.text('report.counted'), amountRupiah: countedRupiah },
    { label: say.text('report.difference'), amountRupiah: differenceRupiah, isSum: true },
  ];
}

/** How often it was counted, and why a difference was accepted. */
export function differenceFacts(
  { closing }: Pick<DrawerShown, 'closing'>,
  { say }: Pick<ReportWords, 'say'>,
): ReportFact[] {
  if (!closing) return [];
  const { reason, note, counts } = closing;
  return [
    ...(counts === 1 ? [] : [{ label: say.text('report.counts'), text: formatWhole(counts) }]),
    ...(reason === null
      ? []
      : [{ label: say.text('report.reason'), text: differenceWords(reason, say) }]),
    ...(note === '' ? [] : [{ label: say.text('report.note'), text: note }]),
  ];
}

/** The pieces of a count, largest first. */
export function pieceRows(count: CashCount): ReportRow[] {
  return normalizeCount(count).map(({ valueRupiah, pieces }) => ({
    label: formatRupiah(valueRupiah),
    count: pieces,
    amountRupiah: rupiah(valueRupiah * pieces),
  }));
}

/** How many sales and refunds since it began, and of a till with a hub what that had not then. */
export function counterFacts({ counters, unsent }: Closing, { say }: ReportWords): ReportFact[] {
  return [
    { label: say.text('report.allCount'), text: formatWhole(counters.count) },
    ...(unsent === null ? [] : [{ label: say.text('report.unsent'), text: formatWhole(unsent) }]),
  ];
}

/** The till's sums since its first record, as the Z restates them. */
export function counterRows({ counters }: Closing, { say }: ReportWords): ReportRow[] {
  return [
    { label: say.text('report.allSales'), amountRupiah: counters.sales },
    { label: say.text('report.allRefunds'), amountRupiah: counters.refunds },
  ];
}

/** A movement's reason in words; one that this program does not know as it is. */
export function moveWords({ reason }: Pick<DrawerMove, 'reason'>, say: Translator): string {
  if (isOpening(reason)) return say.text(`report.opening.${reason}`);
  return isMove(reason) ? say.text(`report.move.${reason}`) : reason;
}

/** Why a drawer that differed was accepted, in words. */
export function differenceWords(reason: DifferenceReason, say: Translator): string {
  return say.text(`report.difference.${reason}`);
}

function isMove(reason: string): reason is MoveReason {
  const known: readonly string[] = [...inReasons, ...outReasons];
  return known.includes(reason);
}

function isOpening(reason: string): reason is (typeof openReasons)[number] {
  const known: readonly string[] = openReasons;
  return known.includes(reason);
}
