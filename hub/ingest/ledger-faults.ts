import type { OfDevice } from './chain-store.ts';

/** What can be wrong with what tills sent. */
type LedgerFaultKind =
  | 'key-unknown'
  | 'record-gone'
  | 'leaf-differs'
  | 'unsigned'
  | 'tree-differs'
  | 'nodes-differ';

/** A record of a device; null for what is wrong with all of it. */
export interface LedgerSpot {
  readonly stall: string;
  readonly device: string;
  /** Its number in the order in which the hub stored them; 1 is the first. */
  readonly record: number | null;
  /** `1.4`; null where the record is gone. */
  readonly place: string | null;
}

/** What is wrong, and where. */
export interface LedgerFault extends LedgerSpot {
  readonly fault: LedgerFaultKind;
}

/** So many are listed, and of one device; all are counted. */
const LISTED_MAX = 100;
const LISTED_OF_DEVICE_MAX = 10;

/** What a check of all devices found. */
export interface LedgerFindings {
  readonly faultCount: number;
  readonly faults: readonly LedgerFault[];
  /** Records whose own signature is wrong, and which a later one of the till proves. */
  readonly badSignatureCount: number;
  readonly badSignatures: readonly LedgerSpot[];
}

/** Takes what is found, device by device. */
export interface LedgerNotes {
  fault(fault: LedgerFaultKind, spot: LedgerSpot): void;
  badSignature(spot: LedgerSpot): void;
  findings(): LedgerFindings;
}

/** Nothing found yet. */
export function openNotes(): LedgerNotes {
  const faults: LedgerFault[] = [];
  const badSignatures: LedgerSpot[] = [];
  let [faultCount, badSignatureCount] = [0, 0];
  return {
    fault: (fault, spot) => {
      faultCount += 1;
      if (hasRoom(faults, spot)) faults.push({ ...spot, fault });
    },
    badSignature: (spot) => {
      badSignatureCount += 1;
      if (hasRoom(badSignatures, spot)) badSignatures.push(spot);
    },
    findings: () => ({ faultCount, faults, badSignatureCount, badSignatures }),
  };
}

/** One till that lies does not hide what is wrong with others: they come device by device. */
function hasRoom(listed: readonly LedgerSpot[], { device }: LedgerSpot): boolean {
  const tenth = listed.at(-LISTED_OF_DEVICE_MAX);
  return listed.length < LISTED_MAX && tenth?.device !== device;
}

/** A device as a whole. */
export function allOf({ stall, device }: OfDevice): LedgerSpot {
  return { stall, device, record: null, place: null };
}
