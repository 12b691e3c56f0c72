import { useEffect, useRef } from 'react';
import { useNotices } from '../../ui/Notice.tsx';
import { takeStoppedImport } from './import-mark.ts';

/** Says once, when the page is loaded, that loading it again has stopped an import. */
export function useStoppedImport(): void {
  const notices = useNotices();
  const isLoaded = useRef(false);
  useEffect(() => {
    if (isLoaded.current) return; // an import that began since runs on
    isLoaded.current = true;
    const file = takeStoppedImport();
    if (file !== null) {
      notices.warn((say) => say.text('catalog.stoppedByReload', { file }));
    }
  }, [notices]);
}
