import i18next, { type i18n } from 'i18next';
import { catalogEn } from './catalog/text.en.ts';
import { catalogId } from './catalog/text.id.ts';
import { cliEn } from './cli/text.en.ts';
import { cliId } from './cli/text.id.ts';
import { historyEn } from './history/text.en.ts';
import { historyId } from './history/text.id.ts';
import { inventoryEn } from './inventory/text.en.ts';
import { inventoryId } from './inventory/text.id.ts';
import { journalEn } from './journal/text.en.ts';
import { journalId } from './journal/text.id.ts';
import { paymentsEn } from './payments/text.en.ts';
import { paymentsId } from './payments/text.id.ts';
import { printingEn } from './printing/text.en.ts';
import { printingId } from './printing/text.id.ts';
import { salesEn } from './sales/text.en.ts';
import { salesId } from './sales/text.id.ts';
import { settingsEn } from './settings/text.en.ts';
import { settingsId } from './settings/text.id.ts';
import { systemEn } from './system/text.en.ts';
import { systemId } from './system/text.id.ts';
import { tablesEn } from './tables/text.en.ts';
import { tablesId } from './tables/text.id.ts';
import type { LapakErrorCode } from './errors.ts';
import { lapakErrors } from './errors.ts';
import { formatRupiah } from './money.ts';
import { formatQuantity } from './quantity.ts';
import type { Language } from './settings/settings.ts';

const id = {
  ...catalogId,
  ...cliId,
  ...historyId,
  ...inventoryId,
  ...journalId,
  ...paymentsId,
  ...printingId,
  ...salesId,
  ...settingsId,
  ...systemId,
  ...tablesId,
} as const;
export type TextKey = keyof typeof id;

const en: Record<TextKey, string> = {
  ...catalogEn,
  ...cliEn,
  ...historyEn,
  ...inventoryEn,
  ...journalEn,
  ...paymentsEn,
  ...printingEn,
  ...salesEn,
  ...settingsEn,
  ...systemEn,
  ...tablesEn,
};

/** Every word of Lapak, by language and key. */
export const words = { id, en } as const;

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
    ? (facts: FactsIn<(typeof id)[K]>) => void
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

const translators: Record<Language, Translator> = {
  id: makeTranslator('id'),
  en: makeTranslator('en'),
};

/** The words of this language. */
export function translator(language: Language): Translator {
  return translators[language];
}

function makeTranslator(language: Language): Translator {
  const engine = makeEngine(language);
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

function makeEngine(language: Language): i18n {
  const engine = i18next.createInstance();
  void engine.init({
    lng: language,
    resources: { [language]: { translation: words[language] } },
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
    interpolation: { escapeValue: false },
  });
  engine.services.formatter?.add('rupiah', (value: number) => formatRupiah(value));
  engine.services.formatter?.add('quantity', (value: number) => formatQuantity(value));
  return engine;
}
