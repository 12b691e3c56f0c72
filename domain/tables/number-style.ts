import { LapakError } from '../errors.ts';
import { tidyCell } from './cell-text.ts';
import { bareNumber, type DecimalMark, decimalMarks } from './read-number.ts';

/** How a column writes its numbers, as far as its cells tell. */
export interface NumberColumn {
  readonly title: string;
  /** Whole rupiah: `15.000` is fifteen thousand, since no price has three decimals. */
  readonly isRupiah: boolean;
  /** Takes in what a cell tells. */
  add(cell: string): void;
  /** Cells that can only be read with this decimal mark. */
  readonly proofs: Readonly<Record<DecimalMark, number>>;
  /** Cells like `15.000`, by the mark that stands in them: thousands or decimals. */
  readonly groups: Readonly<Record<DecimalMark, number>>;
  /** The first of those cells. */
  readonly example: Readonly<Record<DecimalMark, string>>;
}

/** One way to read a cell that has two. */
export interface NumberReading {
  readonly decimal: DecimalMark;
  /** What the example then is, in thousandths. */
  readonly valueMilli: number;
}

/** A column that can be read in two ways, of which nothing in the file proves one. */
export interface NumberDoubt {
  readonly column: string;
  readonly example: string;
  readonly asThousands: NumberReading;
  readonly asDecimal: NumberReading;
}

/** A column of which nothing is known yet. */
export function numberColumn(title: string, { isRupiah }: { isRupiah: boolean }): NumberColumn {
  const proofs = { ',': 0, '.': 0 };
  const groups = { ',': 0, '.': 0 };
  const example = { ',': '', '.': '' };
  return {
    title,
    isRupiah,
    proofs,
    groups,
    example,
    add: (cell) => {
      const text = bareNumber(tidyCell(cell));
      const proven = provenMark(text);
      if (proven) proofs[proven] += 1;
      const [, grouped] = /^-?[1-9]\d{0,2}([.,])\d{3}$/.exec(text) ?? [];
      const mark = decimalMarks.find((known) => known === grouped);
      if (!mark) return;
      groups[mark] += 1;
      example[mark] ||= tidyCell(cell);
    },
  };
}

/**
 * The decimal mark of each column, decided by all cells of the file: what a column proves itself,
 * else what was `given`, else what the other columns prove, else what a price column is by custom
 * (`15.000` is fifteen thousand). A doubt is told instead of guessed: groups of three of which
 * nothing proves the meaning; those of a column that proves both marks; and a price that the file's
 * own decimal mark would make a thousand times smaller.
 */
export function decideDecimals(
  columns: readonly NumberColumn[],
  given: DecimalMark | null,
): { readonly decimals: readonly DecimalMark[] } | { readonly doubt: NumberDoubt } {
  const proven = new Set(columns.map(ownMark).filter((mark) => mark !== null));
  const customary = new Set(columns.map(customaryMark).filter((mark) => mark !== null));
  const ofFile = onlyOne(proven.size > 0 ? proven : customary);
  const decimals: DecimalMark[] = [];
  for (const column of columns) {
    const likely = ownMark(column) ?? given ?? ofFile ?? customaryMark(column);
    const wrong = doubtfulMark(column, likely, proven);
    if (wrong && given === null) return { doubt: doubtOf(column, wrong) };
    decimals.push((wrong ? given : likely) ?? ',');
  }
  return { decimals };
}

/** The doubt as a failure, where nobody can be asked. */
export function numberStyleDoubtful(doubt: NumberDoubt): LapakError {
  const { column, example, asThousands, asDecimal } = doubt;
  return new LapakError('NUMBER_STYLE_DOUBTFUL', {
    column,
    example,
    thousandsMilli: asThousands.valueMilli,
    thousandsMark: asThousands.decimal,
    decimalMilli: asDecimal.valueMilli,
    decimalMark: asDecimal.decimal,
  });
}

/** The mark of the groups that could be read wrongly, if the column's decimal mark is `likely`. */
function doubtfulMark(
  column: NumberColumn,
  likely: DecimalMark | null,
  proven: ReadonlySet<DecimalMark>,
): DecimalMark | null {
  const { proofs, groups, isRupiah } = column;
  const grouped = groups[','] > groups['.'] ? ',' : '.';
  if (groups[grouped] === 0) return null;
  if (likely === null || (proofs[','] > 0 && proofs['.'] > 0)) return grouped;
  if (!isRupiah) return null;
  const decimals = ownMark(column) === null ? [likely, ...proven] : [likely];
  return decimals.find((mark) => groups[mark] > 0) ?? null;
}

function doubtOf({ title, example }: NumberColumn, mark: DecimalMark): NumberDoubt {
  const digits = Number(bareNumber(example[mark]).replace(mark, ''));
  return {
    column: title,
    example: example[mark],
    asThousands: { decimal: otherMark(mark), valueMilli: digits * 1000 },
    asDecimal: { decimal: mark, valueMilli: digits },
  };
}

/** The mark that more cells of the column prove. */
function ownMark({ proofs }: NumberColumn): DecimalMark | null {
  if (proofs[','] === proofs['.']) return null;
  return proofs[','] > proofs['.'] ? ',' : '.';
}

/** What a price column writes if all its groups are thousands, as is custom. */
function customaryMark({ isRupiah, groups }: NumberColumn): DecimalMark | null {
  if (!isRupiah || groups[','] === groups['.']) return null;
  return groups['.'] > groups[','] ? ',' : '.';
}

/** The mark that this number can only have as its decimal mark; null where it tells nothing. */
function provenMark(text: string): DecimalMark | null {
  if (/^-?[1-9]\d{0,2}(\.\d{3})+,\d*$/.test(text)) return ',';
  if (/^-?[1-9]\d{0,2}(,\d{3})+\.\d*$/.test(text)) return '.';
  if (/^-?[1-9]\d{0,2}(\.\d{3}){2,}$/.test(text)) return ',';
  if (/^-?[1-9]\d{0,2}(,\d{3}){2,}$/.test(text)) return '.';
  const [, whole = '', mark, rest = ''] = /^-?(\d+)([.,])(\d*)$/.exec(text) ?? [];
  const isGroup = rest.length === 3 && /^[1-9]\d{0,2}$/.test(whole);
  return isGroup ? null : (decimalMarks.find((known) => known === mark) ?? null);
}

function otherMark(mark: DecimalMark): DecimalMark {
  return mark === ',' ? '.' : ',';
}

function onlyOne(marks: ReadonlySet<DecimalMark>): DecimalMark | null {
  return marks.size === 1 ? ([...marks][0] ?? null) : null;
}
