import { z } from 'zod';
import { LISTED_MAX, PlannedProduct, RejectedCell } from '../catalog/import-report.ts';
import { lineOfText, linesOfText } from '../line-of-text.ts';
import { hubCall, pickHubErrors } from '../sync/hub-call.ts';
import { Hash, OrganisationCode } from '../sync/place.ts';
import { BusinessDate } from '../time.ts';
import { Addressee, Audience } from './addressee.ts';
import { REASON_MAX, TEMPLATE_CHARACTERS_MAX, TEXT_MAX, TITLE_MAX } from './item.ts';

/** Most items on one page. */
export const NOTICE_PAGE_MAX = 50;
/** Most malls and regions that are offered at once. */
export const PLACES_MAX = 2_000;

/** What became of a request: a till may have no such record, and a person may withdraw it. */
const RequestState = z.enum(['waiting', 'taken', 'missing', 'withdrawn']);

/** What tills are told, or asked, as its manager sees it. */
export const Notice = z.strictObject({
  id: z.uuid(),
  kind: z.enum(['announcement', 'product-template', 'body-request']),
  to: Audience,
  madeAtMs: z.int(),
  isEnded: z.boolean(),
  /** Of an announcement its title, of a template its name, of a request the place of the record. */
  title: z.string(),
  /** Of an announcement what it says, of a request the reason; empty for others. */
  text: z.string(),
  /** First and last business date of an announcement; null for none. */
  from: BusinessDate.nullable(),
  until: BusinessDate.nullable(),
  /** Of a request: who asks, and what became of it; null for others. */
  request: z.strictObject({ by: z.string(), state: RequestState }).nullable(),
});
export type Notice = z.output<typeof Notice>;

/** One of the list. */
const ListedNotice = Notice.extend({
  /**
   * How many tills it is for, and how many have fetched it; null of a request, and of what has
   * ended: that reaches nobody any more.
   */
  reach: z.strictObject({ tills: z.int(), told: z.int() }).nullable(),
  /** Of a request, the stall that the till is in; null of others. */
  stall: OrganisationCode.nullable(),
});
export type ListedNotice = z.output<typeof ListedNotice>;

/** What a till makes of a template, that has none of its products yet. */
export const TemplateCheck = z.strictObject({
  /** rows = goodRows + rejectedRows */
  rows: z.int(),
  goodRows: z.int(),
  rejectedRows: z.int(),
  products: z.int(),
  /** The first products that come in. */
  listed: z.array(PlannedProduct).max(LISTED_MAX),
  /** The first cells that keep their rows out. */
  rejected: z.array(RejectedCell).max(LISTED_MAX),
  /** Titles of the file that mean nothing to a till. */
  unknownColumns: z.array(z.string()),
});
export type TemplateCheck = z.output<typeof TemplateCheck>;

const Csv = z.string().max(TEMPLATE_CHARACTERS_MAX);
const wrongTemplate = [
  'CSV_EMPTY',
  'CSV_BROKEN',
  'CSV_COLUMN_MISSING',
  'CSV_COLUMN_TWICE',
  'TEMPLATE_TOO_LONG',
  'TEMPLATE_DOUBTFUL',
] as const;

const ofOne = { id: z.uuid() };
/** Made by who tells something: the same again is the first, sent after a lost answer. */
const newId = { id: z.uuid() };
const wrongTo = ['STALL_UNKNOWN', 'MALL_UNKNOWN', 'REGION_UNKNOWN'] as const;

/** What a manager tells tills, and asks of them; the till's part is in contract.ts. */
export const noticesContract = {
  /** What was told or asked, the newest first. */
  list: hubCall('administrator')
    .route({
      method: 'GET',
      path: '/notices',
      tags: ['notices'],
      summary: 'Announcements, templates and requests, the newest first',
    })
    .input(z.strictObject({ cursor: z.string().max(20).default('') }))
    .output(
      z.strictObject({
        notices: z.array(ListedNotice).max(NOTICE_PAGE_MAX),
        nextCursor: z.string(),
      }),
    ),

  /** Whom something can be told to, beside single stalls. */
  places: hubCall('administrator')
    .route({
      method: 'GET',
      path: '/notices/places',
      tags: ['notices'],
      summary: 'The regions and malls that something can be told to',
    })
    .output(
      z.strictObject({
        regions: z.array(z.strictObject({ code: z.string(), name: z.string() })).max(PLACES_MAX),
        malls: z.array(z.strictObject({ code: z.string(), name: z.string() })).max(PLACES_MAX),
      }),
    ),

  announce: hubCall('administrator')
    .route({
      method: 'POST',
      path: '/notices/announcements',
      tags: ['notices'],
      summary: 'Tells tills something',
    })
    .input(
      z.strictObject({
        ...newId,
        to: Addressee,
        title: lineOfText(1, TITLE_MAX),
        text: linesOfText(1, TEXT_MAX),
        from: BusinessDate,
        /** Null until it is withdrawn. */
        until: BusinessDate.nullable(),
      }),
    )
    .errors(pickHubErrors('ANNOUNCEMENT_OVER', ...wrongTo))
    .output(Notice),

  /** What a till would make of a template; tells nobody anything. */
  checkTemplate: hubCall('administrator')
    .route({
      method: 'POST',
      path: '/notices/templates/check',
      tags: ['notices'],
      summary: 'Which rows of a catalog file a till would take in, and why it rejects the others',
    })
    .input(z.strictObject({ csv: Csv }))
    .errors(pickHubErrors(...wrongTemplate))
    .output(TemplateCheck),

  publish: hubCall('administrator')
    .route({
      method: 'POST',
      path: '/notices/templates',
      tags: ['notices'],
      summary: 'Offers a catalog file to stalls',
    })
    .input(
      z.strictObject({
        ...newId,
        to: Addressee,
        name: lineOfText(1, TITLE_MAX),
        csv: Csv,
      }),
    )
    .errors(pickHubErrors('TEMPLATE_NO_ROWS', ...wrongTemplate, ...wrongTo))
    .output(Notice),

  /** Asks the till of a record for its details; a second time for the same is the first request. */
  askBody: hubCall('administrator')
    .route({
      method: 'POST',
      path: '/notices/requests',
      tags: ['notices'],
      summary: 'Asks a till for the details of one record',
    })
    .input(
      z.strictObject({ stall: OrganisationCode, leaf: Hash, reason: lineOfText(1, REASON_MAX) }),
    )
    .errors(
      pickHubErrors(
        'RECORD_UNKNOWN',
        'DEVICE_UNKNOWN',
        'DEVICE_WAITING',
        'DEVICE_REVOKED',
        'BODY_THERE',
      ),
    )
    .output(Notice),

  /** The newest request for the details of a record; null where nobody asked. */
  requestOf: hubCall('administrator')
    .route({
      method: 'GET',
      path: '/notices/requests/{stall}/{leaf}',
      tags: ['notices'],
      summary: 'What became of a request for the details of one record',
    })
    .input(z.strictObject({ stall: OrganisationCode, leaf: Hash }))
    .output(z.strictObject({ notice: Notice.nullable() })),

  withdraw: hubCall('administrator')
    .route({
      method: 'POST',
      path: '/notices/{id}/withdrawal',
      tags: ['notices'],
      summary: 'Withdraws an announcement, a template or a request',
    })
    .input(z.strictObject(ofOne))
    .errors(pickHubErrors('DOWN_ITEM_UNKNOWN'))
    .output(Notice),
};
