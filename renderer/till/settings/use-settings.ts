import { useQueryClient } from '@tanstack/react-query';
import type { Settings } from '../../../domain/settings/settings.ts';
import { useNotices } from '../../ui/Notice.tsx';
import { till, tillQuery } from '../till-client.ts';
import { useText } from '../../ui/use-text.ts';

/** Changes settings at the till, and everywhere on the screen once the till has kept them. */
export function useChangeSettings(): (change: Partial<Settings>, onKept?: () => void) => void {
  const say = useText();
  const notices = useNotices();
  const client = useQueryClient();
  return (change, onKept) => {
    till.settings.change(change).then(
      (settings) => {
        client.setQueryData(tillQuery.system.startup.queryKey(), (startup) =>
          startup?.state === 'ready' ? { ...startup, settings } : startup,
        );
        onKept?.();
      },
      (error: unknown) => notices.warn(say.failure(error)),
    );
  };
}
