import type { Actor } from '../../../domain/actor.ts';
import { catalogTitles } from '../../../domain/catalog/catalog-columns.ts';
import type { ExportPiece } from '../../../domain/catalog/contract.ts';
import type { ShelfProduct } from '../../../domain/catalog/product.ts';
import { writeTax } from '../../../domain/catalog/product-tax.ts';
import { BYTE_ORDER_MARK, writeTable } from '../../../node/tables/write-table.ts';
import { read } from '../database/write.ts';
import { type JournalTill, writeAct } from '../journal/write-journal.ts';
import { listProducts, withUnits } from './search-store.ts';

/** Products read in one look; between two of them the till goes on selling. */
const STEP = 500;
const DELIMITER = ';';

/**
 * The whole catalog as a CSV file, piece by piece, in the order in which products were added: one
 * row for each way to sell a product, the base unit first. Importing it again changes nothing.
 * @throws LapakError CLOCK_WRONG
 */
export async function* exportCatalog(till: JournalTill, actor: Actor): AsyncGenerator<ExportPiece> {
  // Said before the first piece leaves. A damaged book takes no record, and is let out anyway.
  if (!till.health.damage) {
    writeAct(till, actor, (_, tell) => tell({ act: 'catalog-export' }));
  }
  yield { text: BYTE_ORDER_MARK + writeTable([catalogTitles], DELIMITER) };
  for (let afterId = 0; ; ) {
    const step = read(till, (tx) => {
      const found = listProducts(tx, { afterId, limit: STEP });
      return { lastId: found.at(-1)?.id, products: withUnits(tx, found) };
    });
    if (step.lastId === undefined) return;
    yield { text: writeTable(step.products.flatMap(rowsOf), DELIMITER) };
    afterId = step.lastId;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** In the order of `catalogTitles`. */
function rowsOf({ code, name, category, tax, units, onHandMilli }: ShelfProduct) {
  return units.map(({ unit, factorMilli, priceRupiah, floorRupiah, barcodes }, at) => [
    code,
    name,
    category,
    unit,
    quantityCell(factorMilli),
    priceRupiah,
    barcodes.join(' '),
    at === 0 ? quantityCell(onHandMilli) : '',
    floorRupiah ?? '',
    at === 0 && tax ? writeTax(tax) : '',
  ]);
}

/** A decimal comma, and never three decimals after it, which could be taken for thousands. */
function quantityCell(quantityMilli: number): number | string {
  if (quantityMilli % 1000 === 0) return quantityMilli / 1000;
  const digits = String(Math.abs(quantityMilli)).padStart(4, '0');
  const decimals = digits.slice(-3).replace(/0+$/, '');
  const sign = quantityMilli < 0 ? '-' : '';
  return `${sign}${digits.slice(0, -3)},${decimals.length === 3 ? `${decimals}0` : decimals}`;
}
