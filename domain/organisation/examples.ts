import type { OrganisationKind } from './rows.ts';

/** Files to fill in, one of each kind; together they are a federation with two stalls. */
export const organisationExamples: Readonly<Record<OrganisationKind, string>> = {
  federation: file('federasi', 'Perhimpunan UKM IKM Nusantara'),
  region: file('kode wilayah;nama', 'dki;DKI Jakarta', 'jabar;Jawa Barat'),
  mall: file('kode mal;nama;wilayah', 'TC;Thamrin City;dki'),
  unit: file('mal;kode unit;lantai;luas', 'TC;B1-07;Lantai B1;6,25', 'TC;L3-12;Lantai 3;9'),
  member: file(
    'kode anggota;nama;desa;wilayah',
    'A-0001;Batik Sekar;32.73.01.1001;jabar',
    'A-0002;Kopi Betawi;31.71.01.1001;dki',
  ),
  stall: file(
    'kode lapak;nama;mal;nomor;nmid',
    'TC-A12;Batik Sekar;TC;A12;ID1020021181745',
    'TC-A14;Sekar Kids;TC;A14;',
  ),
  contract: file(
    'lapak;anggota;mal;unit;tarif;dari;sampai',
    'TC-A12;A-0001;TC;B1-07;1000000;2026-01-01;2026-12-31',
    'TC-A14;A-0001;TC;L3-12;1000000;2026-06-01;',
  ),
};

function file(...lines: readonly string[]): string {
  return [...lines, ''].join('\r\n');
}
