import { useEffect } from 'react';
import { useNotices } from '../../ui/Notice.tsx';
import { useText } from '../../ui/use-text.ts';
import { takeImportMark } from './import-mark.ts';

/** Says once that loading the page again has stopped an import. */
export function useStoppedImport(): void {
  const say = useText();
  const notices = useNotices();
  useEffect(() => {
    const file = takeImportMark();
    if (file !== null) notices.warn(say.text('catalog.stoppedByReload', { file }));
  }, [say, notices]);
}
