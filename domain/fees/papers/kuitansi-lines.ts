import { formatRupiah } from '../../money.ts';
import { copyMark, type PaperLook } from '../../printing/paper-head.ts';
import { gap, pair, paperLine, paragraph, rule } from '../../printing/paper-text.ts';
import type { PaperLine } from '../../printing/printer.ts';
import type { Translator } from '../../text.ts';
import { kuitansiMark, needsStamp, purposeWords, tariffWords } from './kuitansi-sheet.ts';
import { creditWords, listed, onWords, partyOf, stallWords } from './paper-words.ts';
import { terbilangRupiah } from './terbilang.ts';
import type { KuitansiPaper } from './views.ts';

/** Where the name of who signs is written by hand. */
const BY_HAND = `(${' '.repeat(20)})`;

/**
 * A kuitansi as lines of thermal paper: marked SALINAN as any copy, BATAL where it was taken back.
 * The till prints it from what the hub signed; that it is genuine the code on the PDF shows.
 */
export function kuitansiLines(kuitansi: KuitansiPaper, look: PaperLook): PaperLine[] {
  const { columns } = look;
  return [
    ...marks(kuitansi, look),
    ...head(kuitansi, look),
    rule(columns),
    ...body(kuitansi, look),
    rule(columns),
    ...foot(kuitansi, look),
    ...marks(kuitansi, look),
  ];
}

function marks(kuitansi: KuitansiPaper, look: PaperLook): PaperLine[] {
  const { columns, say } = look;
  const mark = kuitansi.cancelled ? kuitansiMark(kuitansi, say) : '';
  const large = { align: 'centre', bold: true, tall: 2, wide: 2 } as const;
  return [
    ...(mark === '' ? [] : paragraph(mark, columns, large)),
    ...copyMark(kuitansi.isCopy, look),
  ];
}

function head({ issuer, number }: KuitansiPaper, { columns, say }: PaperLook): PaperLine[] {
  const centred = { align: 'centre' } as const;
  return [
    ...paragraph(issuer.name, columns, { ...centred, bold: true }),
    ...issuer.lines.flatMap((line) => paragraph(line, columns, centred)),
    gap(),
    ...paragraph(say.text('paper.kuitansi'), columns, { ...centred, bold: true, tall: 2 }),
    ...paragraph(number, columns, centred),
  ];
}

function body(kuitansi: KuitansiPaper, { columns, say }: PaperLook): PaperLine[] {
  const { stall, amountRupiah } = kuitansi;
  const asked = (label: string, texts: readonly string[]): PaperLine[] => [
    ...paragraph(`${label}:`, columns),
    ...texts.flatMap((text) => paragraph(text, columns, { indent: 2 })),
  ];
  return [
    ...asked(say.text('paper.receivedFrom'), payerOf(stall, say)),
    ...asked(say.text('paper.theSum'), [`# ${terbilangRupiah(amountRupiah)} #`]),
    ...asked(say.text('paper.forPayment'), [
      ...purposeWords(kuitansi, say),
      ...tariffWords(kuitansi, say),
    ]),
    ...pair(say.text('paper.means'), creditWords(kuitansi.means, say), columns),
  ];
}

/** The member, its stall, and the code of that: each once, and only what is known. */
function payerOf(stall: KuitansiPaper['stall'], say: Translator): string[] {
  const payer = [partyOf(stall), stallWords(stall, say), stall.code];
  return payer.filter((text) => text !== '');
}

function foot(kuitansi: KuitansiPaper, { columns, say }: PaperLook): PaperLine[] {
  const { issuer, on, amountRupiah, cancelled } = kuitansi;
  const [box] = say.text('paper.stamp').split('\n');
  const reason =
    cancelled &&
    say.text('paper.cancelledHow', { on: onWords(cancelled.on, say), reason: cancelled.reason });
  return [
    ...pair(say.text('paper.total'), formatRupiah(amountRupiah), columns, { bold: true, tall: 2 }),
    ...(reason === null ? [] : paragraph(reason, columns, { bold: true })),
    gap(),
    ...paragraph(listed([issuer.place, onWords(on, say)]), columns),
    ...paragraph(issuer.name, columns),
    ...(needsStamp(kuitansi) ? paragraph(`[ ${box} ]`, columns) : []),
    gap(),
    gap(),
    ...(issuer.signer === '' ? [paperLine(BY_HAND)] : paragraph(issuer.signer, columns)),
  ];
}
