import { useNotices } from '../../ui/Notice.tsx';
import { useRegisterEffect } from '../sales/register-store.ts';
import type { ScreenName } from '../screen.ts';

/**
 * Hands an invitation that is scanned on any screen to the page of the hub, and says so. What reads
 * it comes with that page, or now: no register needs it to begin.
 */
export function useScannedInvitation(screen: ScreenName): void {
  const notices = useNotices();
  useRegisterEffect('scannedInvitation', ({ text }) => {
    void readScanned(text).then((isRead) => {
      if (!isRead) return notices.warn((say) => say.text('sync.scannedPart'));
      if (screen !== 'hub') notices.warn((say) => say.text('sync.scanned'));
    });
  });
}

async function readScanned(text: string): Promise<boolean> {
  try {
    return (await import('./scanned-invitation.ts')).takeScanned(text);
  } catch {
    return false; // the till does not answer: it is to be scanned again
  }
}
