import { type DatabaseKind, ddl } from '../database/ddl.ts';

/** The hub's own journal: what is in it stays as it is. */
export function journalTables(kind: DatabaseKind): string[] {
  const { bytes, int, text, table } = ddl(kind);
  const journal = table(
    'hub_record',
    `position ${int} NOT NULL PRIMARY KEY`,
    `epoch ${int} NOT NULL`,
    `seq ${int} NOT NULL`,
    `type ${text} NOT NULL`,
    `head ${bytes} NOT NULL`,
    `body ${bytes} NOT NULL`,
    `leaf ${bytes} NOT NULL CHECK (length(leaf) = 32)`,
    `signature ${bytes} NOT NULL CHECK (length(signature) = 64)`,
    'UNIQUE (epoch, seq)',
  );
  return [journal, ...(kind === 'sqlite' ? sqliteTriggers : postgresTriggers)];
}

const REFUSAL = 'a record of the journal stays as it is';

const sqliteTriggers = (['UPDATE', 'DELETE'] as const).map(
  (act) => `CREATE TRIGGER hub_record_no_${act.toLowerCase()} BEFORE ${act} ON hub_record
    BEGIN SELECT RAISE(ABORT, '${REFUSAL}'); END`,
);

const postgresTriggers = [
  `CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION '${REFUSAL}'; END $$`,
  `CREATE TRIGGER hub_record_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON hub_record
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
];
