import type { Database } from 'better-sqlite3';
import { LINES } from './bench-till.ts';

/** As long as the two parts of a record of five lines are. */
const HEAD_BYTES = 620;
const BODY_BYTES = 900;

const FIRST = 10_000_000;

/**
 * Puts the rows of one sale into the book with nothing but better-sqlite3, every value bound as a
 * sale binds it: the floor.
 */
export function insertBare(db: Database): (at: number) => void {
  const record = db.prepare(`INSERT INTO journal_record VALUES (${marks(8)})`);
  const sale = db.prepare(`INSERT INTO sale VALUES (${marks(18)})`);
  const line = db.prepare(`INSERT INTO sale_line VALUES (${marks(16)})`);
  const tender = db.prepare(`INSERT INTO sale_tender VALUES (${marks(6)})`);
  const move = db.prepare(`INSERT INTO stock_move VALUES (${marks(4)})`);
  const stock = db.prepare(
    `INSERT INTO stock VALUES (${marks(2)}) ON CONFLICT (code)
     DO UPDATE SET on_hand_milli = on_hand_milli + excluded.on_hand_milli`,
  );
  const job = db.prepare(`INSERT INTO print_job VALUES (${marks(9)})`);
  const [head, body] = [Buffer.alloc(HEAD_BYTES, 32), Buffer.alloc(BODY_BYTES, 32)];
  const [leaf, signature] = [Buffer.alloc(32, 1), Buffer.alloc(64, 2)];
  const whole = db.transaction((at: number) => {
    const id = FIRST + at;
    const uuid = `bare-${String(at).padStart(31, '0')}`;
    const number = `BAR-${String(at).padStart(6, '0')}`;
    const atMs = 1_795_000_000_000 + at;
    const place = [atMs, 420, '2026-11-23', 'kasir-1'] as const;
    record.run(id, 9, at, 'sale', head, body, leaf, signature);
    const sums = [125_000, 0, 0, 0, 125_000, 25_000] as const;
    sale.run(id, uuid, number, 'sale', null, null, ...place, null, 1, ...sums);
    for (let position = 0; position < LINES; position += 1) {
      const product = 1 + ((at * 7919 + position * 104_729) % 1_000);
      const code = `P-${String(product).padStart(6, '0')}`;
      const name = `Barang ${product}`;
      const sold = [1000, 1000, 25_000, null, 25_000, 0, 'none', 0, 25_000, null] as const;
      line.run(id, position, code, name, '', 'pcs', ...sold);
      move.run(id, position, code, -1000);
      stock.run(code, -1000);
    }
    tender.run(id, 0, 'cash', 150_000, null, null);
    job.run(null, id, 0, 0, 'pending', 0, null, atMs, null);
  });
  return (at) => whole.immediate(at);
}

function marks(count: number): string {
  return Array.from({ length: count }, () => '?').join();
}
