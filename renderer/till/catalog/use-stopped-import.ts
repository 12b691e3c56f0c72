import { useEffect, useRef } from 'react';
import { useNotices } from '../../ui/Notice.tsx';
import { useText } from '../../ui/use-text.ts';
import { stoppedImport } from './import-mark.ts';

/** Says once that loading the page again has stopped an import. */
export function useStoppedImport(): void {
  const say = useText();
  const notices = useNotices();
  const isSaid = useRef(false);
  useEffect(() => {
    if (stoppedImport === null || isSaid.current) return;
    isSaid.current = true;
    notices.warn(say.text('catalog.stoppedByReload', { file: stoppedImport }));
  }, [say, notices]);
}
