import { tidyCell } from '../tables/cell-text.ts';
import {
  type ColumnTitles,
  type FileColumns,
  findTitled,
  fitsTitles,
  unknownTitles,
} from '../tables/columns.ts';
import { decideDecimals, numberColumn, numberStyleDoubtful } from '../tables/number-style.ts';
import type { DecimalMark } from '../tables/read-number.ts';
import { isMonthFirst } from '../tables/cell-date.ts';
import type { Refusal } from './import-reason.ts';
import type { GoodRow, KindRules } from './kind-rules.ts';
import { kindRules } from './kinds.ts';
import { type FileStyle, rowReader } from './row-reader.ts';
import type { KnownRows, Organisation, OrganisationKind, RowOf } from './rows.ts';

/** A row of a file below its titles; `fault` when its line cannot be taken apart. */
export interface FileRow {
  /** 1 is the first of the file. */
  readonly line: number;
  readonly cells: readonly string[];
  readonly fault: 'quote' | 'lineTooLong' | null;
}

/** A file as it was taken apart. */
export interface OrganisationFile {
  readonly header: readonly string[];
  /** Those that are not blank. */
  readonly rows: readonly FileRow[];
}

/** One cell that changes, as it stands in a file; `old` is empty for what is new. */
export interface CellChange {
  /** Title of the column. */
  readonly column: string;
  readonly old: string;
  readonly new: string;
}

/** What becomes of a row that comes in. */
export interface PlannedRow<K extends OrganisationKind> extends GoodRow<K> {
  readonly becomes: 'added' | 'updated' | 'unchanged';
  readonly changes: readonly CellChange[];
}

/** What an import does. rows = planned + the lines of `refused`. */
export interface ImportPlan<K extends OrganisationKind> {
  readonly kind: K;
  readonly rowCount: number;
  readonly planned: readonly PlannedRow<K>[];
  /** By line. */
  readonly refused: readonly Refusal[];
  readonly columns: FileColumns<string>;
  /** Titles of the file that mean nothing here. */
  readonly unknownColumns: readonly string[];
}

/**
 * Plans an import: what becomes of each row of a file, against what is known. A row comes in whole
 * or stays out with every reason; the others come in all the same. A column that the file has not
 * changes nothing.
 * @param decimal of columns of numbers that prove none
 * @throws LapakError CSV_COLUMN_MISSING, CSV_COLUMN_TWICE, NUMBER_STYLE_DOUBTFUL
 */
export function planImport<K extends OrganisationKind>(
  kind: K,
  file: OrganisationFile,
  known: Organisation,
  decimal: DecimalMark | null,
): ImportPlan<K> {
  const rules: KindRules<K> = kindRules[kind];
  const columns = findTitled(file.header, rules.titles, rules.required);
  const style = styleOf(file, columns, rules, decimal);
  const { good, refused } = readRows(file, style, rules, known);
  const before = rowsOf(kind, known);
  const planned = good.map((row) => becoming(row, before.get(row.key), rules, columns));
  const changed = planned.filter(({ becomes }) => becomes !== 'unchanged');
  const unsettled = rules.settle?.(changed, known) ?? [];
  const out = new Set(unsettled.map(({ line }) => line));
  return {
    kind,
    rowCount: file.rows.length,
    planned: planned.filter(({ line }) => !out.has(line)),
    refused: [...refused, ...unsettled].sort((a, b) => a.line - b.line),
    columns,
    unknownColumns: unknownTitles(columns),
  };
}

/** What is known once a plan was carried out, for the file that comes after it. */
export function afterPlan<K extends OrganisationKind>(
  known: Organisation,
  { kind, planned }: ImportPlan<K>,
): Organisation {
  const rows = new Map([
    ...rowsOf(kind, known),
    ...planned.map(({ key, row }) => [key, row] as const),
  ]);
  return { ...known, [kind]: rows };
}

function rowsOf<K extends OrganisationKind>(kind: K, known: KnownRows): KnownRows[K] {
  return known[kind];
}

/** Title of a column in the file; what it is called where the file has none. */
export function titleIn(plan: ImportPlan<OrganisationKind>, column: string): string {
  return titleOf(plan.columns, kindRules[plan.kind].titles, column);
}

