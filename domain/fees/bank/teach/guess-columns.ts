import { cellText, type GridCell, type GridLine } from '../../../tables/grid.ts';
import { plainMark, splitAmount } from '../bank-amount.ts';
import { readBankDay } from '../bank-date.ts';
import { isShared, type Layout, type Role } from './layout.ts';
import { defaultSigns } from './signs.ts';
import { titleRole } from './title-roles.ts';

/** How much of a column has to look alike. */
const MOSTLY = 0.8;

/** What the cells below a title look like. */
interface Looks {
  readonly filled: number;
  readonly isDays: boolean;
  readonly isSums: boolean;
  readonly isSigns: boolean;
  readonly letters: number;
}

/** What each column seems to hold: by its title, else by what stands below it. */
export function guessColumns(
  kind: Layout['kind'],
  titles: readonly string[],
  body: readonly GridLine[],
): Role[] {
  const roles: Role[] = [];
  for (const title of titles) {
    const role = titleRole(title, kind);
    roles.push(!isShared(kind, role) && roles.includes(role) ? '' : role);
  }
  if (kind === 'settlement') return roles;
  const looks = titles.map((_, at) => looksOf(body.map(({ cells }) => cells[at])));
  const open = (fits: (of: Looks) => boolean): number[] =>
    looks.flatMap((of, at) => (roles[at] === '' && of.filled > 0 && fits(of) ? [at] : []));
  const give = (role: Role, at: number | undefined): void => {
    if (at !== undefined && !roles.includes(role)) roles[at] = role;
  };
  give('date', open(({ isDays }) => isDays)[0]);
  const hasSums = roles.includes('amount') || roles.includes('debit') || roles.includes('credit');
  if (!hasSums) giveSums();
  if (roles.includes('debit')) give('credit', open(({ isSums }) => isSums)[0]);
  if (roles.includes('amount')) give('sign', open(({ isSigns }) => isSigns)[0]);
  const texts = open(({ isDays, isSums, isSigns }) => !isDays && !isSums && !isSigns);
  give('description', texts.sort((a, b) => lettersAt(b) - lettersAt(a))[0]);
  return roles;

  function lettersAt(at: number): number {
    return looks[at]?.letters ?? 0;
  }

  /** The last full column of sums is the balance; of two that exclude each other one is debit. */
  function giveSums(): void {
    const sums = open(({ isSums }) => isSums);
    const last = sums.at(-1);
    if (!roles.includes('balance') && last !== undefined && sums.length > 1) {
      if (looks[last]?.filled === body.length) give('balance', sums.pop());
    }
    const [first, second] = sums;
    if (first === undefined) return;
    if (second === undefined || !isEitherOr(first, second)) return give('amount', first);
    const isRising = risesWith(second);
    give('debit', isRising ? first : second);
    give('credit', isRising ? second : first);
  }

  function isEitherOr(one: number, other: number): boolean {
    return body.every(({ cells }) => !isSum(cells[one]) || !isSum(cells[other]));
  }

  /** Whether the balance rises where this column has a sum; so it is of what came in. */
  function risesWith(at: number): boolean {
    const balanceAt = roles.indexOf('balance');
    let votes = 0;
    for (const [place, { cells }] of body.entries()) {
      const [now, sum] = [cells[balanceAt], cells[at]];
      if (now === undefined || !isSum(sum)) continue;
      // The newest row may stand first: the balance before this one is above or below it.
      for (const beside of [body[place - 1], body[place + 1]]) {
        const other = beside?.cells[balanceAt];
        if (other === undefined) continue;
        const rise = roughly(now) - roughly(other);
        if (Math.abs(rise) === Math.abs(roughly(sum))) votes += Math.sign(rise);
      }
    }
    return votes >= 0;
  }
}

function looksOf(cells: readonly (GridCell | undefined)[]): Looks {
  const filled = cells.filter((cell) => cellText(cell) !== '' && cellText(cell) !== '-');
  const share = (fits: (cell: GridCell | undefined) => boolean) =>
    filled.length > 0 && filled.filter(fits).length / filled.length >= MOSTLY;
  const isDays = share(isDay);
  return {
    filled: filled.length,
    isDays,
    isSums: !isDays && share((cell) => /^[-0.,]+$/.test(cellText(cell)) || isSum(cell)),
    isSigns: share((cell) => isSign(cellText(cell))),
    letters: filled.reduce<number>((sum, cell) => sum + cellText(cell).length, 0),
  };
}

/** A day, whichever part of it comes first. */
export function isDay(cell: GridCell | undefined): boolean {
  if (typeof cell !== 'string') return false;
  return readBankDay(cell, 'dmy') !== null || readBankDay(cell, 'mdy') !== null;
}

/** Money that is some; numbers of accounts and references are long, or begin with 0. */
function isSum(cell: GridCell | undefined): cell is string | number {
  if (cell === undefined || cell === null) return false;
  if (typeof cell === 'number') return cell !== 0;
  const parts = splitAmount(cell);
  if (parts === null) return false;
  const digits = String(parts.bare).replace(/\D/g, '');
  const isNumbered = /^0\d/.test(digits) || digits.length > 15;
  return !isNumbered && Number(digits) !== 0;
}

function isSign(text: string): boolean {
  const word = plainMark(text);
  return [...defaultSigns.in, ...defaultSigns.out, 'M'].includes(word);
}

/** Enough to tell which of two balances of one column is more. */
function roughly(cell: GridCell): number {
  if (typeof cell === 'number') return cell;
  const text = cellText(cell).replace(/[.,]\d{1,2}(?!\d)/, '');
  const digits = Number(text.replace(/\D/g, ''));
  return /^-|^\(|-$/.test(text) ? -digits : digits;
}
