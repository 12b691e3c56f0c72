import { z } from 'zod';
import type { ErrorEntry } from '../error-entry.ts';

/** Its expected failures: the key of their words, and the facts that the words need. */
export const syncErrors = {
  /** At the hub: another process holds its database, or too much is asked at once. */
  HUB_BUSY: { textKey: 'error.hubBusy', data: z.strictObject({}) },
  HUB_FULL: { textKey: 'error.hubFull', data: z.strictObject({}) },
  TOO_MANY_REQUESTS: { textKey: 'error.tooManyRequests', data: z.strictObject({}) },
  /** Its device has to be approved by the manager first. */
  DEVICE_WAITING: { textKey: 'error.deviceWaiting', data: z.strictObject({}) },
  DEVICE_REVOKED: { textKey: 'error.deviceRevoked', data: z.strictObject({}) },
  /** A device sent more on this day that it has not signed than the hub keeps. */
  UNSIGNED_TOO_MUCH: { textKey: 'error.unsignedTooMuch', data: z.strictObject({}) },
  BATCH_TOO_LARGE: { textKey: 'error.batchTooLarge', data: z.strictObject({}) },
  /** At the till: what a person gave is neither an invitation nor an address with a code. */
  INVITATION_UNREADABLE: { textKey: 'error.invitationUnreadable', data: z.strictObject({}) },
  HUB_UNREACHABLE: { textKey: 'error.hubUnreachable', data: z.strictObject({ hub: z.string() }) },
  /** Something answers there, but no hub of ours. */
  HUB_NOT_FOUND: { textKey: 'error.hubNotFound', data: z.strictObject({ hub: z.string() }) },
  /** A hub answers, but by the other of http and https. */
  HUB_OTHERWISE: { textKey: 'error.hubOtherwise', data: z.strictObject({ hub: z.string() }) },
  /** Nobody has said yet that this is the hub's key: `9V3C-5TGA-2KQM`. */
  HUB_KEY_UNCHECKED: {
    textKey: 'error.hubKeyUnchecked',
    data: z.strictObject({ key: z.string() }),
  },
  /** What answers there has another key than the invitation tells. */
  HUB_KEY_WRONG: { textKey: 'error.hubKeyWrong', data: z.strictObject({ hub: z.string() }) },
  /** The signature of a request; the nonce with which it is to be made anew. */
  REQUEST_UNSIGNED: {
    textKey: 'error.requestUnsigned',
    data: z.strictObject({ nonce: z.string() }),
  },
} as const satisfies Record<string, ErrorEntry>;
