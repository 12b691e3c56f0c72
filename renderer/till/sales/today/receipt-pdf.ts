import type { Receipt } from '../../../../domain/sales/receipt.ts';
import type { Translator } from '../../../../domain/text.ts';
import { writePdf } from '../../../ui/pdf/write-pdf.ts';
import { receiptDocument } from './receipt-document.ts';

/** A receipt as a PDF. Large, as shift-pdf.ts is: import it when a person asks for one. */
export function receiptPdf(receipt: Receipt, say: Translator): Promise<Blob> {
  return writePdf(receiptDocument(receipt, say));
}
