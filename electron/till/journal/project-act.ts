import { canonicalJson } from '../../../domain/journal/canonical.ts';
import type { JournalRecord } from '../../../domain/journal/record.ts';
import { toldAct } from '../../../domain/journal/told-act.ts';
import type { ActTable } from './journal-tables.ts';

/**
 * The row of the audit trail that stems from a record; sales are in it by their own table.
 * @param position of the record in the journal
 */
export function projectAct(position: number, record: JournalRecord): readonly ActTable[] {
  const told = toldAct(record);
  if (!told) return [];
  const { head, body, type } = record;
  const approver = 'approver' in body ? (body.approver ?? null) : null;
  return [
    {
      record: position,
      type,
      at_ms: head.at,
      offset_minutes: head.offset,
      business_date: head.businessDate,
      cashier: head.cashier,
      approver,
      act: told.act,
      subject: told.subject,
      amount_rupiah: told.amountRupiah,
      note: told.note,
      changes: canonicalJson(told.changes),
    },
  ];
}
