import { type CatalogColumns, titleOf } from './catalog-columns.ts';
import type { Refusal } from './catalog-row.ts';
import {
  type ImportReport,
  LISTED_MAX,
  type PlanKind,
  type PlannedProduct,
} from './import-report.ts';
import type { Note } from './row-notes.ts';
import { reasonsByRow } from '../tables/row-reasons.ts';
import type { Translator } from '../text.ts';
import type { ProductPlan } from './plan-product.ts';

/** What is told at the end of an import, except for what is no count. */
type Counted = Omit<
  ImportReport,
  'rejectedFile' | 'unknownColumns' | 'catalogVersion' | 'cancelled'
>;

/** Counts what becomes of each row and product of a file. */
export interface ImportTally {
  refuse(refused: readonly Refusal[]): void;
  add(plan: ProductPlan): void;
  report(rows: number): Counted;
  /** Why each rejected row is, in words, by its line. */
  reasons(speaker: Translator): Map<number, string>;
}

/** Nothing is counted yet. */
export function importTally(columns: CatalogColumns): ImportTally {
  const rows: Record<PlanKind, number> = { added: 0, updated: 0, unchanged: 0 };
  const products: Record<PlanKind, number> = { added: 0, updated: 0, unchanged: 0 };
  const changes: PlannedProduct[] = [];
  const notes: Note[] = [];
  const refused: Refusal[] = [];
  let noteCount = 0;
  const titled = <T extends { readonly column: Refusal['column'] }>(cell: T) => {
    return { ...cell, column: cell.column === '' ? '' : titleOf(columns, cell.column) };
  };
  const rejected = () => refused.toSorted((a, b) => a.row - b.row).map(titled);
  return {
    refuse: (cells) => {
      for (const cell of cells) refused.push(cell);
    },
    add: (plan) => {
      for (const { kind } of plan.rows) rows[kind] += 1;
      for (const cell of plan.refused) refused.push(cell);
      noteCount += plan.notes.length;
      notes.push(...plan.notes.slice(0, LISTED_MAX - notes.length));
      const kind = kindOfProduct(plan);
      if (!kind) return;
      products[kind] += 1;
      if (kind !== 'unchanged' && changes.length < LISTED_MAX) changes.push(planned(plan, kind));
    },
    report: (total) => {
      const rejectedRows = new Set(refused.map(({ row }) => row)).size;
      const told = rows.added + rows.updated + rows.unchanged + rejectedRows;
      return {
        rows: total,
        ...rows,
        rejectedRows,
        remaining: total - told,
        products,
        changes,
        notes: notes.toSorted((a, b) => a.row - b.row).map(titled),
        noteCount,
        rejected: rejected(),
      };
    },
    reasons: (speaker) => {
      const told = rejected().map(({ row, column, reason, value, other }) => {
        return { row, column, sentence: speaker.text(`import.reason.${reason}`, { value, other }) };
      });
      return reasonsByRow(told);
    },
  };
}

function kindOfProduct({ rows, known }: ProductPlan): PlanKind | undefined {
  if (rows.length === 0) return undefined;
  if (!known) return 'added';
  return rows.some(({ kind }) => kind === 'updated') ? 'updated' : 'unchanged';
}

function planned({ code, rows, known }: ProductPlan, kind: PlanKind): PlannedProduct {
  const name = known?.shelf.name ?? rows[0]?.name ?? '';
  return { code, name, kind, changes: rows.flatMap(({ changes }) => changes) };
}
