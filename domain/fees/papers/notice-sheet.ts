import { formatRupiah } from '../../money.ts';
import type { Translator } from '../../text.ts';
import { daysBetween } from '../../time.ts';
import {
  chargeWords,
  levelWords,
  onWords,
  partyOf,
  sentences,
  signOf,
  stallWords,
  sumOf,
} from './paper-words.ts';
import type { PaperBlock, PaperCell, PaperSheet } from './sheet.ts';
import { terbilangRupiah } from './terbilang.ts';
import type { NoticePaper } from './views.ts';

/** A letter to a stall that is late, A4, with a slip to be signed for its delivery. */
export function noticeSheet(notice: NoticePaper, say: Translator): PaperSheet {
  const { issuer, stall, level, number, on, until } = notice;
  const sum = sumOf(notice.owed);
  return {
    file: `${level}-${number.replaceAll('/', '-')}`,
    size: 'A4',
    issuer,
    title: levelWords(level, say),
    titleAt: 'middle',
    number: say.text('paper.numberOf', { number }),
    on,
    mark: noticeMark(notice, say),
    blocks: [
      { kind: 'text', text: say.text('paper.to', { name: partyOf(stall) }), tone: 'strong' },
      ...sentences(stallWords(stall, say), say.text('paper.dear'), openingWords(notice, say)),
      owedTable(notice, say),
      ...sentences(
        say.text('paper.askedFor', {
          sum: formatRupiah(sum),
          words: terbilangRupiah(sum).toLowerCase(),
          until: onWords(until, say),
        }),
      ),
      { kind: 'facts', heading: '', facts: wayFacts(notice, say) },
      ...sentences(
        followsWords(notice, say),
        say.text('paper.ifPaid'),
        say.text('paper.ifDisputed'),
        say.text('paper.thanks'),
      ),
      { kind: 'beside', left: slip(notice, say), right: [signature(notice, say)] },
    ],
  };
}

/** SALINAN of one that was handed over before; empty of the first. */
export function noticeMark({ isCopy }: NoticePaper, say: Translator): string {
  return isCopy ? say.text('receipt.copy') : '';
}

/** What happens if it is not paid by then. */
export function followsWords({ level, follows }: NoticePaper, say: Translator): string {
  return level === 'sp3' && follows !== '' ? follows : say.text(`paper.follows.${level}`);
}

/** How a letter begins: what went before it, and what it is about. */
export function openingWords({ earlier, on }: NoticePaper, say: Translator): string {
  const about = say.text('paper.owedUntil', { on: onWords(on, say) });
  if (earlier.length === 0) return about;
  const letters = earlier.map((letter) => {
    const { number } = letter;
    return say.text('paper.letterOf', { number, on: onWords(letter.on, say) });
  });
  return `${say.text('paper.afterLetters', { letters: letters.join('; ') })} ${about}`;
}

function owedTable({ owed, on }: NoticePaper, say: Translator): PaperBlock {
  const rows = owed.map((charge): PaperCell[] => {
    const late = Math.max(0, daysBetween(charge.due, on));
    const days = late === 0 ? '-' : say.text('paper.lateDays', { count: late });
    return [chargeWords(charge, say), onWords(charge.due, say), days, charge.amountRupiah];
  });
  return {
    kind: 'table',
    heading: '',
    columns: [
      { name: say.text('paper.colWhat'), isWide: true },
      { name: say.text('paper.due') },
      { name: say.text('paper.colLate'), isFigure: true },
      { name: say.text('paper.colAmount'), isFigure: true },
    ],
    rows,
    sums: [[say.text('paper.total'), '', '', sumOf(owed)]],
  };
}

function wayFacts({ accounts, remark }: NoticePaper, say: Translator) {
  return [
    ...accounts.map((text) => ({ label: say.text('paper.account'), text })),
    { label: say.text('paper.remark'), text: remark },
  ];
}

function signature({ issuer, on }: NoticePaper, say: Translator): PaperBlock {
  const name = `${say.text('paper.sincerely')}\n${issuer.name}`;
  return signOf({ ...issuer, name }, on, say);
}

/** Who took the letter, and when: the proof of its delivery. */
function slip({ number }: NoticePaper, say: Translator): PaperBlock[] {
  return [
    { kind: 'text', text: say.text('paper.slip', { number }), tone: 'quiet' },
    { kind: 'sign', place: '', role: say.text('paper.slipBy'), name: '', stamp: '' },
  ];
}
