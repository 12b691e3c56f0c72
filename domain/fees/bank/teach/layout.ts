import { z } from 'zod';
import { isBlankLine, type GridCell, type GridLine } from '../../../tables/grid.ts';
import { decimalMarks } from '../../../tables/read-number.ts';
import { cellKeys } from '../find-header.ts';
import { dateOrders } from '../profile.ts';

/** What a column of a statement can hold, as a person chooses it. */
const statementRoles = [
  'date',
  'description',
  'amount',
  'sign',
  'debit',
  'credit',
  'balance',
  'reference',
  'account',
  'currency',
] as const;
/** What a column of a settlement can hold. */
const settlementRoles = [
  'paid',
  'paidTime',
  'settled',
  'gross',
  'fee',
  'tax',
  'other',
  'net',
  'nmid',
  'merchant',
  'terminal',
  'reference',
  'invoice',
  'batch',
  'issuer',
  'kind',
  'status',
  'currency',
] as const;

/** A kind of column; empty: it is left out. */
export const Role = z.enum([...new Set([...statementRoles, ...settlementRoles]), '']);
export type Role = z.output<typeof Role>;

/** Most lines and columns of a file that are looked at, and most characters of a cell. */
export const LOOKED_LINES = 90;
export const LOOKED_COLUMNS = 60;
export const LOOKED_CHARACTERS = 200;

const words = z.array(z.string()).max(60);

/** How a person tells a file to be read: what a profile is made of. */
export const Layout = z.strictObject({
  kind: z.enum(['statement', 'settlement']),
  /** Which of the lines has the titles, 0 is the first; null where none looks like it. */
  titlesAt: z.int().nullable(),
  /** What each column holds, from the left. */
  columns: z.array(Role).max(LOOKED_COLUMNS),
  dates: z.enum(dateOrders),
  decimal: z.enum(['auto', ...decimalMarks]),
  isInSen: z.boolean(),
  hasBareText: z.boolean(),
  /** Words for in and out, in capitals. */
  signs: z.strictObject({ in: words, out: words }),
  unsigned: z.enum(['auto', 'in', 'out', 'refused']),
});
export type Layout = z.output<typeof Layout>;

/** The roles that a kind of file has. */
export function rolesOf(kind: Layout['kind']): readonly Role[] {
  return kind === 'statement' ? statementRoles : settlementRoles;
}

/** Roles that several columns can have at once: their text is joined, or their sums added. */
export function isShared(kind: Layout['kind'], role: Role): boolean {
  return kind === 'statement'
    ? role === 'description'
    : role === 'fee' || role === 'tax' || role === 'other';
}

/** The columns, once one of them has another role; one that only one may have is taken over. */
export function withRole({ kind, columns }: Layout, at: number, role: Role): Role[] {
  const isTaken = role !== '' && !isShared(kind, role);
  return columns.map((before, place) => {
    if (place === at) return role;
    return isTaken && before === role ? '' : before;
  });
}

/** What is missing before a file can be read: each item one of the roles that would do. */
export function missingRoles({ kind, columns }: Layout): Role[][] {
  const has = (role: Role) => columns.includes(role);
  if (kind === 'settlement') {
    return [
      ...(has('gross') ? [] : [['gross' as const]]),
      ...(has('paid') || has('settled') ? [] : [['paid' as const, 'settled' as const]]),
    ];
  }
  const date = has('date') ? [] : [['date' as const]];
  if (has('amount') || (has('debit') && has('credit'))) return date;
  if (has('debit')) return [...date, ['credit']];
  if (has('credit')) return [...date, ['debit']];
  return [...date, ['amount']];
}

/** The lines below the titles that have something in them, and no more cells than titles. */
export function bodyOf(lines: readonly GridLine[], { titlesAt, columns }: Below): GridLine[] {
  if (titlesAt === null) return [];
  return lines
    .slice(titlesAt + 1)
    .filter((line) => !isBlankLine(line) && line.cells.length <= columns.length + 1);
}
type Below = Pick<Layout, 'titlesAt'> & { readonly columns: readonly unknown[] };

/** What stands in the first column of this role, row by row, without what is blank. */
export function cellsOf(lines: readonly GridLine[], layout: Layout, role: Role): GridCell[] {
  const at = layout.columns.indexOf(role);
  if (at < 0) return [];
  return bodyOf(lines, layout).flatMap(({ cells }) => {
    const cell = cells[at];
    return cell === undefined || cell === null || String(cell).trim() === '' ? [] : [cell];
  });
}

/** How a profile names each column of this line of titles: see cellKeys(). */
export function keysOf(lines: readonly GridLine[], { titlesAt }: Pick<Layout, 'titlesAt'>) {
  return cellKeys((titlesAt === null ? undefined : lines[titlesAt])?.cells ?? []);
}
