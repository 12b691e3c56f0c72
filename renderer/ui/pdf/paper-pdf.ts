import type { PaperSheet } from '../../../domain/fees/papers/sheet.ts';
import type { Translator } from '../../../domain/text.ts';
import { paperDocument } from './paper-document.ts';
import { writePdf } from './write-pdf.ts';

/** A paper of fees as a PDF. Import it when a person asks for one: the writer is large. */
export function paperPdf(sheet: PaperSheet, say: Translator): Promise<Blob> {
  return writePdf(paperDocument(sheet, say));
}
