import type { Database } from 'better-sqlite3';
import { LINES } from './bench-till.ts';

const FIRST_ID = 10_000_000;

/**
 * Puts the rows of one sale into the book with nothing but better-sqlite3, every value bound as a
 * sale binds it: the floor.
 */
export function insertBare(db: Database): (at: number) => void {
  const sale = db.prepare(`INSERT INTO sale VALUES (${marks(15)})`);
  const line = db.prepare(`INSERT INTO sale_line VALUES (${marks(8)})`);
  const tender = db.prepare(`INSERT INTO sale_tender VALUES (${marks(4)})`);
  const move = db.prepare(`INSERT INTO stock_move VALUES (${marks(7)})`);
  const stock = db.prepare(
    `INSERT INTO stock VALUES (${marks(2)}) ON CONFLICT (product_id)
     DO UPDATE SET on_hand_milli = on_hand_milli + excluded.on_hand_milli`,
  );
  const record = db.prepare(`INSERT INTO journal_record VALUES (${marks(7)})`);
  const job = db.prepare(`INSERT INTO print_job VALUES (${marks(8)})`);
  const stall = JSON.stringify({ name: 'Lapak Contoh', number: 'A-12', mall: 'Thamrin City' });
  const bytes = Buffer.alloc(900, 32);
  const leaf = Buffer.alloc(32, 1);
  const signature = Buffer.alloc(64, 2);
  const whole = db.transaction((at: number) => {
    const id = FIRST_ID + at;
    const uuid = `bare-${String(at).padStart(31, '0')}`;
    const number = `BAR-${String(at).padStart(6, '0')}`;
    const atMs = 1_795_000_000_000 + at;
    const day = '2026-11-23';
    const sums = [125_000, 0, 125_000, 25_000] as const;
    sale.run(id, uuid, number, 'sale', 9, at, atMs, 420, day, 'kasir-1', stall, ...sums);
    for (let place = 0; place < LINES; place += 1) {
      const product = 1 + ((at * 7919 + place * 104_729) % 1_000);
      line.run(id, place, `P-${product}`, `Barang ${product}`, 'pcs', 1000, 25_000, 25_000);
      move.run(null, product, -1000, 'sale', id, null, atMs);
      stock.run(product, -1000);
    }
    tender.run(id, 0, 'cash', 150_000);
    record.run(null, 9, at, 'sale', bytes, leaf, signature);
    job.run(null, id, 0, 'pending', 0, null, atMs, null);
  });
  return (at) => whole.immediate(at);
}

function marks(count: number): string {
  return Array.from({ length: count }, () => '?').join();
}
