import i18next, { type i18n } from 'i18next';
import type { LapakErrorCode } from './errors.ts';
import { lapakErrors } from './errors.ts';
import { formatRupiah } from './money.ts';
import { formatQuantity } from './quantity.ts';
import type { Language } from './settings/settings.ts';
import type { TextKey, wordsId } from './words.id.ts';

export type { TextKey };

/**
 * The facts that stand in a sentence: `{{name}}` as it is, `{{sum, rupiah}}` as money,
 * `{{q, quantity}}` in thousandths, `{{n, number}}` as a count.
 */
type FactsIn<S> = S extends `${string}{{${infer F}}}${infer Rest}`
  ? FactOf<F> & FactsIn<Rest>
  : unknown;
type FactOf<F extends string> = F extends `${infer Name}, ${string}`
  ? { readonly [N in Name]: number }
  : { readonly [N in F]: string | number };

/** All facts that the sentence of a key needs; of several keys, those of any of them. */
export type TextFacts<K extends TextKey> = (
  K extends TextKey
    ? (facts: FactsIn<(typeof wordsId)[K]>) => void
    : never
) extends (facts: infer F) => void
  ? F
  : never;

/** Keys of the sentences without facts. */
export type PlainTextKey = {
  [K in TextKey]: unknown extends TextFacts<K> ? K : never;
}[TextKey];

/** No argument for a sentence without facts. */
type FactsArgument<K extends TextKey> = unknown extends TextFacts<K> ? [] : [facts: TextFacts<K>];

/** The words of one language. */
export interface Translator {
  readonly language: Language;
  text<K extends TextKey>(key: K, ...facts: FactsArgument<K>): string;
  /** The sentence of an expected failure; of a fault when the code is not ours. */
  error(code: string, data: Readonly<Record<string, unknown>>): string;
}

/** The words of a language: these are all that are going to be said. */
export function makeTranslator(
  language: Language,
  words: Readonly<Partial<Record<TextKey, string>>>,
): Translator {
  const engine = makeEngine(language, words);
  const say = (key: string, facts: object = {}) => engine.t(key, { ...facts });
  return {
    language,
    text: (key, ...[facts]) => say(key, facts ?? {}),
    error: (code, data) =>
      isLapakErrorCode(code)
        ? say(lapakErrors[code].textKey, data)
        : say(lapakErrors.FAULT.textKey, { name: code }),
  };
}

function isLapakErrorCode(code: string): code is LapakErrorCode {
  return Object.hasOwn(lapakErrors, code);
}

function makeEngine(language: Language, words: Readonly<Partial<Record<TextKey, string>>>): i18n {
  const engine = i18next.createInstance();
  void engine.init({
    lng: language,
    resources: { [language]: { translation: words } },
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
    interpolation: { escapeValue: false },
  });
  engine.services.formatter?.add('rupiah', (value: number) => formatRupiah(value));
  engine.services.formatter?.add('quantity', (value: number) => formatQuantity(value));
  return engine;
}
