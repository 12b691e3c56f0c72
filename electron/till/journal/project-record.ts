import type { JournalRecord } from '../../../domain/journal/record.ts';
import { type FeeRows, projectFee } from '../fees/project-fee.ts';
import { projectTenderState, type TenderStateRows } from '../payments/project-tender-state.ts';
import { projectSale, type SaleRows } from '../sales/project-sale.ts';
import { projectTraining, type TrainingRows } from '../sales/project-training.ts';
import { projectShift, type ShiftRows } from '../shifts/project-shift.ts';
import type { ActTable } from './journal-tables.ts';
import { projectAct } from './project-act.ts';

/** The rows that stem from one record, by table. */
export interface ProjectedRows extends SaleRows, TrainingRows, TenderStateRows, ShiftRows, FeeRows {
  readonly act: readonly ActTable[];
}

/**
 * The one way from a record to rows, for every act, replay, verify and rebuild. Every column is
 * what the record says and nothing else.
 * @param position of the record in the journal
 */
export function projectRecord(position: number, record: JournalRecord): ProjectedRows {
  return {
    ...projectSale(position, record),
    ...projectTenderState(position, record),
    ...projectTraining(position, record),
    ...projectShift(position, record),
    ...projectFee(position, record),
    act: projectAct(position, record),
  };
}
