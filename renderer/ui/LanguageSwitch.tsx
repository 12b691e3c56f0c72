import { VisuallyHidden } from '@mantine/core';
import { useText } from './use-text.ts';
import { speak } from './language.ts';
import styles from './LanguageSwitch.module.css';

const names = { id: 'settings.indonesian', en: 'settings.english' } as const;

/** Both languages of the page, at once. */
export function LanguageSwitch() {
  const say = useText();
  return (
    <fieldset className={styles.languages} aria-label={say.text('screen.language')}>
      {(['id', 'en'] as const).map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={say.language === language}
          title={say.text(names[language])}
          onClick={() => speak(language)}
        >
          {language.toUpperCase()} <VisuallyHidden>{say.text(names[language])}</VisuallyHidden>
        </button>
      ))}
    </fieldset>
  );
}
