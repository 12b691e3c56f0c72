import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { LapakError } from '../../domain/errors.ts';

const PIECE_BYTES = 65_536;

/** One line of a table: where it stands in the file (1 is the first) and its cells. */
export interface CsvLine {
  readonly line: number;
  readonly cells: string[];
}

export interface CsvHabits {
  /** Takes a quote inside an unquoted cell as it is: `FRAME 7" SINGLE`. */
  readonly relaxQuotes?: boolean;
}

/** The separator that the first line has most of. */
export function detectDelimiter(content: string): string {
  const header = content.slice(0, 20_000).split('\n', 1)[0] ?? '';
  const counts = [';', ',', '\t'].map((mark) => ({ mark, count: header.split(mark).length }));
  return counts.sort((a, b) => b.count - a.count)[0]?.mark ?? ',';
}

/**
 * The lines of a CSV text one after another, the header too: with or without BOM, quoted cells,
 * blank lines left out.
 * @throws LapakError CSV_BROKEN with the line, on a quote that does not close or a binary file
 */
export async function* readCsv(
  content: string,
  delimiter: string,
  { relaxQuotes = false }: CsvHabits = {},
): AsyncGenerator<CsvLine> {
  const binary = content.indexOf('\0');
  if (binary >= 0) {
    const line = content.slice(0, binary).split('\n').length;
    throw new LapakError('CSV_BROKEN', { line, detail: 'NUL' });
  }
  let lastGood = 0;
  const parser = parse({
    bom: true,
    delimiter,
    relax_quotes: relaxQuotes,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: 1_000_000,
    info: true,
    on_record: (cells: string[], { lines }) => {
      lastGood = lines;
      return cells;
    },
  });
  try {
    for await (const found of Readable.from(pieces(content)).pipe(parser)) {
      const { record, info } = found as { record: string[]; info: { lines: number } }; // info: true
      yield { line: info.lines, cells: record };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // The parser names the line where it gave up: for a quote that stays open, the last one.
    const line = lastGood + 1;
    throw new LapakError('CSV_BROKEN', { line, detail: error.code }, { cause: error });
  }
}

/** A parser given all at once would make all rows at once: this is what keeps memory flat. */
function* pieces(content: string): Generator<Buffer> {
  const bytes = Buffer.from(content);
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
    yield bytes.subarray(at, at + PIECE_BYTES);
  }
}
