import { type PaperLook, stallHead } from '../printing/paper-head.ts';
import { gap, paragraph, rule } from '../printing/paper-text.ts';
import type { PaperLine } from '../printing/printer.ts';
import type { ReceiptStall } from '../sales/receipt.ts';
import { type OffsetMinutes, type UtcMs, zonedStamp } from '../time.ts';
import { formatRecoveryCode, normalizeRecoveryCode } from './recovery-code.ts';

/** A recovery code on paper: the only place where it is ever kept. */
export interface RecoveryPaper extends PaperLook {
  readonly code: string;
  readonly stall: ReceiptStall;
  readonly atMs: UtcMs;
  readonly offsetMinutes: OffsetMinutes;
}

/** Groups of four that fit a line in letters of double width, also on 58 mm paper. */
const GROUPS_A_LINE = 2;

/** The owner's recovery code in large letters, with what it is for and how it is kept. */
export function recoveryPaperLines(paper: RecoveryPaper): PaperLine[] {
  const { code, stall, columns, say, atMs, offsetMinutes } = paper;
  const groups = formatRecoveryCode(normalizeRecoveryCode(code)).split('-');
  const lines = groups.flatMap((_, at) =>
    at % GROUPS_A_LINE === 0 ? [groups.slice(at, at + GROUPS_A_LINE).join('-')] : [],
  );
  const large = { align: 'centre', bold: true, wide: 2, tall: 2 } as const;
  return [
    ...stallHead(stall, paper),
    gap(),
    ...paragraph(say.text('recoveryPaper.title'), columns, { align: 'centre', bold: true }),
    ...paragraph(zonedStamp(atMs, offsetMinutes), columns, { align: 'centre' }),
    rule(columns),
    ...lines.flatMap((line) => paragraph(line, columns, large)),
    rule(columns),
    ...paragraph(say.text('recoveryPaper.use'), columns),
    gap(),
    ...paragraph(say.text('recoveryPaper.keep'), columns),
    gap(),
    ...paragraph(say.text('recoveryPaper.once'), columns),
  ];
}
