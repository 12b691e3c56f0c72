import pdfmake from 'pdfmake/build/pdfmake.min.js';
import type { ShiftReport } from '../../../domain/shifts/report.ts';
import { type ReportDocument, shiftDocument } from './shift-document.ts';

/**
 * A shift's report as a PDF. This module is large (the writer and two fonts): import it when a
 * person asks for one. It works without a network, and evaluates nothing.
 */
export async function shiftPdf(report: ShiftReport, how: ReportDocument): Promise<Blob> {
  pdfmake.setUrlAccessPolicy(() => false);
  await loadFonts();
  return pdfmake.createPdf(shiftDocument(report, how)).getBlob();
}

/** TrueType: what the screen uses (WOFF2) prints blank (pdfkit#1004). */
async function loadFonts(): Promise<void> {
  const [normal, bold] = await Promise.all([
    import('@expo-google-fonts/plus-jakarta-sans/400Regular/PlusJakartaSans_400Regular.ttf?inline'),
    import('@expo-google-fonts/plus-jakarta-sans/700Bold/PlusJakartaSans_700Bold.ttf?inline'),
  ]);
  pdfmake.addVirtualFileSystem({
    'normal.ttf': base64Of(normal.default),
    'bold.ttf': base64Of(bold.default),
  });
  pdfmake.setFonts({ PlusJakartaSans: { normal: 'normal.ttf', bold: 'bold.ttf' } });
}

/** A font is in the program as a data: address. */
function base64Of(address: string): string {
  return address.slice(address.indexOf(',') + 1);
}
