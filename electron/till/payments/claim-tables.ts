/** What was found out of a claimed tender. */
export interface TenderStateTable {
  /** Position of its record in the journal. */
  record: number;
  /** Client-made id of the act, which can tell of several tenders. */
  uuid: string;
  /** `epoch.seq` of the record of the sale. */
  ref: string;
  /** Receipt number of the sale. */
  number: string;
  /** The tender's place in the sale, from 0. */
  tender: number;
  state: 'claimed' | 'verified' | 'missing';
  found_by: 'hand' | 'report' | 'hub';
  reference: string | null;
  /** Hex: the row of a report that said so. */
  row_hash: string | null;
  note: string;
  at_ms: number;
  /** Pseudonym. */
  cashier: string;
}

/** A claimed tender of which nothing is known: its key in `sale_tender`. */
export interface OpenClaimTable {
  record: number;
  position: number;
}
