import i18next, { type i18n } from 'i18next';
import { catalogEn } from './catalog/text.en.ts';
import { catalogId } from './catalog/text.id.ts';
import type { LapakErrorCode } from './errors.ts';
import { lapakErrors } from './errors.ts';
import { formatRupiah } from './money.ts';
import { paymentsEn } from './payments/text.en.ts';
import { paymentsId } from './payments/text.id.ts';
import { printingEn } from './printing/text.en.ts';
import { printingId } from './printing/text.id.ts';
import { formatQuantity } from './quantity.ts';
import { salesEn } from './sales/text.en.ts';
import { salesId } from './sales/text.id.ts';
import { settingsEn } from './settings/text.en.ts';
import { settingsId } from './settings/text.id.ts';
import type { Language } from './settings/settings.ts';
import { systemEn } from './system/text.en.ts';
import { systemId } from './system/text.id.ts';

const id = {
  ...systemId,
  ...catalogId,
  ...salesId,
  ...paymentsId,
  ...printingId,
  ...settingsId,
};
export type TextKey = keyof typeof id;

const en: Record<TextKey, string> = {
  ...systemEn,
  ...catalogEn,
  ...salesEn,
  ...paymentsEn,
  ...printingEn,
  ...settingsEn,
};

/** Every word of Lapak, by language and key. */
export const words = { id, en } as const;

/**
 * Facts that stand in a sentence as `{{name}}`; `{{sum, rupiah}}` writes money, `{{n, number}}` a
 * count.
 */
export type TextData = Readonly<Record<string, unknown>>;

/** Says things in one language. */
export interface Speaker {
  readonly language: Language;
  text(key: TextKey, data?: TextData): string;
  /** The sentence of an expected failure; of an unknown one when the code is not ours. */
  error(code: string, data: TextData): string;
}

const speakers: Record<Language, Speaker> = { id: makeSpeaker('id'), en: makeSpeaker('en') };

/** The one who says things in this language. */
export function speak(language: Language): Speaker {
  return speakers[language];
}

function makeSpeaker(language: Language): Speaker {
  const engine = makeEngine(language);
  const text = (key: TextKey, data: TextData = {}) => engine.t(key, { ...data });
  return {
    language,
    text,
    error: (code, data) =>
      isLapakErrorCode(code)
        ? text(lapakErrors[code].textKey, data)
        : text('error.unknown', { code }),
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
