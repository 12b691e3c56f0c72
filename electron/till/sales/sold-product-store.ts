import { sql } from 'kysely';
import { soldWords } from '../../../domain/sales/find-sales.ts';
import { build } from '../database/build.ts';
import { all, prepare, type Tx } from '../database/run.ts';
import type { SaleLineTable, SoldProductTable } from './sale-tables.ts';

type Sold = Pick<SaleLineTable, 'code' | 'name'>;

/** Notes a product that is sold, by the name that it has now; most are noted already. */
export function noteSold(tx: Tx, { code, name }: Sold): void {
  if (isNoted.first(tx, { code, name })) return;
  insertOne.run(tx, { code, name, words: soldWords({ code, name }) });
}

/** Fills the empty table of what was ever sold from the lines of all sales. */
export function collectSold(tx: Tx): void {
  for (const sold of all(tx, everySold)) noteSold(tx, sold);
}

/** Code or name of a product that is noted and was not sold, or the other way about. */
export function findSoldDifference(tx: Tx): string | undefined {
  const sold = new Set(all(tx, everySold).map(keyOf));
  const noted = all(tx, everyNoted);
  const wrong = noted.find((one) => !sold.delete(keyOf(one)) || one.words !== soldWords(one));
  if (wrong) return wrong.code || wrong.name;
  const [missing] = sold;
  return missing;
}

/** Products that were sold, in whose name and code each of the words stands. */
export function findSold(tx: Tx, words: readonly string[]): Sold[] {
  const query = build
    .selectFrom('sold_product')
    .select(['code', 'name'])
    .where((e) => e.and(words.map((word) => sql<boolean>`instr(words, ${word}) > 0`)));
  return all(tx, query);
}

/** One text for both, which no other product has. */
function keyOf({ code, name }: Sold): string {
  return JSON.stringify([code, name]);
}

const isNoted = prepare<Sold, { code: string }>((given) =>
  build
    .selectFrom('sold_product')
    .select('code')
    .where('code', '=', given('code'))
    .where('name', '=', given('name')),
);

const insertOne = prepare<SoldProductTable>((given) =>
  build
    .insertInto('sold_product')
    .values({ code: given('code'), name: given('name'), words: given('words') }),
);

const everySold = build.selectFrom('sale_line').select(['code', 'name']).distinct();
const everyNoted = build.selectFrom('sold_product').select(['code', 'name', 'words']);
