import type { Settings } from '../../../domain/settings/settings.ts';
import { useNotices } from '../../ui/Notice.tsx';
import { till } from '../till-client.ts';
import { useText } from '../../ui/use-text.ts';

/** Changes settings at the till; every page follows by what it then hears. */
export function useChangeSettings(): (change: Partial<Settings>, onKept?: () => void) => void {
  const say = useText();
  const notices = useNotices();
  return (change, onKept) => {
    till.settings.change(change).then(
      () => onKept?.(),
      (error: unknown) => notices.warn(say.failure(error)),
    );
  };
}
