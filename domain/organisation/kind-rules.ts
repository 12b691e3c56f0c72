import type { ColumnTitles } from '../tables/columns.ts';
import type { Refusal } from './import-reason.ts';
import type { RowReader } from './row-reader.ts';
import type { Organisation, OrganisationKind, RowOf } from './rows.ts';

/** A row of a file that can come in, by the line on which it begins. */
export interface GoodRow<K extends OrganisationKind> {
  readonly line: number;
  readonly key: string;
  readonly row: RowOf<K>;
}

/** How rows of one kind stand in a file, and what holds for them. */
export interface KindRules<K extends OrganisationKind, C extends string = string> {
  readonly kind: K;
  readonly titles: ColumnTitles<C>;
  /** The column whose title no other kind has: it tells what a file holds. */
  readonly own: NoInfer<C>;
  readonly required: readonly NoInfer<C>[];
  /** Columns of numbers; `isRupiah` for money. */
  readonly numbers?: readonly { readonly column: NoInfer<C>; readonly isRupiah: boolean }[];
  /** Columns of dates. */
  readonly dates?: readonly NoInfer<C>[];
  /** Kinds without which a row cannot be judged. */
  readonly needs: readonly OrganisationKind[];
  /** What a row is known by; a second row with it changes the first. */
  keyOf(row: RowOf<K>): string;
  /** Begins a file: how each of its rows is read and held against what is known. */
  begin(known: Organisation): (reader: RowReader<NoInfer<C>>) => RowOf<K>;
  /** Which good rows cannot stand beside each other, or beside what is known, and why. */
  settle?(rows: readonly GoodRow<K>[], known: Organisation): readonly Refusal[];
  /** A row as it stands in a file, by column. Read back, it is the same row. */
  cells(row: RowOf<K>): Readonly<Record<NoInfer<C>, string | number>>;
}

/** The rules of one kind; the list of all no longer tells their columns apart (see kinds.ts). */
export function defineKind<K extends OrganisationKind, C extends string>(
  kind: K,
  rules: Omit<KindRules<K, C>, 'kind'>,
): KindRules<K> {
  return { kind, ...rules };
}
