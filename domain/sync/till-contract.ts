import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { call } from '../contract-base.ts';
import { pickErrors } from '../errors.ts';
import { BusinessDate } from '../time.ts';
import { SyncStatus } from './status.ts';

/** Most entries of what has left the till in one answer. */
const SENT_PAGE_MAX = 100;

/**
 * Where to enrol: the manager's invitation as it is, or its two parts as a person types them. In
 * either of the fields an invitation may stand as well.
 */
export const EnrolOrder = z.union([
  z.strictObject({ invitation: z.string().max(300) }),
  z.strictObject({ hub: z.string().max(300), code: z.string().max(300) }),
]);
export type EnrolOrder = z.output<typeof EnrolOrder>;

/** A run of records that left the till on one day. */
export const SentRun = z.strictObject({
  businessDate: BusinessDate,
  /** To which hub: its origin. */
  hub: z.string(),
  /** `epoch.seq` of its first and last record. */
  from: z.string(),
  to: z.string(),
  records: z.int().min(1),
  /** Whether their details went along, or the heads alone. */
  hasDetails: z.boolean(),
  /** When the first and the last of it left. UTC ms */
  firstAtMs: z.int(),
  lastAtMs: z.int(),
});
export type SentRun = z.output<typeof SentRun>;

/** What of this till is with its hub, and since when it goes there. */
export const SyncReceipt = z.strictObject({
  /** When the till was enrolled last; null for never. UTC ms */
  enrolledAtMs: z.int().nullable(),
  /** The name of the hub's key that this till has pinned: `9V3C-5TGA-2KQM`; null for no hub. */
  hubKey: z.string().nullable(),
  /** When somebody last chose what is shared; null for nobody yet. UTC ms */
  sharingAtMs: z.int().nullable(),
  /** How many records have left so far, to whichever hub, each counted once. */
  left: z.strictObject({
    records: z.int().min(0),
    /** Of them with their details. */
    withDetails: z.int().min(0),
  }),
  /** What the hub has acknowledged; null before the first of it. */
  stored: z
    .strictObject({
      /** `epoch.seq` of the newest record. */
      mark: z.string(),
      /** Of the newest sale or refund up to it; null for none. */
      receipt: z.string().nullable(),
      /** How many records. */
      records: z.int().min(0),
      /** Of them those that this book has not: of before it was set back, or of a copy of it. */
      others: z.int().min(0),
      /** What the hub signed of it: a C2SP tlog-checkpoint. */
      checkpoint: z.string(),
      /** UTC ms */
      atMs: z.int(),
    })
    .nullable(),
});
export type SyncReceipt = z.output<typeof SyncReceipt>;

/** The calls of the till's own pages about reporting to the hub. */
export const syncTillContract = {
  status: call('sale.ring-up').output(SyncStatus),
  /** The status now, then each change. */
  watch: call('sale.ring-up').output(eventIterator(SyncStatus)),
  /** Reports now, not when it would by itself. Answers within ten seconds how it stands then. */
  tryNow: call('sale.ring-up').output(SyncStatus),
  /**
   * Gives this till to a stall of the hub. The same order again, after a lost answer, is well; so
   * is it with the hub's key behind the code, once a person has compared that.
   */
  enrol: call('sync.enrol')
    .input(EnrolOrder)
    .errors(
      pickErrors(
        'INVITATION_UNREADABLE',
        'HUB_UNREACHABLE',
        'HUB_NOT_FOUND',
        'HUB_OTHERWISE',
        'HUB_KEY_UNCHECKED',
        'HUB_KEY_WRONG',
        'ENROLMENT_CODE_WRONG',
        'ENROLMENT_UNPROVEN',
        'DEVICE_ELSEWHERE',
        'DEVICE_REVOKED',
        'TOO_MANY_REQUESTS',
        'HUB_BUSY',
        'HUB_FULL',
        'FILE_FOREIGN',
      ),
    )
    .output(SyncStatus),
  /** What of this till is with its hub. */
  receipt: call('sale.ring-up').output(SyncReceipt),
  /** What has left the till, the newest first. */
  sent: call('sync.read')
    .input(
      z.strictObject({
        /** `nextCursor` of the page before; empty for the first. */
        cursor: z.string().max(20).default(''),
        limit: z.int().min(1).max(SENT_PAGE_MAX),
      }),
    )
    .output(z.strictObject({ sent: z.array(SentRun).max(SENT_PAGE_MAX), nextCursor: z.string() })),
};
