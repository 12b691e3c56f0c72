import { type DatabaseKind, ddl } from '../database/ddl.ts';

/** Who the hub is. */
export function systemTables(kind: DatabaseKind): string[] {
  const { bytes, int, text, table } = ddl(kind);
  return [
    table(
      'hub',
      `"only" ${int} NOT NULL PRIMARY KEY CHECK ("only" = 1)`,
      `name ${text} NOT NULL`,
      `device ${text} NOT NULL`,
      `public_key ${bytes} NOT NULL CHECK (length(public_key) = 32)`,
      `nonce_secret ${bytes} NOT NULL`,
      `created_at_ms ${int} NOT NULL`,
    ),
  ];
}
