import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { canonicalJson } from '../../domain/journal/canonical.ts';
import { type ChainTip, nextHead, tipAfter } from '../../domain/journal/chain.ts';
import type { RecordDraft } from '../../domain/journal/record.ts';
import { type Book, bookOf } from '../../electron/till/database/book.ts';
import { read, write } from '../../electron/till/database/write.ts';
import { appendRecord, readTip } from '../../electron/till/journal/append-record.ts';
import { BOOK_FILE, KEY_FILE } from '../../electron/till/journal/folder.ts';
import { type Device, parseDevice } from '../../electron/till/journal/device.ts';
import { insertRecord } from '../../electron/till/journal/record-store.ts';
import { leafOf, signRecord } from '../../node/crypto/signing.ts';

/** A start looks at the newest hundred records: what lies below them it only sends. */
const LOOKED_AT = 101;
/** Types of records that a till does not read again by itself. */
const NOT_READ = "'act', 'sale', 'refund', 'clock-change', 'recovery'";

/** A closed book, with the key to sign in it. */
class BentBook implements Disposable {
  readonly db: Database.Database;
  readonly #book: Book;
  readonly #device: Device;
  #tip: ChainTip;

  constructor(folder: string) {
    this.db = new Database(join(folder, BOOK_FILE));
    this.#book = bookOf(this.db, folder);
    this.#device = parseDevice(readFileSync(join(folder, KEY_FILE)), folder);
    this.#tip = read(this.#book, readTip);
  }

  /** Appends as many acts as a start looks at. */
  appendActs(atMs: number): void {
    write(this.#book, (tx) => {
      for (let more = 0; more < LOOKED_AT; more += 1) {
        this.#tip = appendRecord(tx, this.#device, this.#tip, actAt(atMs)).tip;
      }
    });
  }

  /** Appends a record of a later version, of which this one knows nothing but its place. */
  appendNewer(atMs: number): void {
    const next = nextHead(this.#device.device, this.#tip, actAt(atMs), '0'.repeat(64));
    const head = Buffer.from(canonicalJson({ ...next, v: 2, loyalty: 'perunggu' }));
    const leaf = leafOf(head);
    const { epoch, seq } = next;
    const signature = signRecord(this.#device.key, head);
    const body = Buffer.from('{}');
    write(this.#book, (tx) => {
      insertRecord(tx, { epoch, seq, type: 'act', head, body, leaf, signature });
    });
    this.#tip = tipAfter(this.#tip, next, leaf.toString('hex'));
  }

  [Symbol.dispose](): void {
    this.db.close();
  }
}

function actAt(atMs: number): RecordDraft {
  const date = new Date(atMs + 7 * 3_600_000).toISOString().slice(0, 10);
  const head = { at: atMs, offset: 420, businessDate: date, cashier: 'kasir-1', total: 0 as const };
  const body = { act: 'product-save' as const, subject: 'KOPI-01', note: '', changes: [] };
  return { type: 'act', head, body };
}

/** Appends a record of a later version of the till, and what it wrote after that. */
export function appendNewer(folder: string, atMs: number): void {
  using book = new BentBook(folder);
  book.appendNewer(atMs);
  book.appendActs(atMs);
}

/**
 * Changes a byte of a record, where there is one from this position on, and writes so many more
 * that no start looks at it.
 * @param pick 0 ≤ pick < 1
 */
export function poison(folder: string, from: number, pick: number, atMs: number): void {
  using book = new BentBook(folder);
  const { db } = book;
  const positions = db
    .prepare<[number], number>(
      `SELECT position FROM journal_record WHERE position >= ? AND type IN (${NOT_READ})
       ORDER BY position`,
    )
    .pluck()
    .all(from);
  const position = positions[Math.floor(pick * positions.length)];
  book.appendActs(atMs);
  if (position === undefined) return;
  const triggers = db
    .prepare<[], { name: string; sql: string }>(
      "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'journal_record'",
    )
    .all();
  db.transaction(() => {
    for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`);
    const found = db.prepare<[number], { head: Buffer }>(
      'SELECT head FROM journal_record WHERE position = ?',
    );
    const head = found.get(position)?.head ?? Buffer.alloc(0);
    const at = Math.floor(pick * head.length);
    head[at] = (head[at] ?? 0) ^ 1;
    db.prepare('UPDATE journal_record SET head = ? WHERE position = ?').run(head, position);
    for (const { sql } of triggers) db.exec(sql);
  })();
}
