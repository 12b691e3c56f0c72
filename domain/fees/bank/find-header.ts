import { LapakError } from '../../errors.ts';
import { foldTitle } from '../../tables/columns.ts';
import { cellText, type GridCell, type GridLine } from '../../tables/grid.ts';
import type { Profile } from './profile.ts';

/** Lines above the titles: real files have at most a dozen. */
export const HEADER_WITHIN = 60;
/** Most characters of a title that a profile can name. */
const TITLE_MAX = 80;

/** Where the table of a file begins, and which of its columns is which. */
export interface Header {
  /** Place among the lines. */
  readonly at: number;
  /** Places of each column that the file has. */
  readonly places: ReadonlyMap<string, readonly number[]>;
  /** Titles as they stand. */
  readonly titles: readonly string[];
  /** How many titles were known. */
  readonly known: number;
}

/** Columns without which a file of this profile cannot be read, as far as these places go. */
function missingColumns(
  profile: Profile,
  places: ReadonlyMap<string, readonly number[]>,
): string[] {
  const has = (column: string) => places.has(column);
  const missing: (readonly [string, boolean])[] =
    profile.kind === 'statement'
      ? [
          ['date', has('date')],
          ['amount', has('amount') || (has('debit') && has('credit'))],
        ]
      : [
          ['gross', has('gross')],
          ['paid', has('paid') || has('settled')],
        ];
  return missing.flatMap(([column, isThere]) => (isThere ? [] : [titleOf(profile, column)]));
}

/**
 * The line of titles that fits a profile best, among the first lines; null when none has all that
 * is needed, or a mark of the profile stands nowhere.
 */
export function findHeader(
  lines: readonly GridLine[],
  profile: Profile,
  fileName = '',
): Header | null {
  const head = lines.slice(0, HEADER_WITHIN);
  let best: Header | null = null;
  for (const [at, line] of head.entries()) {
    if (line.cells.length < 2 || line.cells.some((cell) => typeof cell === 'number')) continue;
    const header = headerOf(line, at, profile);
    if (header.known === 0 || missingColumns(profile, header.places).length > 0) continue;
    if (!best || header.known > best.known) best = header;
  }
  return best && hasMark(head.slice(0, best.at + 1), profile, fileName) ? best : null;
}

/**
 * Where the table of a file begins that must be of this profile.
 * @throws LapakError STATEMENT_UNFIT, with the titles that it has not
 */
export function needHeader(lines: readonly GridLine[], profile: Profile, fileName = ''): Header {
  const header = findHeader(lines, { ...profile, marks: [] }, fileName);
  if (header) return header;
  const nearest = nearestHeader(lines, profile);
  const columns = missingColumns(profile, nearest?.places ?? new Map()).join(', ');
  throw new LapakError('STATEMENT_UNFIT', { profile: profile.name, columns });
}

/** The line that has most of the titles, for a reason. */
function nearestHeader(lines: readonly GridLine[], profile: Profile): Header | null {
  const found = lines.slice(0, HEADER_WITHIN).map((line, at) => headerOf(line, at, profile));
  return found.reduce<Header | null>(
    (best, header) => (header.known > (best?.known ?? 0) ? header : best),
    null,
  );
}

function headerOf(line: GridLine, at: number, profile: Profile): Header {
  const titles = line.cells.map(cellText);
  const folded = titles.map(foldTitle);
  const keys = cellKeys(line.cells);
  const places = new Map<string, number[]>();
  const taken = new Set<number>();
  for (const [column, names] of Object.entries<readonly string[]>(profile.columns)) {
    const found = folded.flatMap((title, place) =>
      isTitle(title, names) || names.includes(keys[place] ?? '') ? [place] : [],
    );
    const free = found.filter((place) => !taken.has(place));
    if (free.length === 0) continue;
    places.set(column, free);
    for (const place of free) taken.add(place);
  }
  // A place alone is no title: other lines have a fifth cell too.
  const titled = Object.values<readonly string[]>(profile.columns).flat();
  const known = [...taken].filter((place) => isTitle(folded[place] ?? '', titled)).length;
  const amount = places.get('amount')?.[0];
  if (profile.kind === 'statement' && amount !== undefined && !places.has('sign')) {
    const isUntitled = folded[amount + 1] === '' && amount + 2 < folded.length;
    if (isUntitled) places.set('sign', [amount + 1]);
  }
  return { at, places, titles, known };
}

/**
 * How a profile names each cell of a line of titles: folded as it stands, or `#5` for the fifth
 * where it is blank or stands twice.
 */
export function cellKeys(cells: readonly GridCell[]): string[] {
  const folded = cells.map((cell) => foldTitle(cellText(cell)).slice(0, TITLE_MAX));
  return folded.map((title, at) => {
    const isOwn = title !== '' && folded.indexOf(title) === folded.lastIndexOf(title);
    return isOwn ? title : `#${at + 1}`;
  });
}

/** A title in two languages, `Tanggal/Date`, is known by either. */
export function isTitle(title: string, names: readonly string[]): boolean {
  if (title === '') return false;
  if (names.includes(title)) return true;
  return title.includes('/') && title.split('/').some((part) => names.includes(part.trim()));
}

/** Whether a file is of the bank of a profile, by what stands up to its titles or in its name. */
export function hasMark(
  head: readonly GridLine[],
  { marks }: Pick<Profile, 'marks'>,
  fileName: string,
): boolean {
  if (marks.length === 0) return true;
  const text = foldTitle(
    [fileName, ...head.flatMap(({ cells }) => cells.map(cellText))].join('\n').slice(0, 20_000),
  );
  return marks.some((mark) => text.includes(mark));
}

function titleOf(profile: Profile, column: string): string {
  const names = new Map(Object.entries<readonly string[]>(profile.columns)).get(column);
  return names?.[0] ?? column;
}
