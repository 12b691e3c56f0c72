import { dayWords, monthWords } from '../../console/moment.ts';
import { formatWhole } from '../../money.ts';
import type { ReportFact } from '../../shifts/report-rows.ts';
import type { Translator } from '../../text.ts';
import type { AgeBand } from '../ageing.ts';
import { addMonths } from '../period.ts';
import { chargeKinds, type CreditKind, type NoticeLevel } from '../kinds.ts';
import type { PaperBlock, PaperCell } from './sheet.ts';
import type { PaperCharge, PaperIssuer, PaperStall } from './views.ts';

/** `November 2026` of a period `2026-11`. */
export function periodWords(period: string, { language }: Translator): string {
  return monthWords(`${period}-01`, language);
}

/** `29 November 2026` */
export function onWords(date: string, { language }: Translator): string {
  return dayWords(date, language);
}

/** `Listrik November 2026`; what was owed before Lapak has no month. */
export function chargeWords(charge: Pick<PaperCharge, 'kind' | 'period'>, say: Translator): string {
  const kind = say.text(`paper.charge.${charge.kind}`);
  return charge.kind === 'opening' ? kind : `${kind} ${periodWords(charge.period, say)}`;
}

/** `Transfer bank`, `Nota kredit` */
export function creditWords(kind: CreditKind, say: Translator): string {
  return say.text(`paper.credit.${kind}`);
}

/** `SURAT PERINGATAN PERTAMA (SP1)` */
export function levelWords(level: NoticeLevel, say: Translator): string {
  return say.text(`paper.level.${level}`);
}

/** The name of a column of ages. */
export function bandWords(band: AgeBand, say: Translator): string {
  return say.text(`paper.age.${band}`);
}

/** `Kopi Gayo, lapak A12, Thamrin City` */
export function stallWords({ name, number, mall }: PaperStall, say: Translator): string {
  if (number === '') return say.text('paper.stallIn', { name, mall });
  return say.text('paper.stallAt', { name, number, mall });
}

/** Who a paper is to: the member, or else the stall. */
export function partyOf({ member, name }: PaperStall): string {
  return member === '' ? name : member;
}

/** Which stall a paper is about. */
export function stallFacts(stall: PaperStall, say: Translator): ReportFact[] {
  const member = { label: say.text('paper.member'), text: stall.member };
  return [
    ...(stall.member === '' ? [] : [member]),
    { label: say.text('paper.stall'), text: `${stall.name} (${stall.code})` },
    { label: say.text('paper.place'), text: listed([stall.number, stall.mall]) },
  ];
}

/** `Jakarta, 29 November 2026` and who signs. */
export function signOf(issuer: PaperIssuer, on: string, say: Translator, stamp = ''): PaperBlock {
  const place = listed([issuer.place, onWords(on, say)]);
  return { kind: 'sign', place, role: issuer.name, name: issuer.signer, stamp };
}

/** With a comma between two; what is empty leaves none. */
export function listed(texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join(', ');
}

/** Plain sentences, one under the other. */
export function sentences(...texts: readonly string[]): PaperBlock[] {
  return texts.map((text) => ({ kind: 'text', text, tone: 'plain' }));
}

/** A cell as it is read: figures with points, nothing for null. */
export function cellWords(cell: PaperCell): string {
  if (cell === null || typeof cell === 'string') return cell ?? '';
  return typeof cell === 'number' ? formatWhole(cell) : cell.text;
}

/**
 * Charges of one month together, and months that follow each other with the same kinds and sum:
 * `Listrik, kebersihan Juni 2026 s.d. November 2026`, with what they come to.
 */
export function byMonth(
  charges: readonly Pick<PaperCharge, 'kind' | 'period' | 'amountRupiah'>[],
  say: Translator,
): { readonly words: string; readonly amountRupiah: number }[] {
  const months = Map.groupBy(charges, ({ kind, period }) => (kind === 'opening' ? '' : period));
  const spans: MonthSpan[] = [];
  for (const [period, of] of [...months].toSorted(([one], [other]) => (one < other ? -1 : 1))) {
    const kinds = chargeKinds.filter((kind) => of.some((charge) => charge.kind === kind));
    const month = {
      from: period,
      until: period,
      kinds: kinds.join(),
      eachRupiah: sumOf(of),
      count: 1,
    };
    const last = spans.at(-1);
    if (last && goesOn(last, month))
      spans.splice(-1, 1, { ...last, until: period, count: last.count + 1 });
    else spans.push(month);
  }
  return spans.map((span) => {
    return { words: spanWords(span, say), amountRupiah: span.eachRupiah * span.count };
  });
}

/** Months in a row that have the same charges. */
interface MonthSpan {
  /** Empty for what was owed before Lapak, which has no month. */
  readonly from: string;
  readonly until: string;
  /** With a comma between two. */
  readonly kinds: string;
  readonly eachRupiah: number;
  readonly count: number;
}

function goesOn(before: MonthSpan, { from, kinds, eachRupiah }: MonthSpan): boolean {
  const isNext = before.until !== '' && addMonths(before.until, 1) === from;
  return isNext && before.kinds === kinds && before.eachRupiah === eachRupiah;
}

function spanWords({ from, until, kinds }: MonthSpan, say: Translator): string {
  const names = chargeKinds
    .filter((kind) => kinds.split(',').includes(kind))
    .map((kind) => say.text(`paper.charge.${kind}`));
  const what = names.map((name, at) => (at === 0 ? name : name.toLowerCase())).join(', ');
  if (from === '') return what;
  const first = periodWords(from, say);
  if (from === until) return `${what} ${first}`;
  return `${what} ${say.text('paper.months', { from: first, until: periodWords(until, say) })}`;
}

/** What charges come to. Rupiah */
export function sumOf(charges: readonly { readonly amountRupiah: number }[]): number {
  return charges.reduce((sum, { amountRupiah }) => sum + amountRupiah, 0);
}
