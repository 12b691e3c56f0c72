import { z } from 'zod';
import { lineOfText } from '../line-of-text.ts';
import { RupiahPositive } from '../money.ts';
import { Nmid } from '../payments/nmid.ts';
import { OrganisationCode } from '../sync/place.ts';
import { BusinessDate } from '../time.ts';

/** Longest name of a region, a mall or a stall: a receipt and StallName take no longer one. */
export const PLACE_NAME_MAX = 60;
/** Longest name of a federation or a member: a company's with its legal form. */
export const PARTY_NAME_MAX = 100;
/** Longest floor (`Lantai dasar, sayap timur`) and longest number on a stall's door. */
export const FLOOR_MAX = 30;
export const NUMBER_MAX = 16;
/** Largest unit, in dm²: a square kilometre. */
export const SIZE_DM2_MAX = 100_000_000;

/** Code of a village in the Ministry of Home Affairs' list: `32.73.01.1001`. */
export const VillageCode = z.string().regex(/^\d{2}\.\d{2}\.\d{2}\.\d{4}$/);

/** What the places of a village code are called. Source: idn-area-data (ODbL 1.0). */
export const VillageNames = z.strictObject({
  village: z.string(),
  district: z.string(),
  regency: z.string(),
  province: z.string(),
});
export type VillageNames = z.output<typeof VillageNames>;

/** The federation itself. There is one. */
const Federation = z.strictObject({ name: lineOfText(1, PARTY_NAME_MAX) });

/** A regional board. */
const Region = z.strictObject({
  code: OrganisationCode,
  name: lineOfText(1, PLACE_NAME_MAX),
});

/** A mall, of the region that looks after it. */
const Mall = z.strictObject({
  code: OrganisationCode,
  region: OrganisationCode,
  name: lineOfText(1, PLACE_NAME_MAX),
});

/** A place in a mall that a stall can be in. Its code is one of its mall. */
const Unit = z.strictObject({
  mall: OrganisationCode,
  code: OrganisationCode,
  floor: lineOfText(1, FLOOR_MAX),
  /** Square decimetres, hundredths of a m². */
  sizeDm2: z.int().min(1).max(SIZE_DM2_MAX).nullable(),
});

/** A maker who is a member of the federation, with the village that the goods come from. */
const Member = z.strictObject({
  code: OrganisationCode,
  name: lineOfText(1, PARTY_NAME_MAX),
  villageCode: VillageCode,
  /** As they were when the code came in: villages are renamed and divided. */
  origin: VillageNames,
  region: OrganisationCode,
});

/** A stall: what a till sells for. */
const Stall = z.strictObject({
  code: OrganisationCode,
  mall: OrganisationCode,
  /** Within the mall, as it stands on its door; empty where it has none. */
  number: lineOfText(0, NUMBER_MAX),
  name: lineOfText(1, PLACE_NAME_MAX),
  /** National merchant id of its QRIS; empty where it has none, or nobody has told it. */
  nmid: Nmid.or(z.literal('')),
});

/**
 * That a member has a stall in a unit for some time, and what it costs. A stall that moves, another
 * member and another tariff are a new contract; a member may have several stalls.
 */
const Contract = z.strictObject({
  stall: OrganisationCode,
  member: OrganisationCode,
  /** The stall's own. */
  mall: OrganisationCode,
  unit: OrganisationCode,
  /** Rupiah a month. */
  tariffRupiah: RupiahPositive,
  /** First day. */
  from: BusinessDate,
  /** Last day, itself included; null while it has no end. */
  to: BusinessDate.nullable(),
});

/** A row of each kind. */
export const organisationRows = {
  federation: Federation,
  region: Region,
  mall: Mall,
  unit: Unit,
  member: Member,
  stall: Stall,
  contract: Contract,
} as const;

/** What the organisation is made of, each kind behind those that it names. */
export const organisationKinds = [
  'federation',
  'region',
  'mall',
  'unit',
  'member',
  'stall',
  'contract',
] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

/** A row of this kind. */
export type RowOf<K extends OrganisationKind> = z.output<(typeof organisationRows)[K]>;

/** Rows of each kind by their key. */
export type KnownRows = { readonly [K in OrganisationKind]: ReadonlyMap<string, RowOf<K>> };

/** The rows that are there, and what is known beside them. */
export interface Organisation extends KnownRows {
  /** Codes of the stalls of which a till has sent anything: their turnover is their mall's. */
  readonly traded: ReadonlySet<string>;
  /** By their code. */
  readonly villages: ReadonlyMap<string, VillageNames>;
}
