import { kindOfFile } from '../../domain/organisation/kinds.ts';
import { afterPlan, type ImportPlan, planImport } from '../../domain/organisation/plan-import.ts';
import type {
  Organisation,
  OrganisationKind,
  RowOf,
  VillageNames,
} from '../../domain/organisation/rows.ts';

const sukarasa = {
  village: 'Sukarasa',
  district: 'Sukasari',
  regency: 'Kota Bandung',
  province: 'Jawa Barat',
};

/** A federation of nothing, and one village. */
export const nothingKnown: Organisation = {
  federation: new Map(),
  region: new Map(),
  mall: new Map(),
  unit: new Map(),
  member: new Map(),
  stall: new Map(),
  contract: new Map(),
  traded: new Set(),
  villages: new Map<string, VillageNames>([['32.73.01.1001', sukarasa]]),
};

/** Plans a file of plain cells between `;`, its titles in the first line. */
export function planText(known: Organisation, text: string): ImportPlan<OrganisationKind> {
  const [header = [], ...rows] = text.split('\n').map((line) => line.split(';'));
  const file = {
    header,
    rows: rows.map((cells, at) => ({ line: at + 2, cells, fault: null })),
  };
  return planImport(kindOfFile(header), file, known, null);
}

/** What is known once files came in, one after the other. */
export function knownAfter(known: Organisation, ...texts: readonly string[]): Organisation {
  return texts.reduce((now, text) => afterPlan(now, planText(now, text)), known);
}

/** Two malls of one region, two members, three stalls, three units in the first mall. */
export const aMall = knownAfter(
  nothingKnown,
  'kode wilayah;nama\ndki;DKI Jakarta\njabar;Jawa Barat',
  'kode mal;nama;wilayah\nTC;Thamrin City;dki\nPB;Pasar Baru;jabar',
  'mal;kode unit;lantai;luas\nTC;U1;B1;6,25\nTC;U2;B1;9\nTC;U3;L3;\nPB;U1;L1;4',
  'kode anggota;nama;desa;wilayah\nA1;Batik Sekar;32.73.01.1001;jabar\nA2;Kopi;32.73.01.1001;dki',
  'kode lapak;nama;mal;nomor\nS1;Sekar;TC;1\nS2;Kopi;TC;2\nS3;Sekar Kids;TC;3\nP1;Sekar;PB;1',
);

/** Pairs of contracts of one stall, or of one unit, that share a day. */
export function overlapsOf(
  contracts: readonly RowOf<'contract'>[],
): (readonly [RowOf<'contract'>, RowOf<'contract'>])[] {
  return contracts.flatMap((one, at) =>
    contracts.slice(at + 1).flatMap((other) => {
      const isSame =
        one.stall === other.stall || `${one.mall}/${one.unit}` === `${other.mall}/${other.unit}`;
      const meets =
        one.from <= (other.to ?? '9999-12-31') && other.from <= (one.to ?? '9999-12-31');
      return isSame && meets ? [[one, other] as const] : [];
    }),
  );
}
