import { build } from '../database/build.ts';
import { prepare, type Tx } from '../database/run.ts';

/** The value kept under `key`, or undefined. The caller checks its shape. */
export function readSetting(tx: Tx, key: string): unknown {
  const row = findSetting.first(tx, { key });
  return row === undefined ? undefined : JSON.parse(row.value);
}

/** Keeps a JSON value under `key`. */
export function writeSetting(tx: Tx, key: string, value: unknown): void {
  upsertSetting.run(tx, { key, value: JSON.stringify(value) });
}

const findSetting = prepare<{ key: string }, { value: string }>((given) =>
  build.selectFrom('setting').select('value').where('key', '=', given('key')),
);

const upsertSetting = prepare<{ key: string; value: string }>((given) =>
  build
    .insertInto('setting')
    .values({ key: given('key'), value: given('value') })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: given('value') })),
);
