import { type DatabaseKind, ddl } from '../database/ddl.ts';

/** What tills are told. */
export function downTables(kind: DatabaseKind): string[] {
  const { int, text, table } = ddl(kind);
  return [
    table(
      'down_item',
      `id ${text} NOT NULL PRIMARY KEY`,
      `audience ${text} NOT NULL`,
      `version ${int} NOT NULL UNIQUE`,
      `first_version ${int} NOT NULL`,
      `kind ${text} NOT NULL`,
      `content ${text} NOT NULL`,
      `is_ended ${int} NOT NULL CHECK (is_ended IN (0, 1))`,
      `made_at_ms ${int} NOT NULL`,
    ),
    'CREATE INDEX down_item_as_made ON down_item (first_version)',
    'CREATE INDEX down_item_by_audience ON down_item (audience, version)',
    `CREATE INDEX down_item_of_payments ON down_item (made_at_ms)
    WHERE kind = 'settled' AND is_ended = 0`,
    "CREATE INDEX down_item_of_keys ON down_item (version) WHERE kind = 'key-list'",
  ];
}
