import { z } from 'zod';
import { TIME_MAX_MS } from '../time.ts';

/** Who does what no person does, at the hub: what a till says is booked by it. */
export const HUB_PROGRAM = 'lapak';

/** Lower-case hex of 32 bytes. */
export const RecordHash = z.string().regex(/^[0-9a-f]{64}$/);

/** Text of a record: NFC, so that the same words are the same bytes. */
export const RecordText = z
  .string()
  .refine((text) => text.isWellFormed() && text === text.normalize('NFC'));

/**
 * Who did or allowed something: a pseudonym, never a name. `lapak` is the program itself;
 * `pengelola-1` manages the hub and `auditor-1` reads there: both only in the hub's own journal.
 */
export const Pseudonym = z.string().regex(/^((kasir|pengelola|auditor)-(0|[1-9]\d{0,5})|lapak)$/);

/** Client-made, in one form. */
export const ActId = z.uuid().refine((id) => id === id.toLowerCase());

/** UTC ms, with a year of four digits in every zone. */
export const TimeMs = z.int().min(0).max(TIME_MAX_MS);

/** 16 random bytes: nobody can guess a body from its hash. */
export const Salt = z.string().regex(/^[0-9a-f]{32}$/);

/** Most kinds of tender, and of tax, in one record. */
export const KINDS_MAX = 20;
/** Of kinds sums are kept: short enough for a key, without U+0000 for PostgreSQL. */
export const TaxKind = RecordText.refine((text) => text.length <= 40 && !text.includes('\0'));
