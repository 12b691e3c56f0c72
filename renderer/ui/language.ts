import { useSyncExternalStore } from 'react';
import type { Language } from '../../domain/settings/settings.ts';
import { useSayIn } from './use-text.ts';

/** Where a browser keeps what its person speaks. */
const KEPT_AS = 'lapak-language';

const watchers = new Set<() => void>();
let wanted: Language = kept();

/** Speaks this language from now on, in this browser. */
export function speak(language: Language): void {
  wanted = language;
  try {
    localStorage.setItem(KEPT_AS, language);
  } catch {
    // A browser that keeps nothing speaks it until it is closed.
  }
  for (const watcher of watchers) watcher();
}

/** The language of the page: the one before until the words of another have come. */
export function useSpoken(): Language {
  const language = useSyncExternalStore(watch, () => wanted);
  return useSayIn(language)?.language ?? 'id';
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

function kept(): Language {
  try {
    return localStorage.getItem(KEPT_AS) === 'en' ? 'en' : 'id';
  } catch {
    return 'id';
  }
}
