import { ORPCError } from '@orpc/client';
import { createContext, useContext, useEffect, useSyncExternalStore } from 'react';
import { LapakError } from '../../domain/errors.ts';
import { formatRupiah } from '../../domain/money.ts';
import { formatQuantity } from '../../domain/quantity.ts';
import type { Language } from '../../domain/settings/settings.ts';
import { makeTranslator, type TextKey, type Translator } from '../../domain/text.ts';
import { tillWordsId } from '../../domain/till-words.id.ts';

/** Says everything that stands on the screen. */
export interface Say extends Translator {
  /** `Rp18.000` */
  money(rupiah: number): string;
  /** `2`, `1,5` */
  quantity(milli: number): string;
  /** One sentence for whatever went wrong. */
  failure(error: unknown): string;
}

type Words = Readonly<Partial<Record<TextKey, string>>>;

let known: Words = tillWordsId;
let inId = makeSay(makeTranslator('id', known));
/** Loaded when it is first spoken: most pages speak one language all day. */
let inEn: Say | undefined;
let isLoading = false;
const watchers = new Set<() => void>();

/** The language of the screen; Indonesian until the till has said. */
export const LanguageContext = createContext<Language>('id');

/** Adds the words in Indonesian that one page alone says: called as that page is loaded. */
export function learnWords(words: Words): void {
  known = { ...known, ...words };
  inId = makeSay(makeTranslator('id', known));
}

/** The words of the screen in its language. */
export function useText(): Say {
  return sayIn(useContext(LanguageContext)) ?? inId;
}

/** The words of one language, whatever the screen speaks; undefined until they have come. */
export function useSayIn(language: Language): Say | undefined {
  useEffect(() => load(language), [language]);
  return useSyncExternalStore(watch, () => sayIn(language));
}

function sayIn(language: Language): Say | undefined {
  return language === 'id' ? inId : inEn;
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

function load(language: Language): void {
  if (sayIn(language) || isLoading) return;
  isLoading = true;
  void loadEnglish().finally(() => {
    isLoading = false;
  });
}

/** Where it does not come, what is spoken stays. */
async function loadEnglish(): Promise<void> {
  const loaded = await import('../../domain/words.en.ts').catch(() => undefined);
  if (!loaded) return;
  inEn = makeSay(makeTranslator('en', loaded.wordsEn));
  for (const watcher of watchers) watcher();
}

function makeSay(speaker: Translator): Say {
  return {
    ...speaker,
    money: formatRupiah,
    quantity: formatQuantity,
    failure: (error) => {
      if (error instanceof LapakError) return speaker.error(error.code, error.data);
      if (error instanceof ORPCError) return speaker.error(error.code, factsOf(error.data));
      return speaker.error(error instanceof Error ? error.name : 'FAULT', {});
    },
  };
}

function factsOf(data: unknown): Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null ? { ...data } : {};
}
