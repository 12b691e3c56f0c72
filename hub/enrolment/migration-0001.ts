import { type DatabaseKind, ddl } from '../database/ddl.ts';
import { rowSecurity } from '../database/row-security.ts';

/** Codes, the tills that enrolled with them, and the nonces that they used. */
export function enrolmentTables(kind: DatabaseKind): string[] {
  const { bytes, int, text, table, narrowTable } = ddl(kind);
  return [
    table(
      'device',
      `device ${text} NOT NULL PRIMARY KEY`,
      `stall ${text} NOT NULL REFERENCES stall (code)`,
      `public_key ${bytes} NOT NULL CHECK (length(public_key) = 32)`,
      `transport_key ${bytes} NOT NULL UNIQUE CHECK (length(transport_key) = 32)`,
      `state ${text} NOT NULL CHECK (state IN ('waiting', 'active', 'revoked'))`,
      `enrolled_at_ms ${int} NOT NULL`,
      `approved_at_ms ${int}`,
      `revoked_at_ms ${int}`,
      `last_epoch ${int}`,
      `last_seq ${int}`,
      `told_version ${int} NOT NULL DEFAULT 0`,
    ),
    'CREATE INDEX device_by_stall ON device (stall, approved_at_ms, revoked_at_ms)',
    'CREATE INDEX device_by_enrolment ON device (enrolled_at_ms, device)',
    'CREATE INDEX device_by_state ON device (state, enrolled_at_ms, device)',
    table(
      'enrolment_code',
      `hash ${bytes} NOT NULL PRIMARY KEY CHECK (length(hash) = 32)`,
      `stall ${text} NOT NULL REFERENCES stall (code)`,
      `created_at_ms ${int} NOT NULL`,
      `expires_at_ms ${int} NOT NULL`,
      `used_at_ms ${int}`,
      `device ${text} REFERENCES device (device)`,
    ),
    narrowTable(
      'used_nonce',
      `nonce ${text} NOT NULL PRIMARY KEY`,
      `expires_at_ms ${int} NOT NULL`,
    ),
    'CREATE INDEX used_nonce_by_end ON used_nonce (expires_at_ms)',
    ...rowSecurity(kind, ['device', 'enrolment_code']),
  ];
}
