import type { ShiftReport } from '../../../domain/shifts/report.ts';
import { writePdf } from '../../ui/pdf/write-pdf.ts';
import { type ReportDocument, shiftDocument } from './shift-document.ts';

/**
 * A shift's report as a PDF. This module is large (the writer and two fonts): import it when a
 * person asks for one. It works without a network, and evaluates nothing.
 */
export function shiftPdf(report: ShiftReport, how: ReportDocument): Promise<Blob> {
  return writePdf(shiftDocument(report, how));
}
