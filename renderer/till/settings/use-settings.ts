import type { Language, Settings } from '../../../domain/settings/settings.ts';
import { useNotices } from '../../ui/Notice.tsx';
import { till } from '../till-client.ts';

type ChangeSettings = (change: Partial<Settings>) => Promise<Settings | undefined>;

/**
 * Changes settings at the till; every page follows by what it then hears. Answers the whole, or
 * says why it was not kept.
 */
export function useChangeSettings(): ChangeSettings {
  const notices = useNotices();
  return async (change) => {
    try {
      return await till.settings.change(change);
    } catch (error) {
      notices.failed(error);
      return undefined;
    }
  };
}

/** Switches the language of the screen, which anybody may. */
export function useSwitchLanguage(): (language: Language) => Promise<void> {
  const notices = useNotices();
  return async (language) => {
    try {
      await till.settings.switchLanguage({ language });
    } catch (error) {
      notices.failed(error);
    }
  };
}
