import type { Language } from './settings/settings.ts';
import { makeTranslator, type Translator } from './text.ts';
import { wordsEn } from './words.en.ts';
import { wordsId } from './words.id.ts';

/** Every word of Lapak, by language and key. */
export const words = { id: wordsId, en: wordsEn } as const;

const translators: Record<Language, Translator> = {
  id: makeTranslator('id', wordsId),
  en: makeTranslator('en', wordsEn),
};

/** The words of this language, where both are at hand; a page loads the second one when needed. */
export function translator(language: Language): Translator {
  return translators[language];
}
