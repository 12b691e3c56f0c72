import { formatRupiah } from '../../money.ts';
import type { Translator } from '../../text.ts';
import {
  byMonth,
  creditWords,
  onWords,
  partyOf,
  signOf,
  stallWords,
  sumOf,
} from './paper-words.ts';
import type { PaperBlock, PaperSheet } from './sheet.ts';
import { terbilangRupiah } from './terbilang.ts';
import type { KuitansiPaper } from './views.ts';

/**
 * Above this sum a paper that says that money was received bears a revenue stamp of Rp10.000, at it
 * it does not. Source: UU 10/2020, article 3.
 */
const STAMP_ABOVE_RUPIAH = 5_000_000;

/** Lines that leave room for the sum and the signature; more of them go into one. */
const PURPOSE_LINES_MAX = 3;

/** Whether a kuitansi has to bear a revenue stamp. */
export function needsStamp({ amountRupiah }: Pick<KuitansiPaper, 'amountRupiah'>): boolean {
  return amountRupiah > STAMP_ABOVE_RUPIAH;
}

/** What a kuitansi is for, month by month; what no charge took is paid ahead. */
export function purposeWords({ paid, amountRupiah }: KuitansiPaper, say: Translator): string[] {
  const ahead = amountRupiah - sumOf(paid);
  const months = byMonth(paid, say);
  const parts =
    ahead === 0 ? months : [...months, { words: say.text('paper.advance'), amountRupiah: ahead }];
  const [only] = parts;
  if (only && parts.length === 1) return [only.words];
  const lines = parts.map((part) => `${part.words} ${formatRupiah(part.amountRupiah)}`);
  return lines.length <= PURPOSE_LINES_MAX ? lines : [lines.join('; ')];
}

/**
 * By which tariff the charges came that it pays, each once:
 * `Listrik November 2026: 100 kWh × Rp1.444,70`.
 */
export function tariffWords({ paid }: Pick<KuitansiPaper, 'paid'>, say: Translator): string[] {
  const tariffs = Map.groupBy(
    paid.filter(({ basis }) => basis !== ''),
    ({ basis }) => basis,
  );
  return [...tariffs].map(([basis, charges]) => {
    const months = byMonth(charges, say).map(({ words }) => words);
    return `${months.join('; ')}: ${basis}`;
  });
}

/** BATAL before SALINAN: a copy of what is void is void. */
export function kuitansiMark({ cancelled, isCopy }: KuitansiPaper, say: Translator): string {
  if (cancelled) return say.text('paper.cancelledMark');
  return isCopy ? say.text('receipt.copy') : '';
}

/** A kuitansi as people know it, on half a sheet of A4. */
export function kuitansiSheet(kuitansi: KuitansiPaper, say: Translator): PaperSheet {
  const { issuer, stall, number, on, means, amountRupiah, code } = kuitansi;
  const stamp = needsStamp(kuitansi) ? say.text('paper.stamp') : '';
  const rows = [
    { label: say.text('paper.receivedFrom'), text: partyOf(stall), isStrong: true as const },
    { label: '', text: `${stallWords(stall, say)} (${stall.code})` },
    { label: say.text('paper.theSum'), text: `# ${terbilangRupiah(amountRupiah)} #` },
    ...purposeWords(kuitansi, say).map((text, at) => ({
      label: at === 0 ? say.text('paper.forPayment') : '',
      text,
    })),
    { label: say.text('paper.means'), text: creditWords(means, say) },
  ];
  const sum: PaperBlock = { kind: 'sum', label: '', text: formatRupiah(amountRupiah), how: '' };
  const caption = say.text('paper.codeCaption');
  const left: PaperBlock[] = code
    ? [{ kind: 'beside', left: [sum], right: [{ kind: 'qr', text: code, caption, sideMm: 34 }] }]
    : [sum];
  return {
    file: `kuitansi-${number.replaceAll('/', '-')}`,
    size: 'A5-landscape',
    issuer,
    title: say.text('paper.kuitansi'),
    titleAt: 'side',
    number: say.text('paper.numberOf', { number }),
    on,
    mark: kuitansiMark(kuitansi, say),
    blocks: [
      { kind: 'form', rows },
      ...tariffBlocks(kuitansi, say),
      ...cancelledBlocks(kuitansi, say),
      { kind: 'beside', left, right: [signOf(issuer, on, say, stamp)] },
    ],
  };
}

function tariffBlocks(kuitansi: KuitansiPaper, say: Translator): PaperBlock[] {
  const tariffs = tariffWords(kuitansi, say).join('; ');
  return tariffs === ''
    ? []
    : [{ kind: 'text', text: say.text('paper.tariffs', { tariffs }), tone: 'small' }];
}

function cancelledBlocks({ cancelled }: KuitansiPaper, say: Translator): PaperBlock[] {
  if (!cancelled) return [];
  const { on, reason } = cancelled;
  const text = say.text('paper.cancelledHow', { on: onWords(on, say), reason });
  return [{ kind: 'text', text, tone: 'strong' }];
}