/** How the numbers and dates of the whole file are written. */
function styleOf(
  { rows }: OrganisationFile,
  columns: FileColumns<string>,
  { titles, numbers = [], dates = [] }: KindRules<OrganisationKind>,
  decimal: DecimalMark | null,
): FileStyle<string> {
  const cellsOf = (column: string) => {
    const place = columns.places[column] ?? -1;
    return rows.filter(({ fault }) => fault === null).map(({ cells }) => cells[place] ?? '');
  };
  const styles = numbers.map(({ column, isRupiah }) => {
    const style = numberColumn(titleOf(columns, titles, column), { isRupiah });
    for (const cell of cellsOf(column)) style.add(cell);
    return style;
  });
  const decided = decideDecimals(styles, decimal);
  if ('doubt' in decided) throw numberStyleDoubtful(decided.doubt);
  const marks = numbers.map(({ column }, at) => [column, decided.decimals[at] ?? ',']);
  const hasMonthFirst = dates.some((column) => {
    return cellsOf(column).some((cell) => isMonthFirst(tidyCell(cell)));
  });
  return { columns, decimals: Object.fromEntries(marks), hasMonthFirst };
}

/** The rows that are good by themselves, each key once, and why the others are not. */
function readRows<K extends OrganisationKind>(
  { rows }: OrganisationFile,
  style: FileStyle<string>,
  rules: KindRules<K>,
  known: Organisation,
) {
  const read = rules.begin(known);
  const good: GoodRow<K>[] = [];
  const refused: Refusal[] = [];
  for (const { line, cells, fault } of rows) {
    const reader = rowReader(line, cells, style);
    const { titles } = style.columns;
    if (fault !== null) reader.refuse('', fault, cells.join(' '));
    else if (!fitsTitles(cells, titles)) {
      reader.refuse('', 'cellsWrong', `${cells.length} / ${titles.length}`);
    } else {
      const row = read(reader);
      if (reader.refused.length === 0) good.push({ line, key: rules.keyOf(row), row });
    }
    refused.push(...reader.refused);
  }
  const again = repeated(good, known, rules);
  const isAgain = new Set(again.map(({ line }) => line));
  return { good: good.filter(({ line }) => !isAgain.has(line)), refused: [...refused, ...again] };
}

/** Rows whose key another line has, or something known has in other capital letters. */
function repeated<K extends OrganisationKind>(
  good: readonly GoodRow<K>[],
  known: Organisation,
  rules: KindRules<K>,
): Refusal[] {
  const taken = new Map(
    [...rowsOf(rules.kind, known).keys()].map((key) => [key.toLowerCase(), key]),
  );
  const lines = new Map<string, number>();
  return good.flatMap(({ line, key }): Refusal[] => {
    const refusal = { line, column: rules.own, value: key };
    const first = lines.get(key);
    if (first !== undefined) return [{ ...refusal, reason: 'twice', other: String(first) }];
    const other = taken.get(key.toLowerCase());
    if (other !== undefined && other !== key) return [{ ...refusal, reason: 'codeCase', other }];
    lines.set(key, line);
    taken.set(key.toLowerCase(), key);
    return [];
  });
}

function becoming<K extends OrganisationKind>(
  good: GoodRow<K>,
  before: RowOf<K> | undefined,
  rules: KindRules<K>,
  columns: FileColumns<string>,
): PlannedRow<K> {
  const now = rules.cells(good.row);
  const old = before && rules.cells(before);
  const changes = Object.entries(now).flatMap(([column, cell]): CellChange[] => {
    const change = { old: String(old?.[column] ?? ''), new: String(cell) };
    if (change.old === change.new) return [];
    return [{ column: titleOf(columns, rules.titles, column), ...change }];
  });
  const becomes = !before ? 'added' : changes.length > 0 ? 'updated' : 'unchanged';
  return { ...good, becomes, changes };
}

function titleOf(
  { places, titles }: FileColumns<string>,
  known: ColumnTitles<string>,
  column: string,
): string {
  return titles[places[column] ?? -1] ?? known[column]?.[0] ?? column;
}
