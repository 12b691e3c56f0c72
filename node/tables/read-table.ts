import { CsvError, parse } from 'csv-parse/sync';
import { LapakError } from '../../domain/errors.ts';
import type { LineFault, Table, TableLine } from '../../domain/tables/table.ts';

/** Longest line that is taken apart, in characters. */
const LINE_MAX = 1_000_000;
/** Longest header: real ones have some hundred characters. */
const HEADER_MAX = 100_000;
/** Most lines of one file: three times what 32 MB of products are. */
const LINES_MAX = 1_000_000;
/** Most lines of the file that one quoted cell goes on over. */
const CELL_LINES_MAX = 20;
/** Lines with quotes that the parser gets at once: it takes long to start. */
const BLOCK_LINES = 200;
/** Lines between two turns of the event loop, in which the till goes on selling. */
const LINES_A_TURN = 1000;

/**
 * Opens a CSV text: lines end with CR, LF or both, also mixed; the header is the first line with
 * anything in it. Each line is read alone. Only a line whose last cell opens a quote is joined with
 * those below it, and only when no cell that goes on over lines holds a separator and the cells are
 * as many as the titles: so two stray quotes never swallow the rows between them.
 * @param given the separator; null to take what the header has most of
 * @throws LapakError CSV_EMPTY; CSV_BROKEN for a broken header, or what is no text
 */
export function openTable(content: string, given: string | null = null): Table {
  const nul = content.indexOf('\0');
  if (nul >= 0) throw broken(splitLines(content.slice(0, nul)).length, 'NUL');
  if (hasMoreLines(content, LINES_MAX)) throw broken(LINES_MAX + 1, 'too many lines');
  const texts = splitLines(content.replace(/^\uFEFF/, ''));
  if (texts.at(-1) === '') texts.pop();
  const note = texts.findIndex((text) => text.trim() !== '');
  const noted = /^sep=(.)$/i.exec(texts[note] ?? '')?.[1]; // Excel's note of its separator
  const from = noted === undefined ? note : note + 1;
  const delimiter = given ?? noted ?? detectDelimiter(texts.slice(Math.max(from, 0)));
  const headerAt = texts.findIndex((text, at) => at >= from && !isBlank(text.split(delimiter)));
  if (note < 0 || headerAt < 0) throw new LapakError('CSV_EMPTY', {});
  const title = texts[headerAt] ?? '';
  if (title.length > HEADER_MAX) throw broken(headerAt + 1, 'a header without end');
  const header = readCells(title, delimiter);
  if (typeof header === 'string') throw broken(headerAt + 1, header);
  return { delimiter, header, lines: () => readLines({ texts, delimiter, headerAt, header }) };
}

/** The cells of one line that stands outside a table; its text between the separators if torn. */
export function splitLine(text: string, delimiter: string): readonly string[] {
  if (text.length > HEADER_MAX) return [text.slice(0, HEADER_MAX)];
  const cells = readCells(text, delimiter);
  return typeof cells === 'string' ? text.split(delimiter) : cells;
}

/** Counts no further than it must: a file of nothing but line ends would fill the memory. */
function hasMoreLines(content: string, most: number): boolean {
  let lines = 0;
  for (const end of ['\n', '\r']) {
    for (let at = content.indexOf(end); at >= 0; at = content.indexOf(end, at + 1)) {
      lines += 1;
      if (lines > 2 * most) return true; // CR and LF may be one end
    }
  }
  return false;
}

interface Lines {
  readonly texts: readonly string[];
  readonly delimiter: string;
  readonly headerAt: number;
  readonly header: readonly string[];
}

