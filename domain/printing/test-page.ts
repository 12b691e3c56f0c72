import { formatRupiah } from '../money.ts';
import type { Translator } from '../text.ts';
import { localStamp, type OffsetMinutes, type UtcMs } from '../time.ts';
import { gap, pair, paperLine, paragraph, rule } from './paper-text.ts';
import type { PaperLine, PrinterSettings } from './printer.ts';

/** When and for which printer a test page is printed. */
export interface TestPage {
  readonly printer: PrinterSettings;
  readonly say: Translator;
  readonly atMs: UtcMs;
  readonly offsetMinutes: OffsetMinutes;
}

/**
 * A page that shows whether the printer is set up right: a ruler of the columns, a frame that must
 * stand on one line each, letters and figures, styles and alignment, the printer's settings and
 * date.
 */
export function testPageLines({ printer, say, atMs, offsetMinutes }: TestPage): PaperLine[] {
  const { columns, address } = printer;
  const numbers = Array.from({ length: columns }, (_, i) => i + 1);
  const tens = numbers.map((n) => (n % 10 === 0 ? String(n / 10) : ' ')).join('');
  const ruler = numbers.map((n) => n % 10).join('');
  const plain = (text: string) => paragraph(text, columns);
  return [
    ...paragraph(say.text('testPage.title'), columns, {
      align: 'centre',
      bold: true,
      wide: 2,
      tall: 2,
    }),
    gap(),
    ...plain(say.text('testPage.printer', { address })),
    ...plain(say.text('testPage.columns', { columns })),
    ...plain(localStamp(atMs, offsetMinutes)),
    rule(columns),
    paperLine(tens),
    paperLine(ruler),
    paperLine(`|${'='.repeat(columns - 2)}|`),
    ...plain(say.text('testPage.lastColumn', { columns })),
    rule(columns),
    ...plain('ABCDEFGHIJKLMNOPQRSTUVWXYZ'),
    ...plain('abcdefghijklmnopqrstuvwxyz'),
    ...plain('0123456789 .,:;-+*/%()&@#"\''),
    ...plain('éèêëüöäåçñ ½ ¼ ° ±'),
    rule(columns),
    ...paragraph(say.text('testPage.bold'), columns, { bold: true }),
    ...paragraph(say.text('testPage.tall'), columns, { tall: 2 }),
    ...paragraph(say.text('testPage.wide'), columns, { wide: 2 }),
    ...paragraph(say.text('testPage.left'), columns),
    ...paragraph(say.text('testPage.centre'), columns, { align: 'centre' }),
    ...paragraph(say.text('testPage.right'), columns, { align: 'right' }),
    ...pair(say.text('receipt.total'), formatRupiah(1_234_567), columns, { bold: true, tall: 2 }),
  ];
}
