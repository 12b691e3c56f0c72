/** A record of fees of the till's own journal. */
export interface FeeEntryTable {
  /** Position of its record. */
  record: number;
  /** Client-made id of the act. */
  uuid: string;
  act: string;
  mall: string;
  /** By how much it changes what is set aside; negative out of it. */
  set_aside_rupiah: number;
}

/** A record of fees that the hub told this till, once it was looked at. */
export interface FeeToldTable {
  /** Id of the item that it came by. */
  item: string;
  position: number;
  /** Its place in the hub's journal, as signed; null of one that does not check. */
  epoch: number | null;
  seq: number | null;
  /** Pseudonym of who did it. */
  by: string;
  at_ms: number;
  /** JSON of its body, of one that checks. */
  body: string;
  /** Why it is not counted; null where it is. */
  fault: string | null;
}

/** Something that the stall tells its mall. */
export interface FeeMessageTable {
  id: string;
  /** Position of the act in the till's own journal. */
  record: number;
  /** Name of the key of the hub that it is for. */
  hub: string;
  made_at_ms: number;
  /** JSON */
  content: string;
  photo: Buffer | null;
  state: 'waiting' | 'sent' | 'refused';
  /** Code that the hub refuses it with, for good or for this day; empty otherwise. */
  reason: string;
  /** Not sent again before then. UTC ms */
  not_before_ms: number;
  /** Whether somebody has read that it was refused. */
  is_acknowledged: 0 | 1;
}
