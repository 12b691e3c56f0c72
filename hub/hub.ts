import type { HubDatabase } from './database/open-database.ts';
import type { HubLog } from './server/log.ts';
import type { HubIdentity } from './system/identity.ts';

/** What every part of the hub works with. */
export interface Hub {
  readonly database: HubDatabase;
  readonly identity: HubIdentity;
  /** UTC ms */
  readonly clock: () => number;
  /** So many bytes that nobody can guess. */
  readonly random: (bytes: number) => Buffer;
  readonly log: HubLog;
}
