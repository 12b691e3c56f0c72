import { z } from 'zod';
import { storable } from '../line-of-text.ts';
import { RupiahSum } from '../money.ts';
import { deviceAlarmKinds } from '../sync/alarm.ts';
import { hubCall, pickHubErrors } from '../sync/hub-call.ts';
import { DeviceName, Hash, OrganisationCode, Place } from '../sync/place.ts';
import { VerdictKind, VerdictReason } from '../sync/verdict.ts';
import { BusinessDate } from '../time.ts';
import { DayState } from './day-state.ts';

/** Most stalls, days or records on one page. */
export const REPORT_PAGE_MAX = 200;
/** Most days that one report is over. */
export const REPORT_DAYS_MAX = 366;

/** Sums of a day or of several. Rupiah; refunds are positive. */
export const Takings = z.strictObject({
  receipts: z.int(),
  salesRupiah: RupiahSum,
  refundCount: z.int(),
  refundsRupiah: RupiahSum,
  /** Sales less refunds. */
  netRupiah: RupiahSum,
  discountRupiah: RupiahSum,
  taxRupiah: RupiahSum,
  roundingRupiah: RupiahSum,
});
export type Takings = z.output<typeof Takings>;

/** By kind of tender, net of change and refunds, largest first. */
export const TenderSum = z.strictObject({ tender: z.string(), netRupiah: RupiahSum });
export type TenderSum = z.output<typeof TenderSum>;

/** Something that a person should look at. */
export const AlarmKind = z.enum([...deviceAlarmKinds, 'quarantined']);
export type AlarmKind = z.output<typeof AlarmKind>;

/** A stall and its day. */
export const StallDay = z.strictObject({
  stall: OrganisationCode,
  name: z.string(),
  number: z.string(),
  mall: z.string(),
  region: z.string(),
  state: DayState,
  takings: Takings,
  /** Z reports of that date. */
  zCount: z.int(),
  /** When a till of the stall last reported anything; null for never. UTC ms */
  reportedAtMs: z.int().nullable(),
  alarms: z.array(AlarmKind),
});
export type StallDay = z.output<typeof StallDay>;

/** How many stalls are in each state, and what all of them took. */
export const DaySummary = z.strictObject({
  states: z.record(DayState, z.int()),
  takings: Takings,
});
export type DaySummary = z.output<typeof DaySummary>;

/** A date of one stall. */
export const DateOfStall = z.strictObject({
  date: BusinessDate,
  state: DayState,
  takings: Takings,
  tenders: z.array(TenderSum),
  zCount: z.int(),
  /** Records that do not count, whatever they say. */
  quarantined: z.int(),
  records: z.int(),
});
export type DateOfStall = z.output<typeof DateOfStall>;

/** A record in the ledger of the hub. */
export const LedgerRecord = z.strictObject({
  device: DeviceName,
  place: Place,
  type: z.string(),
  verdict: VerdictKind,
  reason: VerdictReason.nullable(),
  receivedAtMs: z.int(),
  /** What its head says of time and money; null where it cannot be read. */
  said: z
    .strictObject({
      atMs: z.int(),
      offsetMinutes: z.int(),
      cashier: z.string(),
      /** Of the receipt or Z; empty for others. */
      number: z.string(),
      totalRupiah: z.int(),
    })
    .nullable(),
  hasBody: z.boolean(),
});
export type LedgerRecord = z.output<typeof LedgerRecord>;

/** All that proves one record: anybody can check it with the key of the device and of the hub. */
export const RecordProof = z.strictObject({
  record: LedgerRecord,
  /** The exact text that was signed. */
  head: z.string(),
  /** Base64, by the key of the device. */
  signature: z.string(),
  /** Raw Ed25519 key of the device, hex. */
  publicKey: Hash,
  /** The exact text, where the stall gave it. */
  body: z.string().nullable(),
  /** Its index in the tree of the device, from 0, and the checkpoint of that tree. */
  index: z.int(),
  inclusion: z.array(Hash),
  checkpoint: z.string(),
  hub: z.strictObject({ name: z.string(), publicKey: Hash }),
});
export type RecordProof = z.output<typeof RecordProof>;

const ofStall = { stall: OrganisationCode };

export const reportsContract = {
  /** The stalls of a day: those with alarms first, then what is missing, then by turnover. */
  day: hubCall('administrator')
    .route({
      method: 'GET',
      path: '/reports/day',
      tags: ['reports'],
      summary: 'The stalls of a day: what they took, and what is missing',
    })
    .input(
      z.strictObject({
        /** Null for today. */
        date: BusinessDate.nullable().default(null),
        /** A part of the code, name or number of a stall, or of its mall. */
        text: storable(60).default(''),
        state: DayState.nullable().default(null),
        /** `nextCursor` of the page before; empty for the first. */
        cursor: z.string().max(80).default(''),
      }),
    )
    .output(
      z.strictObject({
        date: BusinessDate,
        today: BusinessDate,
        /** Of all stalls, whatever the page shows; of the first page only. */
        summary: DaySummary.nullable(),
        stalls: z.array(StallDay).max(REPORT_PAGE_MAX),
        nextCursor: z.string(),
      }),
    ),

  /** One stall's dates, the newest first. Both ends are included. */
  stall: hubCall('administrator')
    .route({
      method: 'GET',
      path: '/reports/stalls/{stall}',
      tags: ['reports'],
      summary: 'The dates of one stall',
    })
    .input(
      z.strictObject({
        ...ofStall,
        from: BusinessDate,
        to: BusinessDate,
      }),
    )
    .errors(pickHubErrors('STALL_UNKNOWN', 'INPUT_INVALID'))
    .output(
      z.strictObject({
        stall: StallDay.pick({ stall: true, name: true, number: true, mall: true, region: true }),
        alarms: z.array(AlarmKind),
        reportedAtMs: z.int().nullable(),
        takings: Takings,
        tenders: z.array(TenderSum),
        dates: z.array(DateOfStall).max(REPORT_DAYS_MAX),
      }),
    ),

  /** The records of a stall's date, in the order of their chains. */
  records: hubCall('administrator')
    .route({
      method: 'GET',
      path: '/reports/stalls/{stall}/{date}',
      tags: ['reports'],
      summary: 'The records of a date of one stall',
    })
    .input(
      z.strictObject({
        ...ofStall,
        date: BusinessDate,
        cursor: z.string().max(100).default(''),
      }),
    )
    .errors(pickHubErrors('STALL_UNKNOWN'))
    .output(
      z.strictObject({
        records: z.array(LedgerRecord).max(REPORT_PAGE_MAX),
        nextCursor: z.string(),
      }),
    ),

  /** A record with what proves it. */
  proof: hubCall('administrator')
    .route({
      method: 'GET',
      path: '/reports/stalls/{stall}/records/{leaf}',
      tags: ['reports'],
      summary: 'A record with what proves it',
    })
    .input(z.strictObject({ ...ofStall, leaf: Hash }))
    .errors(pickHubErrors('STALL_UNKNOWN', 'RECORD_UNKNOWN'))
    .output(RecordProof),
};
