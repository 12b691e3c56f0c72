import { VisuallyHidden } from '@mantine/core';
import { useText } from './use-text.ts';
import type { Language } from '../../domain/settings/settings.ts';
import styles from './LanguageSwitch.module.css';

const names = { id: 'settings.indonesian', en: 'settings.english' } as const;

interface LanguageSwitchProps {
  readonly onLanguage: (language: Language) => unknown;
  /** Of how it looks in a bar of its own colors. */
  readonly className?: string | undefined;
}

/** Both languages of the page, at once. */
export function LanguageSwitch({ onLanguage, className }: LanguageSwitchProps) {
  const say = useText();
  return (
    <fieldset className={className ?? styles.languages} aria-label={say.text('screen.language')}>
      {(['id', 'en'] as const).map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={say.language === language}
          title={say.text(names[language])}
          onClick={() => onLanguage(language)}
        >
          {language.toUpperCase()} <VisuallyHidden>{say.text(names[language])}</VisuallyHidden>
        </button>
      ))}
    </fieldset>
  );
}
