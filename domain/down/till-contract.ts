import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { call } from '../contract-base.ts';
import { pickErrors } from '../errors.ts';
import { BusinessDate } from '../time.ts';

/** Most announcements, templates or requests in one answer: the newest. */
export const DOWN_LIST_MAX = 100;

/** What the mall says, as long as it holds. */
export const HeldAnnouncement = z.strictObject({
  id: z.uuid(),
  title: z.string(),
  text: z.string(),
  from: BusinessDate,
  /** Null until it is withdrawn. */
  until: BusinessDate.nullable(),
  /** Whether somebody at this till has read it. */
  isRead: z.boolean(),
});
export type HeldAnnouncement = z.output<typeof HeldAnnouncement>;

/** An auditor asked for the details of one record. */
export const AuditRequest = z.strictObject({
  id: z.uuid(),
  /** `epoch.seq` of the record. */
  mark: z.string(),
  /** Number of its receipt; null where it is none, or the till has no such record. */
  receipt: z.string().nullable(),
  /** Pseudonym of who asks. */
  by: z.string(),
  reason: z.string(),
  askedAtMs: z.int(),
  /**
   * `missing`: this till has no such record; `refused`: the hub did not take them; `withdrawn`:
   * before they were sent.
   */
  state: z.enum(['waiting', 'sent', 'missing', 'refused', 'withdrawn']),
  /** When the details left; null for not. UTC ms */
  sentAtMs: z.int().nullable(),
});
export type AuditRequest = z.output<typeof AuditRequest>;

/** Products and prices that a stall can take into its catalog. */
export const OfferedTemplate = z.strictObject({ id: z.uuid(), name: z.string() });
export type OfferedTemplate = z.output<typeof OfferedTemplate>;

const OneItem = z.strictObject({ id: z.uuid() });

/** The calls of the till's own pages about what the hub tells it. */
export const downTillContract = {
  /** Grows with each change of what the hub tells: now, then at each. */
  watch: call('sale.ring-up').output(eventIterator(z.strictObject({ version: z.int() }))),
  /** Those that hold today, the newest first. */
  announcements: call('sale.ring-up').output(z.array(HeldAnnouncement).max(DOWN_LIST_MAX)),
  /** Notes that somebody at this till has read it. */
  markRead: call('sale.ring-up').input(OneItem).output(z.strictObject({})),
  /** What auditors asked for, the newest first. */
  requests: call('sync.read').output(z.array(AuditRequest).max(DOWN_LIST_MAX)),
  templates: call('catalog.import').output(z.array(OfferedTemplate).max(DOWN_LIST_MAX)),
  /** A template as the file that catalog.importCatalog reads. */
  useTemplate: call('catalog.import')
    .input(OneItem)
    .errors(pickErrors('TEMPLATE_GONE'))
    .output(z.strictObject({ name: z.string(), csv: z.string() })),
};
