import type { JournalRecord } from '../../../domain/journal/record.ts';
import type { TrainingTable } from './sale-tables.ts';

/** The rows of training that stem from one record, by table. */
export interface TrainingRows {
  readonly training: readonly TrainingTable[];
}

/**
 * Nothing of a sale that was practised is in the tables of sales, stock and shifts.
 * @param position of the record in the journal
 */
export function projectTraining(position: number, record: JournalRecord): TrainingRows {
  if (record.type !== 'training') return { training: [] };
  const { id: uuid, number } = record.body;
  return { training: [{ record: position, uuid, number }] };
}
