import pdfmake, { type PdfDocument } from 'pdfmake/build/pdfmake.min.js';

/**
 * Writes a document as a PDF. This module is large (the writer and two fonts): what imports it is
 * imported when a person asks for a PDF. It works without a network, and evaluates nothing.
 * @param document of its own for each PDF: its tables are changed
 */
export async function writePdf(document: PdfDocument): Promise<Blob> {
  pdfmake.setUrlAccessPolicy(() => false);
  await loadFonts();
  return pdfmake.createPdf(document).getBlob();
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
