import type { JournalRecord } from '../../../domain/journal/record.ts';
import type { TenderStateTable } from './claim-tables.ts';

/** The rows of claimed tenders that stem from one record. */
export interface TenderStateRows {
  readonly tender_state: readonly TenderStateTable[];
}

/** @param position of the record in the journal */
export function projectTenderState(position: number, record: JournalRecord): TenderStateRows {
  if (record.type !== 'tender-state') return { tender_state: [] };
  const { head, body } = record;
  return {
    tender_state: [
      {
        record: position,
        uuid: body.id,
        ref: head.ref,
        number: body.number,
        tender: body.tender,
        state: head.state,
        found_by: body.by,
        reference: body.reference ?? null,
        row_hash: body.row ?? null,
        note: body.note,
        at_ms: head.at,
        cashier: head.cashier,
      },
    ],
  };
}
