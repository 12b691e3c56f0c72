import { formatRupiah, formatWhole } from '../money.ts';
import { copyMark, type PaperLook, stallHead } from '../printing/paper-head.ts';
import { gap, pair, paragraph, rule } from '../printing/paper-text.ts';
import type { PaperLine } from '../printing/printer.ts';
import type { ReceiptStall } from '../sales/receipt.ts';
import { writtenDate } from '../time.ts';
import { PaymentKind } from './kinds.ts';
import { terbilangRupiah } from './papers/terbilang.ts';
import type { KuitansiPaper } from './papers/views.ts';
import type { Statement, StatementRow } from './statement.ts';
import type { ShownCredit } from './till-state.ts';
import { periodWords } from './till-words.ts';

/** How a paper of fees is printed. */
export interface FeePaperLook extends PaperLook {
  readonly stall: ReceiptStall;
}

/** A payment, as the till prints it. */
export interface PaidPaper {
  readonly credit: ShownCredit;
  readonly isCopy: boolean;
}

/**
 * A kuitansi of the mall as the till has it from its records. Address and signer are in none; that
 * it is genuine the code on the hub's paper shows.
 */
export function kuitansiOfTill({ credit, isCopy }: PaidPaper, look: FeePaperLook): KuitansiPaper {
  const { say, stall } = look;
  const { reversed, on, amountRupiah, paid, kuitansi } = credit;
  const { name, number, mall } = stall;
  const issuer = say.text('fees.paperIssuer', { mall }).trim();
  return {
    issuer: { name: issuer, lines: [], place: '', signer: '' },
    stall: { code: '', name, number, mall, member: '' },
    number: kuitansi ?? '',
    on,
    means: PaymentKind.parse(credit.kind),
    amountRupiah,
    paid,
    code: null,
    isCopy,
    cancelled: reversed && { on: reversed.on, reason: reversed.note },
  };
}

/** A payment that a stall alone wrote down, as lines of thermal paper: no kuitansi, and says so. */
export function ownPaidLines({ credit, isCopy }: PaidPaper, look: FeePaperLook): PaperLine[] {
  const { columns, say, stall } = look;
  const centred = { align: 'centre' } as const;
  const left = credit.amountRupiah - credit.usedRupiah;
  return [
    ...copyMark(isCopy, look),
    ...(credit.isReversed
      ? paragraph(say.text('fees.paperVoid'), columns, { ...centred, bold: true, tall: 2 })
      : []),
    ...stallHead(stall, look),
    gap(),
    ...paragraph(say.text('fees.paperOwn'), columns, { ...centred, bold: true, tall: 2 }),
    ...paragraph(credit.kuitansi ?? '', columns, centred),
    rule(columns),
    ...pair(say.text('fees.paperDate'), writtenDate(credit.on), columns),
    ...pair(say.text('fees.paperHow'), say.text(`fees.credit.${credit.kind}`), columns),
    ...credit.paid.flatMap(({ kind, period, amountRupiah }) =>
      pair(
        `${say.text(`fees.charge.${kind}`)} ${periodWords(period, say.language)}`,
        formatWhole(amountRupiah),
        columns,
      ),
    ),
    ...(left > 0 ? pair(say.text('fees.advance'), formatWhole(left), columns) : []),
    rule(columns),
    ...pair(say.text('fees.paperTotal'), formatRupiah(credit.amountRupiah), columns, {
      bold: true,
      tall: 2,
    }),
    ...paragraph(terbilangRupiah(credit.amountRupiah), columns),
    ...copyMark(isCopy, look),
  ];
}

/** A statement as lines of thermal paper: opening, each charge and payment, closing. */
export function statementLines(
  statement: Statement,
  months: { readonly from: string; readonly to: string },
  look: FeePaperLook,
): PaperLine[] {
  const { columns, say, stall } = look;
  const [from, to] = [months.from, months.to].map((month) => periodWords(month, say.language));
  const span = from === to ? (from ?? '') : `${from} – ${to}`;
  const sum = (amount: number) => formatWhole(amount);
  return [
    ...stallHead(stall, look),
    gap(),
    ...paragraph(say.text('fees.paperStatement'), columns, {
      align: 'centre',
      bold: true,
      tall: 2,
    }),
    ...paragraph(span, columns, { align: 'centre' }),
    rule(columns),
    ...pair(say.text('fees.opening'), sum(statement.openingRupiah), columns),
    ...statement.rows.flatMap((row) => pair(rowWords(row, look), sum(row.amountRupiah), columns)),
    rule(columns),
    ...pair(say.text('fees.closing'), formatRupiah(statement.closingRupiah), columns, {
      bold: true,
    }),
  ];
}

function rowWords({ on, what, isReversal }: StatementRow, look: FeePaperLook): string {
  const words = [writtenDate(on).slice(0, 5)];
  if (isReversal) words.push(look.say.text('fees.paperVoid'));
  return [...words, whatWords(what, look)].join(' ');
}

function whatWords(what: StatementRow['what'], { say }: FeePaperLook): string {
  if ('period' in what) {
    return `${say.text(`fees.charge.${what.kind}`)} ${periodWords(what.period, say.language)}`;
  }
  if (what.kind === 'refund') return say.text('fees.refund');
  return `${say.text(`fees.credit.${what.kind}`)} ${what.number}`.trim();
}
