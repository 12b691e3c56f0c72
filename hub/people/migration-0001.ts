import { type DatabaseKind, ddl } from '../database/ddl.ts';

/** Links of administrators, and the sessions that were opened by them. */
export function peopleTables(kind: DatabaseKind): string[] {
  const { bytes, int, text, table } = ddl(kind);
  return [
    table(
      'sign_in_link',
      `hash ${bytes} NOT NULL PRIMARY KEY CHECK (length(hash) = 32)`,
      `expires_at_ms ${int} NOT NULL`,
      `used_at_ms ${int}`,
    ),
    table(
      'session',
      `hash ${bytes} NOT NULL PRIMARY KEY CHECK (length(hash) = 32)`,
      `administrator ${text} NOT NULL`,
      `opened_at_ms ${int} NOT NULL`,
      `seen_at_ms ${int} NOT NULL`,
      `expires_at_ms ${int} NOT NULL`,
    ),
    'CREATE INDEX session_by_end ON session (expires_at_ms)',
  ];
}
