import { type CellValue, writeXlsxStream } from 'hucre/xlsx';

/** A column of a sheet. */
export interface SheetColumn {
  readonly title: string;
  /** Of a number: `#,##0`; a text stays a text, whatever it looks like. */
  readonly format?: string;
}

/**
 * Rows as a workbook of one sheet, piece by piece: a text is never taken for a formula or a number.
 * @param name of the sheet
 */
export async function* writeSheet(
  name: string,
  columns: readonly SheetColumn[],
  rows: AsyncIterable<readonly (string | number)[]>,
): AsyncGenerator<Uint8Array> {
  const cells = async function* (): AsyncGenerator<CellValue[]> {
    for await (const row of rows) yield [...row];
  };
  const stream = writeXlsxStream(cells(), {
    name,
    columns: columns.map(({ title, format }) => ({
      header: title,
      ...(format !== undefined && { numFmt: format }),
    })),
    freezePane: { rows: 1 },
  });
  for await (const piece of stream) yield piece;
}
