import { canonicalJson } from '../../../domain/journal/canonical.ts';
import type { JournalRecord, ZRecord } from '../../../domain/journal/record.ts';
import { formatRupiah } from '../../../domain/money.ts';
import { countOf, type TrailChange } from '../../../domain/journal/trail.ts';
import { localStamp } from '../../../domain/time.ts';
import { zNumber } from '../../../domain/shifts/report.ts';
import { sumPieces } from '../shifts/project-shift.ts';
import type { ActTable } from './journal-tables.ts';

/** What of a close an owner looks at first: whether it was over or short, who took it over. */
function closing({ body }: ZRecord): TrailChange[] {
  const { difference, reason, handedTo, cash } = body;
  const [from, to] = [cash.expected, cash.expected + difference].map(formatRupiah);
  const over = [
    { field: 'counted', from: from ?? '', to: to ?? '' },
    { field: 'difference', from: '', to: reason },
  ];
  const handed = handedTo === undefined ? [] : [{ field: 'handed-to', from: '', to: handedTo }];
  return [...(difference === 0 ? [] : over), ...handed];
}

/** As the column has them. */
function changesOf(changes: readonly TrailChange[]): string {
  return canonicalJson(changes);
}

type About = Pick<ActTable, 'act' | 'subject' | 'amount_rupiah' | 'note' | 'changes'>;

const nothing: Omit<About, 'act'> = { subject: '', amount_rupiah: null, note: '', changes: '[]' };

/**
 * The row of the audit trail that stems from a record; sales are in it by their own table.
 * @param position of the record in the journal
 */
export function projectAct(position: number, record: JournalRecord): readonly ActTable[] {
  const about = aboutOf(record);
  if (!about) return [];
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
      ...about,
    },
  ];
}

function aboutOf(record: JournalRecord): About | undefined {
  switch (record.type) {
    case 'sale':
    case 'refund':
      return undefined;
    case 'start':
      return { ...nothing, act: 'start' };
    case 'recovery':
      return { ...nothing, act: 'recovery', subject: record.head.lost ?? '' };
    case 'clock-change': {
      const { from, at, offset } = record.head;
      const times = { from: localStamp(from, offset), to: localStamp(at, offset) };
      return {
        ...nothing,
        act: 'clock-change',
        changes: changesOf([{ field: 'clock', ...times }]),
      };
    }
    case 'login-lockout': {
      const { failures, seconds } = record.body;
      const changes = [countOf('failures', failures), countOf('seconds', seconds)];
      return { ...nothing, act: 'login-lockout', changes: changesOf(changes) };
    }
    case 'shift-open': {
      const amount = sumPieces(record.body.float);
      const subject = String(record.head.shift);
      return { ...nothing, act: 'shift-open', subject, amount_rupiah: amount };
    }
    case 'z': {
      const { epoch, number, sales, refunds } = record.head;
      const amount_rupiah = sales.total - refunds.total;
      const told = { amount_rupiah, note: record.body.note, changes: changesOf(closing(record)) };
      return { ...nothing, act: 'z', subject: zNumber(epoch, number), ...told };
    }
    case 'drawer': {
      const { reason, amount, note } = record.body;
      const subject = String(record.head.shift);
      return {
        ...nothing,
        act: reason,
        subject,
        amount_rupiah: amount === 0 ? null : amount,
        note,
      };
    }
    case 'count': {
      const found = { field: 'found', from: '', to: formatRupiah(sumPieces(record.body.counted)) };
      const subject = String(record.head.shift);
      return { ...nothing, act: 'drawer-count', subject, changes: changesOf([found]) };
    }
    case 'act': {
      const { act, subject, note, changes } = record.body;
      return { ...nothing, act, subject, note, changes: changesOf(changes) };
    }
  }
}
