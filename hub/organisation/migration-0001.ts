import { type DatabaseKind, ddl } from '../database/ddl.ts';

/**
 * The federation and what it is made of. That no stall and no unit has two contracts on one day is
 * held by the import, under its lock: Citus and SQLite have no exclusion constraints.
 */
export function organisationTables(kind: DatabaseKind): string[] {
  const { int, text, table } = ddl(kind);
  return [
    table(
      'federation',
      `"only" ${int} NOT NULL PRIMARY KEY CHECK ("only" = 1)`,
      `name ${text} NOT NULL`,
    ),
    table('region', `code ${text} NOT NULL PRIMARY KEY`, `name ${text} NOT NULL`),
    table(
      'mall',
      `code ${text} NOT NULL PRIMARY KEY`,
      `region ${text} NOT NULL REFERENCES region (code)`,
      `name ${text} NOT NULL`,
    ),
    'CREATE INDEX mall_by_region ON mall (region)',
    table(
      'unit',
      `mall ${text} NOT NULL REFERENCES mall (code)`,
      `code ${text} NOT NULL`,
      `floor ${text} NOT NULL`,
      `size_dm2 ${int} CHECK (size_dm2 > 0)`,
      'PRIMARY KEY (mall, code)',
    ),
    table(
      'member',
      `code ${text} NOT NULL PRIMARY KEY`,
      `name ${text} NOT NULL`,
      `village_code ${text} NOT NULL`,
      `village ${text} NOT NULL`,
      `district ${text} NOT NULL`,
      `regency ${text} NOT NULL`,
      `province ${text} NOT NULL`,
      `region ${text} NOT NULL REFERENCES region (code)`,
    ),
    'CREATE INDEX member_by_region ON member (region)',
    'CREATE INDEX member_by_village ON member (village_code)',
    table(
      'stall',
      `code ${text} NOT NULL PRIMARY KEY`,
      `mall ${text} NOT NULL REFERENCES mall (code)`,
      `number ${text} NOT NULL`,
      `name ${text} NOT NULL`,
      `nmid ${text} NOT NULL DEFAULT ''`,
    ),
    'CREATE INDEX stall_by_mall ON stall (mall)',
    "CREATE INDEX stall_by_nmid ON stall (nmid) WHERE nmid <> ''",
    ...contractTable(kind),
  ];
}

function contractTable(kind: DatabaseKind): string[] {
  const { int, text, table } = ddl(kind);
  return [
    table(
      'contract',
      `stall ${text} NOT NULL REFERENCES stall (code)`,
      `from_date ${text} NOT NULL`,
      `to_date ${text} CHECK (to_date >= from_date)`,
      `member ${text} NOT NULL REFERENCES member (code)`,
      `mall ${text} NOT NULL`,
      `unit ${text} NOT NULL`,
      `tariff_rupiah ${int} NOT NULL CHECK (tariff_rupiah >= 0)`,
      'PRIMARY KEY (stall, from_date)',
      'FOREIGN KEY (mall, unit) REFERENCES unit (mall, code)',
    ),
    'CREATE INDEX contract_by_unit ON contract (mall, unit, from_date)',
    'CREATE INDEX contract_by_member ON contract (member)',
  ];
}
