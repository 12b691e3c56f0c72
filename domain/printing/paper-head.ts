import type { ReceiptStall } from '../sales/receipt.ts';
import type { Translator } from '../text.ts';
import { paragraph } from './paper-text.ts';
import type { Columns, PaperLine } from './printer.ts';

/** On which paper and in which language. */
export interface PaperLook {
  readonly columns: Columns;
  readonly say: Translator;
}

/** The stall as it stands at the head of every paper; what is empty leaves no line. */
export function stallHead(stall: ReceiptStall, { columns, say }: PaperLook): PaperLine[] {
  const place = [stall.number, stall.mall].filter((part) => part !== '').join(', ');
  const phone = stall.phone === '' ? '' : say.text('receipt.phone', { phone: stall.phone });
  return [
    ...paragraph(stall.name, columns, { align: 'centre', bold: true, wide: 2, tall: 2 }),
    ...[place, phone].flatMap((line) =>
      line === '' ? [] : paragraph(line, columns, { align: 'centre' }),
    ),
  ];
}

/** At the head and the foot of the paper of a sale that was only practised. */
export function trainingMark(isTraining: boolean, { columns, say }: PaperLook): PaperLine[] {
  if (!isTraining) return [];
  const look = { align: 'centre', bold: true, tall: 2 } as const;
  return paragraph(say.text('receipt.training'), columns, look);
}

/** SALINAN, at the head and the foot of a paper that is not its first. */
export function copyMark(isCopy: boolean, { columns, say }: PaperLook): PaperLine[] {
  if (!isCopy) return [];
  return paragraph(say.text('receipt.copy'), columns, { align: 'centre', bold: true });
}
