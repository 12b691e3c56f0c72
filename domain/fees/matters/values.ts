import { z } from 'zod';
import { ActId } from '../../journal/values.ts';
import { lineOfText, storable } from '../../line-of-text.ts';
import { OrganisationCode } from '../../sync/place.ts';
import { ChargeKind } from '../kinds.ts';
import { PHOTO_BYTES_MAX } from '../message-bounds.ts';
import { Period } from '../period.ts';

/** Most rows of one page, and most letters or credits that one call makes. */
export const MATTERS_PAGE_MAX = 200;
/** Most characters of a note or a reason. */
export const NOTE_MAX = 300;

/** Made by who does something: the same again is the first, sent after a lost answer. */
export const newAct = { id: ActId };

/** A reason that a stall, or an auditor, reads. */
export const Reason = lineOfText(1, NOTE_MAX);
/** As Reason, where nothing need be said. */
export const NoteText = lineOfText(0, NOTE_MAX);

/** Where the page before ended; empty for the first. */
export const Cursor = storable(80).default('');

/** A stall and what it is called. */
export const NamedStall = z.strictObject({
  stall: OrganisationCode,
  name: z.string(),
  /** As it stands on its door: `A12`; empty where it has none. */
  number: z.string(),
});

/** A JPEG or PNG as base64. */
export const PhotoBytes = z
  .base64()
  .min(4)
  .max(Math.ceil(PHOTO_BYTES_MAX / 3) * 4);

/** A charge as a letter, a dispute or a credit speaks of it. */
export const NamedCharge = z.strictObject({
  charge: ActId,
  period: Period,
  kind: ChargeKind,
  /** Rupiah. */
  amount: z.int(),
  /** Rupiah still to be paid. */
  open: z.int(),
  due: z.iso.date(),
});
export type NamedCharge = z.output<typeof NamedCharge>;
