import type { DownKind } from '../../domain/down/item.ts';

/** What tills are told: announcements, templates, keys, requests. Ended ones stay. */
export interface DownItemTable {
  id: string;
  /** Whom it is for: see audience.ts. */
  audience: string;
  /** Grows with each change of any item; no two have the same. */
  version: number;
  /** As it was made: a till that was not there yet need not hear that it ended. */
  first_version: number;
  kind: DownKind;
  /** JSON of what its kind has beside id, version and end. */
  content: string;
  is_ended: number;
  made_at_ms: number;
}
