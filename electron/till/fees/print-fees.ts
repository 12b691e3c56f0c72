import type { Actor } from '../../../domain/actor.ts';
import { LapakError } from '../../../domain/errors.ts';
import { statementOf } from '../../../domain/fees/statement.ts';
import { kuitansiLines } from '../../../domain/fees/papers/kuitansi-lines.ts';
import {
  type FeePaperLook,
  kuitansiOfTill,
  ownPaidLines,
  statementLines,
} from '../../../domain/fees/till-papers.ts';
import type { PaperLine } from '../../../domain/printing/printer.ts';
import { translator } from '../../../domain/translator.ts';
import { read } from '../database/write.ts';
import { writeAct } from '../journal/write-journal.ts';
import { encode } from '../printing/escpos-encoder.ts';
import type { PrinterQueue } from '../printing/printer-queue.ts';
import { readSettings } from '../settings/stall-settings.ts';
import { publishFees } from './fee-news.ts';
import type { FeesTill } from './own-acts.ts';
import { readFees } from './read-fees.ts';

/** What printing papers of fees needs of the till. */
interface FeePrintTill extends FeesTill {
  readonly printer: Pick<PrinterQueue, 'printOnce' | 'settings'>;
}

/**
 * Prints a payment by its number; one that came out before is marked SALINAN. It is in the journal
 * once it is on paper.
 * @throws LapakError FEE_UNKNOWN, PAPER_NOT_PRINTED, CLOCK_WRONG
 */
export async function printKuitansi(
  till: FeePrintTill,
  actor: Actor,
  { number }: { readonly number: string },
): Promise<{ isCopy: boolean }> {
  const { keeper, ledger, former } = readFees(till);
  const isOf = (of: typeof former) => of?.credits.find(({ kuitansi }) => kuitansi === number);
  const current = isOf(ledger);
  const credit = current ?? isOf(former);
  if (!credit) throw new LapakError('FEE_UNKNOWN', {});
  const isCopy = credit.isPrinted;
  const isOfHub = current !== undefined && keeper === 'hub';
  const paper = { credit, isCopy };
  await printOnce(till, (look) =>
    isOfHub ? kuitansiLines(kuitansiOfTill(paper, look), look) : ownPaidLines(paper, look),
  );
  writeAct(till, actor, (_, tell) => tell({ act: 'fee-print', subject: number }));
  publishFees(till);
  return { isCopy };
}

/** Prints what was charged and paid between two months. @throws LapakError PAPER_NOT_PRINTED */
export async function printStatement(
  till: FeePrintTill,
  months: { readonly from: string; readonly to: string },
): Promise<Record<string, never>> {
  const { ledger } = readFees(till);
  await printOnce(till, (look) => statementLines(statementOf(ledger, months), months, look));
  return {};
}

async function printOnce(
  till: FeePrintTill,
  lines: (look: FeePaperLook) => PaperLine[],
): Promise<void> {
  const { columns } = till.printer.settings();
  const { receiptLanguage, stall } = read(till, readSettings);
  const paper = lines({ columns, say: translator(receiptLanguage), stall });
  const bytes = encode(paper, { cut: true, openDrawer: false });
  await till.printer.printOnce(() => bytes, 'fees.read');
}
