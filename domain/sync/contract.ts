import { z } from 'zod';
import { hubCall, pickHubErrors } from './hub-call.ts';
import { Hash, Place, Signature, Spot, StallName } from './place.ts';
import { Verdict } from './verdict.ts';

/** Most records that go in one batch. */
export const BATCH_RECORDS_MAX = 500;
/** Most characters of heads and bodies in one batch: a single record may be longer. */
export const BATCH_CHARACTERS_MAX = 256 * 1024;
/** Longest head or body; a sale of 1.000 lines is some 200.000. */
const PART_CHARACTERS_MAX = 1_000_000;

const Hashes = z.array(Hash).max(64);

/** A record as it goes over the wire: its exact bytes as the text that they are in UTF-8. */
export const WireRecord = z.strictObject({
  /** Where it lies in the till's journal, whatever its bytes have become. */
  epoch: z.int().min(1),
  seq: z.int().min(1),
  head: z.string().min(2).max(PART_CHARACTERS_MAX),
  signature: Signature,
  /** Only where the owner shares details. */
  body: z.string().min(2).max(PART_CHARACTERS_MAX).optional(),
});
export type WireRecord = z.output<typeof WireRecord>;

/**
 * That the hub has a record: the till keeps it as its receipt for having reported. The checkpoint
 * is a C2SP tlog-checkpoint of the tree of this device's records in the order in which they were
 * stored; the proofs are those of RFC 6962 §2.1, as hex.
 */
export const HubReceipt = z.object({
  /** The newest record that this is about. */
  place: Place,
  checkpoint: z.string().max(1_000),
  /** The record's index in the tree, from 0. */
  index: z.int().min(0),
  /** That it is in the tree of the checkpoint. */
  inclusion: Hashes,
  /** That the tree of the till's last checkpoint is the beginning of this one. */
  consistency: Hashes,
});
export type HubReceipt = z.output<typeof HubReceipt>;

/** What the hub's manager made of a device. */
export const DeviceState = z.enum(['waiting', 'active', 'revoked']);
export type DeviceState = z.output<typeof DeviceState>;

/**
 * What the hub answers is read leniently: one of a later version may say more than this till knows,
 * and the till goes on with what it knows.
 */
export const syncContract = {
  /**
   * Where the hub stands with this device: at a start, after an answer that was lost, and each
   * quarter of an hour.
   */
  head: hubCall('device')
    .route({
      method: 'GET',
      path: '/head',
      tags: ['sync'],
      summary: 'Where the hub stands with the records of this till',
    })
    .input(
      z.strictObject({
        /** Size of the tree of the till's last checkpoint; 0 for none. */
        size: z.coerce.number().int().min(0).default(0),
        /**
         * `epoch.seq` of the till's newest record, by which the hub sees a till that went back;
         * `0.0` for none. Nothing is seen where it is not said.
         */
        tip: z
          .string()
          .regex(/^\d{1,10}\.\d{1,10}$/)
          .optional(),
      }),
    )
    .output(
      // What a newer hub adds is left out: every till of every version begins with this.
      z.object({
        state: DeviceState,
        /** Of one that was revoked: up to here it may still send what counts; null for nothing. */
        through: Spot.nullable().default(null),
        stall: StallName,
        /** Of the newest record; null before the first. */
        receipt: HubReceipt.nullable(),
        serverTimeMs: z.int(),
        /** Of the newest that the hub tells this till; 0 for nothing, and from an older hub. */
        downVersion: z.int().min(0).default(0),
      }),
    ),

  /** Stores contiguous records, all or none, before it answers. */
  batches: hubCall('device')
    .route({
      method: 'POST',
      path: '/batches',
      tags: ['sync'],
      summary: 'Stores the next records of this till, all or none',
    })
    .input(
      z.strictObject({
        /** As in `head`. */
        size: z.int().min(0),
        /** The record that lies before the first of these in the till's journal; null for none. */
        after: Place.nullable(),
        records: z.array(WireRecord).min(1).max(BATCH_RECORDS_MAX),
      }),
    )
    .errors(
      pickHubErrors('DEVICE_WAITING', 'DEVICE_REVOKED', 'BATCH_TOO_LARGE', 'UNSIGNED_TOO_MUCH'),
    )
    .output(
      z.discriminatedUnion('outcome', [
        z.object({
          outcome: z.literal('stored'),
          /** Of the last record of the batch. */
          receipt: HubReceipt,
          verdicts: z.array(Verdict).max(BATCH_RECORDS_MAX),
          serverTimeMs: z.int(),
          /** As in `head`: a till that was just answered need not ask for it. */
          downVersion: z.int().min(0).default(0),
        }),
        /** The hub has not the record before the first of these: nothing was stored. */
        z.object({
          outcome: z.literal('gap'),
          /** The newest that it has; null for none. */
          newest: Place.nullable(),
          serverTimeMs: z.int(),
        }),
      ]),
    ),
};
export type HubHead = z.output<(typeof syncContract)['head']['~orpc']['outputSchema'] & z.ZodType>;
export type BatchOutcome = z.output<
  (typeof syncContract)['batches']['~orpc']['outputSchema'] & z.ZodType
>;
