import { useState } from 'react';
import { useNotices } from '../../ui/Notice.tsx';
import { useText } from '../../ui/use-text.ts';
import { till } from '../till-client.ts';
import { download } from '../../ui/download.ts';

/** The whole catalog as a file for a spreadsheet. */
export function useExport(): { readonly isExporting: boolean; exportAll(): void } {
  const say = useText();
  const notices = useNotices();
  const [isExporting, setIsExporting] = useState(false);
  const run = async (): Promise<void> => {
    const pieces: string[] = [];
    for await (const { text } of await till.catalog.exportCatalog()) pieces.push(text);
    download(say.text('catalog.exportFile'), pieces);
  };
  return {
    isExporting,
    exportAll: () => {
      setIsExporting(true);
      run()
        .catch((error: unknown) => notices.failed(error))
        .finally(() => setIsExporting(false));
    },
  };
}
