import type { Generated } from 'kysely';

/** The federation: one row. */
export interface FederationTable {
  only: 1;
  name: string;
}

/** A region of the federation. */
export interface RegionTable {
  /** `jabar` */
  code: string;
  name: string;
}

/** A mall of a region. */
export interface MallTable {
  code: string;
  /** Code of its region. */
  region: string;
  name: string;
}

/** A place in a mall that a stall can be in. */
export interface UnitTable {
  mall: string;
  /** Within the mall: `B1-07`. */
  code: string;
  floor: string;
  /** Hundredths of a m²; null where nobody has measured it. */
  size_dm2: number | null;
}

/** A maker who is a member of the federation. */
export interface MemberTable {
  code: string;
  name: string;
  /** Of the Ministry of Home Affairs: `32.73.01.1001`. */
  village_code: string;
  /** What the places of the code were called when it came in. */
  village: string;
  district: string;
  regency: string;
  province: string;
  /** Code of the region that the member belongs to. */
  region: string;
}

/** A stall of a mall. */
export interface StallTable {
  /** `TC-A12` */
  code: string;
  /** Code of its mall. */
  mall: string;
  /** Within the mall, as it stands on its door: `A12`; empty where it has none. */
  number: string;
  name: string;
  /** National merchant id of its QRIS; several stalls of a member may have one. Empty for none. */
  nmid: Generated<string>;
}

/** That a member has a stall in a unit for some time. */
export interface ContractTable {
  stall: string;
  /** First day, `YYYY-MM-DD`. */
  from_date: string;
  /** Last day, itself included; null while it has no end. */
  to_date: string | null;
  member: string;
  /** The stall's own: the unit is one of it. */
  mall: string;
  unit: string;
  /** A month. */
  tariff_rupiah: number;
}
