import { useState } from 'react';
import type { TrailFilter } from '../../../domain/journal/contract.ts';
import { useNotices } from '../../ui/Notice.tsx';
import { useText } from '../../ui/use-text.ts';
import { download } from '../../ui/download.ts';
import { till } from '../till-client.ts';

/** What of the trail is looked at, as a file for a spreadsheet. @param onDone it is written down */
export function useExportTrail(
  filter: TrailFilter,
  onDone: () => void,
): { readonly isExporting: boolean; exportShown(): void } {
  const say = useText();
  const notices = useNotices();
  const [isExporting, setIsExporting] = useState(false);
  const run = async (): Promise<void> => {
    const pieces: string[] = [];
    for await (const { text } of await till.journal.exportTrail(filter)) pieces.push(text);
    download(say.text('trail.exportFile'), pieces);
    onDone();
  };
  return {
    isExporting,
    exportShown: () => {
      setIsExporting(true);
      run()
        .catch((error: unknown) => notices.failed(error))
        .finally(() => setIsExporting(false));
    },
  };
}
