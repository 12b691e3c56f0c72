import { cellText, type GridCell, type GridLine } from '../../../tables/grid.ts';
import { decideDecimals, numberColumn } from '../../../tables/number-style.ts';
import { splitAmount } from '../bank-amount.ts';
import { isMonthFirstDay } from '../bank-date.ts';
import { HEADER_WITHIN } from '../find-header.ts';
import { guessColumns, isDay } from './guess-columns.ts';
import { bodyOf, cellsOf, type Layout, type Role } from './layout.ts';
import { guessSigns, signWords } from './signs.ts';
import { kindOf, knownRole } from './title-roles.ts';

/** What a person said already. */
type Given = Partial<Pick<Layout, 'kind' | 'titlesAt'>>;

/** How a file seems to be read: by its titles, else by what stands below them. */
export function guessLayout(lines: readonly GridLine[], given: Given = {}): Layout {
  const titlesAt = given.titlesAt ?? titlesPlace(lines);
  const titles = ((titlesAt === null ? undefined : lines[titlesAt])?.cells ?? []).map(cellText);
  const kind = given.kind ?? kindOf(titles);
  const body = bodyOf(lines, { titlesAt, columns: titles });
  const base: Layout = {
    kind,
    titlesAt,
    columns: guessColumns(kind, titles, body),
    dates: 'dmy',
    decimal: 'auto',
    isInSen: false,
    hasBareText: hasBareText(lines, titlesAt, titles.length),
    signs: { in: [], out: [] },
    unsigned: 'auto',
  };
  return {
    ...base,
    dates: guessDates(lines, base),
    decimal: guessDecimal(lines, base),
    signs: guessSigns(signWords(lines, base)),
  };
}

/** The line with most titles that are known; else the first above a day and a sum. */
function titlesPlace(lines: readonly GridLine[]): number | null {
  let best: { readonly at: number; readonly known: number } | null = null;
  const head = lines.slice(0, HEADER_WITHIN);
  for (const [at, { cells }] of head.entries()) {
    if (cells.some((cell) => typeof cell === 'number')) continue;
    const kinds = (['statement', 'settlement'] as const).map(
      (kind) => cells.filter((cell) => knownRole(cellText(cell), kind) !== '').length,
    );
    const known = Math.max(...kinds);
    if (known >= 2 && known > (best?.known ?? 0)) best = { at, known };
  }
  if (best) return best.at;
  const row = head.findIndex(({ cells }) => hasDay(cells) && cells.some(isMoney));
  return row > 0 ? row - 1 : null;
}

function hasDay(cells: readonly GridCell[]): boolean {
  return cells.some(isDay);
}

function isMoney(cell: GridCell): boolean {
  return cell !== null && cellText(cell) !== '' && splitAmount(cell) !== null;
}

/** Whether rows have more cells than there are titles: the text has separators without quotes. */
function hasBareText(lines: readonly GridLine[], titlesAt: number | null, width: number): boolean {
  if (titlesAt === null || width < 3) return false;
  return lines.slice(titlesAt + 1).some(({ cells }) => {
    const surplus = cells.slice(width).some((cell) => cellText(cell) !== '');
    return surplus && hasDay(cells.slice(0, width));
  });
}

const dayRoles: readonly Role[] = ['date', 'paid', 'settled'];
const sumRoles: readonly Role[] = ['amount', 'debit', 'credit', 'balance', 'gross', 'net'];

/** The month comes first where a day can only be read so. */
function guessDates(lines: readonly GridLine[], layout: Layout): Layout['dates'] {
  const days = dayRoles.flatMap((role) => cellsOf(lines, layout, role)).map(cellText);
  if (days.some(isMonthFirstDay)) return 'mdy';
  // Behind the year of two digits the month, then a day that is no year yet: 26/11/05.
  const isYearFirst =
    days.length > 0 && days.every((day) => /^2\d([/.-])[01]\d\1[0-3]\d$/.test(day));
  const firsts = new Set(days.map((day) => day.slice(0, 2)));
  return isYearFirst && firsts.size === 1 && days.length > 1 ? 'ymd' : 'dmy';
}

/** What the sums prove; `auto` where they prove nothing, or several things. */
function guessDecimal(lines: readonly GridLine[], layout: Layout): Layout['decimal'] {
  const columns = sumRoles.flatMap((role) => {
    const counted = numberColumn(role, { isRupiah: true });
    for (const cell of cellsOf(lines, layout, role)) {
      const bare = cell === null ? null : splitAmount(cell)?.bare;
      if (typeof bare === 'string' && /[.,]/.test(bare)) counted.add(bare);
    }
    return counted.proofs[','] + counted.proofs['.'] + counted.groups[','] + counted.groups['.'] > 0
      ? [counted]
      : [];
  });
  const decided = decideDecimals(columns, null);
  const marks = new Set('decimals' in decided ? decided.decimals : []);
  const [only] = marks;
  return only !== undefined && marks.size === 1 ? only : 'auto';
}
