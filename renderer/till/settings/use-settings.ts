import type { Settings } from '../../../domain/settings/settings.ts';
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
      notices.warn((say) => say.failure(error));
      return undefined;
    }
  };
}
