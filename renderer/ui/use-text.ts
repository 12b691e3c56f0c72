import { ORPCError } from '@orpc/client';
import { createContext, useContext } from 'react';
import { LapakError } from '../../domain/errors.ts';
import { formatRupiah } from '../../domain/money.ts';
import { formatQuantity } from '../../domain/quantity.ts';
import type { Language } from '../../domain/settings/settings.ts';
import { translator, type Translator } from '../../domain/text.ts';

/** Says everything that stands on the screen. */
export interface Say extends Translator {
  /** `Rp18.000` */
  money(rupiah: number): string;
  /** `2`, `1,5` */
  quantity(milli: number): string;
  /** One sentence for whatever went wrong. */
  failure(error: unknown): string;
}

const says: Record<Language, Say> = { id: makeSay('id'), en: makeSay('en') };

/** The language of the screen; Indonesian until the till has said. */
export const LanguageContext = createContext<Language>('id');

/** The words of the screen in its language. */
export function useText(): Say {
  return says[useContext(LanguageContext)];
}

/** The words of the screen in one language, whatever the screen speaks. */
export function sayIn(language: Language): Say {
  return says[language];
}

function makeSay(language: Language): Say {
  const speaker = translator(language);
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
