import { foldTitle } from '../../tables/columns.ts';
import { type DaySpan, daysIn } from './bank-date.ts';
import { cellText, type GridCell, type GridLine } from '../../tables/grid.ts';
import type { LabelKind, StatementProfile } from './profile.ts';

/** What the lines beside the table tell; sums are still as they were written. */
export interface Labelled {
  account: string | null;
  currency: string | null;
  period: DaySpan;
  opening: string | number | null;
  closing: string | number | null;
  credits: string | number | null;
  debits: string | number | null;
}

/** A value of which nothing is known yet. */
export function noLabels(): Labelled {
  return {
    account: null,
    currency: null,
    period: { from: null, to: null },
    opening: null,
    closing: null,
    credits: null,
    debits: null,
  };
}

const TEXT_MAX = 300;
const kinds = [
  'opening',
  'closing',
  'account',
  'period',
  'currency',
  'credits',
  'debits',
  'ignored',
] as const satisfies readonly LabelKind[];

/** The kind of label with which a text begins, and what follows it; null without one. */
export function labelOf(
  text: string,
  labels: StatementProfile['labels'],
): { readonly kind: LabelKind; readonly rest: string } | null {
  const folded = foldTitle(text.slice(0, TEXT_MAX).replace(/^['"\s]+/, ''));
  for (const kind of kinds) {
    for (const label of labels[kind]) {
      // `kredit` begins `Kredit : 5` and `Kredit/Credit`, not `Kreditur`.
      if (!folded.startsWith(label) || /[a-z0-9]/.test(folded.charAt(label.length))) continue;
      return { kind, rest: folded.slice(label.length) };
    }
  }
  return null;
}

/**
 * Takes in what a line beside the table tells; the first account, period and opening balance count,
 * and the last closing balance.
 * @returns the kind of its label; null when the line has none
 */
export function takeLabel(
  into: Labelled,
  line: GridLine,
  profile: StatementProfile,
): LabelKind | null {
  const at = line.cells.findIndex((cell) => cellText(cell) !== '');
  const found = labelOf(cellText(line.cells[at]), profile.labels);
  if (!found) return null;
  const { kind, rest } = found;
  const others = line.cells.slice(at + 1);
  switch (kind) {
    case 'account':
      into.account ??= accountIn([rest, ...others.map(cellText)]);
      break;
    case 'currency':
      into.currency ??= currencyIn([rest, ...others.map(cellText)].join(' '));
      break;
    case 'period':
      if (into.period.to === null) into.period = periodIn([rest, ...others], profile);
      break;
    case 'opening':
      into.opening ??= amountIn(rest, others);
      break;
    case 'closing':
      into.closing = amountIn(rest, others) ?? into.closing;
      break;
    case 'credits':
    case 'debits':
      into[kind] = amountIn(rest, others) ?? into[kind];
      break;
    case 'ignored':
      break;
  }
  return kind;
}

/** The digits of a number of an account, with or without hyphens, points and blanks. */
export function accountIn(texts: readonly string[]): string | null {
  for (const text of texts) {
    const [found] = /\d(?:[-. ]?\d){4,33}/.exec(text) ?? [];
    if (found) return found.replace(/\D/g, '');
  }
  return null;
}

/** The code of a currency, `IDR` for the rupiah however it is written; null for none. */
export function currencyIn(text: string): string | null {
  const found = text.toUpperCase().match(/[A-Z]{2,}/g) ?? [];
  if (found.length === 0) return null;
  if (found.some((word) => ['IDR', 'RP', 'RUPIAH'].includes(word))) return 'IDR';
  return found.find((word) => word.length === 3) ?? null;
}

function periodIn(cells: readonly GridCell[], profile: StatementProfile): DaySpan {
  const days = daysIn(cells.map(cellText).join(' '), profile.dates).sort();
  return { from: days[0] ?? null, to: days.at(-1) ?? null };
}

/** The amount behind a label, or in a cell after it. */
function amountIn(rest: string, others: readonly GridCell[]): string | number | null {
  const [own] = /[-+(−]?\s*(?:rp\.?|idr)?\s*[.,]?\d[\d.,]*\)?\s*[a-z-]{0,3}\.?$/i.exec(rest) ?? [];
  if (own !== undefined) return own;
  return others.find((cell) => cell !== null && /\d/.test(cellText(cell))) ?? null;
}
