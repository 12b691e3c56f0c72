import { useEffect, useRef } from 'react';
import { useNotices } from '../../ui/Notice.tsx';
import { useText } from '../../ui/use-text.ts';
import { takeStoppedImport } from './import-mark.ts';

/** Says once, when the page is loaded, that loading it again has stopped an import. */
export function useStoppedImport(): void {
  const say = useText();
  const notices = useNotices();
  const isLoaded = useRef(false);
  useEffect(() => {
    if (isLoaded.current) return; // another language now; an import that began since runs on
    isLoaded.current = true;
    const file = takeStoppedImport();
    if (file !== null) notices.warn(say.text('catalog.stoppedByReload', { file }));
  }, [say, notices]);
}
