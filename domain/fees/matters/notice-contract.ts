import { z } from 'zod';
import { ActId, RecordHash } from '../../journal/values.ts';
import { hubCall, pickHubErrors } from '../../sync/hub-call.ts';
import { OrganisationCode } from '../../sync/place.ts';
import { BusinessDate } from '../../time.ts';
import { NOTICE_LINES_MAX, NoticeLine } from '../details.ts';
import { NoticeLevel } from '../kinds.ts';
import { Cursor, MATTERS_PAGE_MAX, NamedStall, newAct, NoteText, PhotoBytes } from './values.ts';

/**
 * Why a stall that is late gets no letter now: all of it is disputed, it pays by instalments, the
 * last letter was not handed over, its time has not passed, it is not late enough for the next one,
 * it has had the last one, or nothing is overdue.
 */
const holdReasons = [
  'disputed',
  'instalments',
  'not-delivered',
  'not-passed',
  'not-late-enough',
  'last-level',
  'nothing-overdue',
] as const;
export const HoldReason = z.enum(holdReasons);
export type HoldReason = z.output<typeof HoldReason>;

/** How a letter is handed over by a person; `till` is what the stall's own till says. */
export const DeliveredHow = z.enum(['hand', 'till', 'whatsapp', 'post']);

/** A letter to a stall that is late. */
export const FeeNotice = NamedStall.extend({
  id: ActId,
  level: NoticeLevel,
  /** `SP1/TC/2026/000007` */
  paperNumber: z.string(),
  on: BusinessDate,
  /** By when it is to be paid. */
  until: BusinessDate,
  /** Rupiah that were overdue when it was written. */
  owed: z.int(),
  deliveredOn: BusinessDate.nullable(),
  deliveredHow: DeliveredHow.nullable(),
  /** SHA-256 of the picture of its delivery; null for none. */
  photo: RecordHash.nullable(),
});
export type FeeNotice = z.output<typeof FeeNotice>;

/** A stall that is late. */
export const DueNotice = NamedStall.extend({
  /** What comes next; null after the last. */
  level: NoticeLevel.nullable(),
  /** Rupiah overdue, without what is disputed. */
  owed: z.int(),
  /** Rupiah overdue that are disputed. */
  disputed: z.int(),
  /** Days since the oldest of it was due. */
  daysLate: z.int(),
  /** Null where the letter can be written now. */
  hold: HoldReason.nullable(),
  /** The newest letter about what is still open; null for none. */
  last: FeeNotice.nullable(),
});
export type DueNotice = z.output<typeof DueNotice>;

/** What a letter says, to print or to send. */
export const NoticePaper = FeeNotice.extend({
  mall: z.string(),
  mallName: z.string(),
  /** What it is about, the oldest first, as it stood when the letter was written. */
  charges: z.array(NoticeLine).max(NOTICE_LINES_MAX),
  /** What it is written with a transfer for that month: `TC-A12-2611`. */
  remark: z.string(),
  /** The letters before it about the same, the oldest first. */
  earlier: z.array(FeeNotice.pick({ level: true, paperNumber: true, on: true })),
  /** Rupiah of these charges that are open now: no paper says it. */
  openNow: z.int(),
});
export type NoticePaper = z.output<typeof NoticePaper>;

const tags = ['fees'];

/** Letters to stalls that are late. */
export const noticeCalls = {
  /** Who is late, by stall; what letter is next, or why none. */
  listDue: hubCall('administrator')
    .route({
      method: 'GET',
      path: '/fees/notices/due',
      tags,
      summary: 'Stalls that are late, and which letter each gets next',
    })
    .input(z.strictObject({ mall: OrganisationCode, cursor: Cursor }))
    .errors(pickHubErrors('MALL_UNKNOWN'))
    .output(
      z.strictObject({
        due: z.array(DueNotice).max(MATTERS_PAGE_MAX),
        nextCursor: z.string(),
      }),
    ),

  /** Letters that were written, the newest first. */
  listNotices: hubCall('administrator')
    .route({
      method: 'GET',
      path: '/fees/notices',
      tags,
      summary: 'Letters that were written, the newest first',
    })
    .input(
      z.strictObject({
        mall: OrganisationCode,
        stall: OrganisationCode.optional(),
        cursor: Cursor,
      }),
    )
    .output(
      z.strictObject({
        notices: z.array(FeeNotice).max(MATTERS_PAGE_MAX),
        nextCursor: z.string(),
      }),
    ),

  /** Writes the next letter of each stall: those that get none now are told with the reason. */
  issueNotices: hubCall('administrator')
    .route({
      method: 'POST',
      path: '/fees/notices',
      tags,
      summary: 'Writes the next letter of each of these stalls',
    })
    .input(
      z.strictObject({
        mall: OrganisationCode,
        stalls: z
          .array(z.strictObject({ ...newAct, stall: OrganisationCode }))
          .min(1)
          .max(MATTERS_PAGE_MAX),
      }),
    )
    .errors(pickHubErrors('MALL_UNKNOWN', 'STALL_UNKNOWN'))
    .output(
      z.strictObject({
        issued: z.array(FeeNotice).max(MATTERS_PAGE_MAX),
        held: z
          .array(z.strictObject({ stall: OrganisationCode, reason: HoldReason }))
          .max(MATTERS_PAGE_MAX),
      }),
    ),

  readNotice: hubCall('administrator')
    .route({
      method: 'GET',
      path: '/fees/notices/{notice}',
      tags,
      summary: 'What a letter says, to print or to send',
    })
    .input(z.strictObject({ notice: ActId }))
    .errors(pickHubErrors('FEE_MATTER_UNKNOWN'))
    .output(NoticePaper),

  /** That it was handed over: the first time counts. */
  deliverNotice: hubCall('administrator')
    .route({
      method: 'POST',
      path: '/fees/notices/{notice}/delivery',
      tags,
      summary: 'Notes how a letter was handed over',
    })
    .input(
      z.strictObject({
        notice: ActId,
        ...newAct,
        how: DeliveredHow,
        on: BusinessDate,
        note: NoteText,
        photo: PhotoBytes.nullable(),
      }),
    )
    .errors(pickHubErrors('FEE_MATTER_UNKNOWN', 'FEE_MATTER_DONE', 'PHOTO_WRONG', 'FEE_DATE_AHEAD'))
    .output(FeeNotice),
};
