import { LapakError } from '../../errors.ts';
import { decideDecimals, numberColumn } from '../../tables/number-style.ts';
import type { DecimalMark } from '../../tables/read-number.ts';
import {
  type AmountParts,
  directionOf,
  plainMark,
  senOfParts,
  splitAmount,
} from './bank-amount.ts';
import type { Header } from './find-header.ts';
import type { StatementProfile } from './profile.ts';
import type { Body } from './read-body.ts';
import type { Labelled } from './read-label.ts';

/** What the file states beside its rows, in sen; null where it does not, or not readably. */
export interface StatedSums {
  readonly opening: number | null;
  readonly closing: number | null;
  readonly credits: number | null;
  readonly debits: number | null;
}

/** How the numbers of a whole file are written. */
export interface NumberStyle {
  readonly decimals: Readonly<Record<AmountColumn, DecimalMark>>;
  /** What an amount without a sign is; null: such a row is refused. */
  readonly unsigned: 1 | -1 | null;
  readonly stated: StatedSums;
}

const amountColumns = ['amount', 'debit', 'credit', 'balance'] as const;
type AmountColumn = (typeof amountColumns)[number];

/**
 * Decides by all rows how the file writes its numbers and signs.
 * @throws LapakError STATEMENT_NUMBERS_DOUBTFUL when a column can be read in two ways
 */
export function decideStyle(
  { rows, opening }: Body,
  header: Header,
  profile: StatementProfile,
  labelled: Labelled,
): NumberStyle {
  const label = (text: string | number | null) => (text === null ? null : splitAmount(text));
  const beside = {
    opening: label(labelled.opening) ?? opening,
    closing: label(labelled.closing),
    credits: label(labelled.credits),
    debits: label(labelled.debits),
  };
  const columns = amountColumns.map((column) => {
    const title = header.titles[header.places.get(column)?.[0] ?? -1] ?? column;
    const counted = numberColumn(title, { isRupiah: true });
    for (const row of rows) add(row[column]);
    if (column === 'balance') for (const parts of Object.values(beside)) add(parts);
    return counted;

    function add(parts: AmountParts | null) {
      // Digits alone prove nothing.
      if (typeof parts?.bare === 'string' && /[.,]/.test(parts.bare)) counted.add(parts.bare);
    }
  });
  const decided = decideDecimals(columns, profile.decimal === 'auto' ? null : profile.decimal);
  if ('doubt' in decided) {
    const { column, example } = decided.doubt;
    throw new LapakError('STATEMENT_NUMBERS_DOUBTFUL', { column, example });
  }
  const [amount = ',', debit = ',', credit = ',', balance = ','] = decided.decimals;
  return {
    decimals: { amount, debit, credit, balance },
    unsigned: unsignedOf(rows, profile),
    stated: {
      opening: stated(beside.opening),
      closing: stated(beside.closing),
      credits: stated(beside.credits),
      debits: stated(beside.debits),
    },
  };

  function stated(parts: AmountParts | null): number | null {
    if (!parts) return null;
    const sen = senOfParts(parts, balance, profile.isInSen);
    const direction = directionOf(parts.marks, profile.signs);
    if (typeof sen !== 'number' || direction === null) return null;
    return direction < 0 ? -sen : sen;
  }
}

/** An amount without a sign is the opposite of the only sign that the others have. */
function unsignedOf(rows: Body['rows'], profile: StatementProfile): 1 | -1 | null {
  if (profile.unsigned !== 'auto') {
    return { in: 1, out: -1, refused: null }[profile.unsigned] as 1 | -1 | null; // the three above
  }
  const found = new Set<1 | -1>();
  for (const { amount, sign } of rows) {
    if (!amount) continue;
    const marks = sign === '' ? amount.marks : [...amount.marks, plainMark(sign)];
    const direction = directionOf(marks, profile.signs);
    if (direction) found.add(direction);
    if (found.size === 2) break;
  }
  // Both: `+` and `-` stand at each amount, so that one without was damaged; but a sheet of numbers
  // or a column of minus signs alone leaves what comes in without one.
  if (found.size !== 1) return null;
  return found.has(-1) ? 1 : -1;
}
