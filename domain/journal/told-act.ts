import type { FeeBody } from '../fees/body.ts';
import { formatRupiah } from '../money.ts';
import { sumPieces } from '../shifts/cash-count.ts';
import { zNumber } from '../shifts/report.ts';
import { localStamp } from '../time.ts';
import type { JournalRecord, RecordOf, ZRecord } from './record.ts';
import { countOf, type TrailChange, type TrailEntry } from './trail.ts';

/** What was done, to what, and what it changed. */
type ToldAct = Pick<TrailEntry, 'act' | 'subject' | 'note'> & {
  readonly amountRupiah: number | null;
  readonly changes: readonly TrailChange[];
};

const nothing: Omit<ToldAct, 'act'> = { subject: '', amountRupiah: null, note: '', changes: [] };

/**
 * What a record says that somebody did, as the audit trail tells it; undefined of a sale,
 * refund or void, which its receipt tells.
 */
export function toldAct(record: JournalRecord): ToldAct | undefined {
  switch (record.type) {
    case 'sale':
    case 'refund':
    case 'void':
      return undefined;
    case 'start':
      return { ...nothing, act: 'start' };
    case 'recovery':
      return { ...nothing, act: 'recovery', subject: record.head.lost ?? '' };
    case 'clock-change': {
      const { from, at, offset } = record.head;
      const times = { from: localStamp(from, offset), to: localStamp(at, offset) };
      return { ...nothing, act: 'clock-change', changes: [{ field: 'clock', ...times }] };
    }
    case 'login-lockout': {
      const { failures, seconds } = record.body;
      const changes = [countOf('failures', failures), countOf('seconds', seconds)];
      return { ...nothing, act: 'login-lockout', changes };
    }
    case 'shift-open': {
      const amount = sumPieces(record.body.float);
      const subject = String(record.head.shift);
      return { ...nothing, act: 'shift-open', subject, amountRupiah: amount };
    }
    case 'z': {
      const { epoch, number, sales, refunds } = record.head;
      const amountRupiah = sales.total - refunds.total;
      const told = { amountRupiah, note: record.body.note, changes: closing(record) };
      return { ...nothing, act: 'z', subject: zNumber(epoch, number), ...told };
    }
    case 'drawer': {
      const { reason, amount, note } = record.body;
      const subject = String(record.head.shift);
      const amountRupiah = amount === 0 ? null : amount;
      return { ...nothing, act: reason, subject, amountRupiah, note };
    }
    case 'count': {
      const found = { field: 'found', from: '', to: formatRupiah(sumPieces(record.body.counted)) };
      const subject = String(record.head.shift);
      return { ...nothing, act: 'drawer-count', subject, changes: [found] };
    }
    case 'tender-state': {
      const { state, amount } = record.head;
      const { number, note } = record.body;
      const told = { subject: number, amountRupiah: amount, note, changes: found(record) };
      return { act: `tender-${state}`, ...told };
    }
    case 'fee': {
      const { act, note } = record.body;
      return { ...nothing, act: `fee-${act}`, note, ...feeTold(record.body) };
    }
    case 'training': {
      const { number, sums, tenders } = record.body;
      const note = [...new Set(tenders.map(({ kind }) => kind))].join(', ');
      return { ...nothing, act: 'training', subject: number, amountRupiah: sums.total, note };
    }
    case 'act': {
      const { act, subject, note, changes } = record.body;
      return { ...nothing, act, subject, note, changes };
    }
  }
}

/** Which tender was looked for, by what it was found, and what that calls it. */
function found({ head, body }: RecordOf<'tender-state'>): TrailChange[] {
  const { by, reference } = body;
  const tender = { field: 'tender', from: '', to: head.kind };
  const finder = by === 'hand' ? [] : [{ field: 'found-by', from: '', to: by }];
  const named = reference === undefined ? [] : [{ field: 'rrn', from: '', to: reference }];
  return [tender, ...finder, ...named];
}

/** What an act of fees is about, and how much it moves. */
function feeTold({ stall = '', charges, credits, movements, details }: FeeBody) {
  const [charge] = charges ?? [];
  const subject = credits?.[0]?.kuitansi ?? charge?.period ?? stall;
  const moved = charges ?? credits ?? movements ?? [];
  const amount = moved.reduce((sum, one) => sum + one.amount, 0);
  const amountRupiah = amount === 0 ? null : amount;
  if (details?.kind === 'plan') {
    const { from, electricity, cleaning } = details;
    const isFixed = electricity.basis === 'fixed';
    return { subject: from, amountRupiah: isFixed ? electricity.amount + cleaning : null };
  }
  if (details?.kind !== 'count') return { subject, amountRupiah };
  const [from, to] = [details.expected, details.counted].map(formatRupiah);
  const changes = [{ field: 'counted', from: from ?? '', to: to ?? '' }];
  return { subject, amountRupiah: null, changes };
}

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
