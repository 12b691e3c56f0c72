import { build } from '../database/build.ts';
import { prepare, type Tx } from '../database/run.ts';

/**
 * A reader of the value kept under `key`. `parse` makes a value of what is kept (undefined when
 * nothing is, null when it is no JSON), and is called again only when that has changed: every sale
 * reads the settings.
 */
export function settingReader<T extends object>(
  key: string,
  parse: (kept: unknown) => Readonly<T>,
): (tx: Tx) => Readonly<T> {
  let last: { readonly text: string | undefined; readonly value: Readonly<T> } | undefined;
  return (tx) => {
    const text = findSetting.first(tx, { key })?.value;
    if (last?.text !== text || !last) {
      last = { text, value: parse(parseJson(text)) };
    }
    return last.value;
  };
}

/** What is kept; null when it is no JSON. */
function parseJson(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return null;
  }
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
