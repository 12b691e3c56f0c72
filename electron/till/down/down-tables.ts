/** What the hub tells this till. */
export interface HubItemTable {
  id: string;
  /** The hub's number. */
  version: number;
  /** Also one that a newer program knows: it is there when that comes. */
  kind: string;
  /** The item as it came. */
  json: string;
  is_ended: 0 | 1;
  /** When somebody at this till had read it. */
  read_at_ms: number | null;
  /** What became of a request here. */
  answer: 'sent' | 'missing' | 'refused' | null;
  /** When the details that it asks for left. */
  sent_at_ms: number | null;
  /** When the hub had taken the answer. */
  answered_at_ms: number | null;
}

/** One row: the hub's version up to which everything is here. */
export interface HubItemCursorTable {
  only: 1;
  version: number;
  /** How many items of the newest that was heard were more than a till keeps. */
  refused: number;
  /** When the hub last said that this is all. UTC ms */
  heard_at_ms: number | null;
}