async function* readLines(table: Lines): AsyncGenerator<TableLine> {
  const { texts, headerAt, header } = table;
  let ready: ReadonlyMap<number, readonly string[]> = new Map();
  let readyTo = 0;
  let turnAt = LINES_A_TURN;
  for (let at = 0; at < texts.length; ) {
    if (at >= readyTo) {
      ready = readBlock(table, at);
      readyTo = at + BLOCK_LINES;
    }
    const next: TableLine =
      at < headerAt
        ? { kind: 'blank', line: at + 1, lines: 1, cells: [] }
        : at === headerAt
          ? { kind: 'header', line: at + 1, lines: 1, cells: header }
          : readLine(table, at, ready.get(at));
    yield next;
    at += next.lines;
    if (at < turnAt) continue;
    turnAt = at + LINES_A_TURN;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function readLine(table: Lines, at: number, ready: readonly string[] | undefined): TableLine {
  const { texts, delimiter } = table;
  const text = texts[at] ?? '';
  const line = at + 1;
  const reject = (fault: LineFault, cells: readonly string[]): TableLine => {
    return { kind: 'rejected', line, lines: 1, cells, fault };
  };
  if (text.length > LINE_MAX) return reject('lineTooLong', [text]);
  const cells = ready ?? readCells(text, delimiter);
  if (typeof cells !== 'string') {
    return { kind: isBlank(cells) ? 'blank' : 'row', line, lines: 1, cells };
  }
  const joined = cells === 'open' ? joinLines(table, at) : undefined;
  if (joined) return { kind: 'row', line, ...joined };
  return reject('quote', text.split(delimiter));
}

/** The row that begins in this line and goes on in those below, when nothing speaks against it. */
function joinLines({ texts, delimiter, header }: Lines, at: number) {
  const isTorn = (cell: string | undefined) => cell?.includes(delimiter);
  for (let lines = 1; lines <= CELL_LINES_MAX && at + lines <= texts.length; lines += 1) {
    const text = texts.slice(at, at + lines).join('\n');
    const cells = lines === 1 ? 'open' : readCells(text, delimiter);
    if (cells === 'stray' || text.length > LINE_MAX) return undefined;
    // Closed where it stands, to see what the open cell holds so far.
    const soFar = cells === 'open' ? readCells(`${text}"`, delimiter) : cells;
    if (typeof soFar === 'string' || soFar.length > header.length) return undefined;
    if (soFar.some((cell) => cell.includes('\n') && isTorn(cell))) return undefined;
    if (cells !== 'open') return cells.length === header.length ? { cells, lines } : undefined;
    if (isTorn(soFar.at(-1))) return undefined;
  }
  return undefined;
}

/** The lines of a block that have quotes and need no second look, by their place. */
function readBlock({ texts, delimiter }: Lines, from: number): Map<number, readonly string[]> {
  const places: number[] = [];
  for (let at = from; at < Math.min(from + BLOCK_LINES, texts.length); at += 1) {
    const text = texts[at] ?? '';
    // An even number of quotes closes where the line ends, so that no line becomes part of another.
    const quotes = text.length > LINE_MAX ? 0 : text.split('"').length - 1;
    if (quotes > 0 && quotes % 2 === 0) places.push(at);
  }
  const records = parseStrictly(places.map((at) => texts[at]).join('\n'), delimiter);
  if (!Array.isArray(records) || records.length !== places.length) return new Map();
  return new Map(records.map((cells, index) => [places[index] ?? 0, cells]));
}

/**
 * The cells of a text that is one row; `open` when a quote of it does not close, `stray` when text
 * follows a quote that closes. A quote inside a cell without quotes stands for itself: `TV 32"`.
 */
function readCells(text: string, delimiter: string): readonly string[] | 'open' | 'stray' {
  if (!text.includes('"')) return text.includes('\n') ? 'stray' : text.split(delimiter);
  const strictly = parseStrictly(text, delimiter);
  const found = strictly === 'INVALID_OPENING_QUOTE' ? parseRows(text, delimiter, true) : strictly;
  if (found === 'CSV_QUOTE_NOT_CLOSED') return 'open';
  const [cells, more] = Array.isArray(found) ? found : [];
  return cells && !more ? cells : 'stray';
}

function parseStrictly(text: string, delimiter: string): string[][] | string {
  return parseRows(text, delimiter, false);
}

/** @returns the rows, or the parser's code of what is wrong */
function parseRows(text: string, delimiter: string, relaxQuotes: boolean): string[][] | string {
  try {
    return parse(text, {
      delimiter,
      relax_quotes: relaxQuotes,
      relax_column_count: true,
      record_delimiter: '\n',
      trim: delimiter.trim() !== '', // a tab is no blank when it parts the cells
    });
  } catch (error) {
    if (error instanceof CsvError) return error.code;
    throw error;
  }
}

/** The lines of a text, whichever of CR and LF end them. */
export function splitLines(content: string): string[] {
  return content.split(/\r\n|\r|\n/);
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}

/** The separator that the first line has most of. */
function detectDelimiter(texts: readonly string[]): string {
  const header = texts.find((text) => text.trim() !== '')?.slice(0, 20_000) ?? '';
  const counts = [';', ',', '\t'].map((mark) => ({ mark, count: header.split(mark).length }));
  return counts.sort((a, b) => b.count - a.count)[0]?.mark ?? ',';
}

function broken(line: number, detail: string): LapakError {
  return new LapakError('CSV_BROKEN', { line, detail });
}
