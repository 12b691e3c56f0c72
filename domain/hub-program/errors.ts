import { z } from 'zod';
import type { ErrorEntry } from '../error-entry.ts';

/** Its expected failures: the key of their words, and the facts that the words need. */
export const hubErrors = {
  /** The key file of the data folder is missing, or is that of another hub than the database's. */
  HUB_KEY_OTHER: {
    textKey: 'error.hubKeyOther',
    data: z.strictObject({ file: z.string(), hub: z.string() }),
  },
  /** A file of its database, while it served. */
  HUB_FILE_LOST: { textKey: 'error.hubFileLost', data: z.strictObject({ file: z.string() }) },
  /** The folder has the key of a hub that its database knows nothing of. */
  HUB_FORGOT: { textKey: 'error.hubForgot', data: z.strictObject({ dataDir: z.string() }) },
  /** To who runs a hub: its database is damaged, by the file of its folder. */
  HUB_DAMAGED: {
    textKey: 'error.hubDamaged',
    data: z.strictObject({ dataDir: z.string(), detail: z.string() }),
  },
  HUB_DISK_FULL: { textKey: 'error.hubDiskFull', data: z.strictObject({}) },
  /** Another program holds its database; what a command was to do was not done. */
  HUB_DATABASE_HELD: {
    textKey: 'error.hubDatabaseHeld',
    data: z.strictObject({ detail: z.string() }),
  },
  /** PostgreSQL was not reached, or went away. */
  HUB_DATABASE_SILENT: {
    textKey: 'error.hubDatabaseSilent',
    data: z.strictObject({ detail: z.string() }),
  },
  HUB_RIGHTS_MISSING: {
    textKey: 'error.hubRightsMissing',
    data: z.strictObject({ detail: z.string() }),
  },
  /** A defect of ours in a command of the hub: standard error has its cause. */
  HUB_FAULT: { textKey: 'error.hubFault', data: z.strictObject({ name: z.string() }) },
  STALL_UNKNOWN: { textKey: 'error.stallUnknown', data: z.strictObject({ stall: z.string() }) },
  DEVICE_UNKNOWN: { textKey: 'error.deviceUnknown', data: z.strictObject({ device: z.string() }) },
  DEVICE_NOT_ONE: {
    textKey: 'error.deviceNotOne',
    data: z.strictObject({ device: z.string(), devices: z.int() }),
  },
  RECORD_UNKNOWN: { textKey: 'error.recordUnknown', data: z.strictObject({ leaf: z.string() }) },
  /** The link of an administrator is unknown, was used, or is old: which of them is not said. */
  LINK_WRONG: { textKey: 'error.linkWrong', data: z.strictObject({}) },
  SIGN_IN_NEEDED: { textKey: 'error.signInNeeded', data: z.strictObject({}) },
} as const satisfies Record<string, ErrorEntry>;
