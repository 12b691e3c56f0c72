import type { Language } from '../../../../domain/settings/settings.ts';

/** `Selasa, 24 November 2026`, of `2026-11-24`. */
export function dateWords(date: string, language: Language): string {
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'full', timeZone: 'UTC' });
  return format.format(Date.parse(date));
}
