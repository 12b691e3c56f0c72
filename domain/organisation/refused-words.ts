import type { RowReason } from '../tables/row-reasons.ts';
import type { Translator } from '../text.ts';
import { type ImportPlan, titleIn } from './plan-import.ts';
import type { OrganisationKind } from './rows.ts';

/** Why rows of a file stay out, in words, by line. */
export function refusedWords(plan: ImportPlan<OrganisationKind>, speaker: Translator): RowReason[] {
  return plan.refused.map(({ line, column, reason, value, other }) => ({
    row: line,
    column: column === '' ? '' : titleIn(plan, column),
    sentence: speaker.text(`organisation.reason.${reason}`, { value, other }),
  }));
}
