import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { ImportReport } from '../../../../../domain/fees/bank/import-report.ts';
import { useActId } from '../../../../ui/use-act-id.ts';
import { useText } from '../../../../ui/use-text.ts';
import { hub, hubQuery, isRefused } from '../../../hub-client.ts';
import { useAct } from '../../../system/use-act.ts';
import { askBesideRows } from '../use-bank.ts';
import { readBankFile } from './read-bank-file.ts';

/** How a file is to be read; null of each is what the file itself tells. */
export interface HowRead {
  readonly account: string | null;
  readonly mall: string | null;
  readonly profile: string | null;
  readonly endsOn: string | null;
}

/** One look at a file, or its import. */
export interface FileAttempt extends HowRead {
  readonly file: File;
  readonly mode: 'dry-run' | 'apply';
  /** Digest of the trial that the person saw; null of a trial. */
  readonly seen: string | null;
  readonly isUnbalancedTaken: boolean;
}

/** What came of an attempt. */
export interface TriedFile extends FileAttempt {
  readonly report: ImportReport;
  /** Whether this is a new trial, since the books changed after the one before. */
  readonly isAnew: boolean;
}

/**
 * The import of one bank file: a trial first, then in earnest with the very same bytes. Where that
 * would do other than the trial told, it is tried again instead.
 */
export function useBankFile() {
  const say = useText();
  const client = useQueryClient();
  const ids = useActId();
  const content = useRef('');
  const attempt = useAct({
    mutationFn: async (asked: FileAttempt): Promise<TriedFile> => {
      const { file, mode, seen, isUnbalancedTaken, account, mall, profile, endsOn } = asked;
      const how = { account, mall, profile, endsOn };
      // What was tried is what is taken in, whatever has become of the file.
      if (mode === 'dry-run') content.current = await readBankFile(file);
      const sent = { file: file.name, content: content.current, ...how, language: say.language };
      const id = ids.of({ ...how, file: file.name, seen, mode });
      try {
        const report = await hub.bank.import({ ...sent, id, mode, seen, isUnbalancedTaken });
        return { ...asked, report, isAnew: false };
      } catch (error) {
        if (!isRefused(error) || error.code !== 'BANK_FILE_CHANGED') throw error;
        const report = await hub.bank.import({ ...sent, id: ids.of(seen), mode: 'dry-run' });
        return { ...asked, mode: 'dry-run', report, isAnew: true };
      }
    },
    onSuccess: async ({ mode }) => {
      if (mode !== 'apply') return;
      ids.done();
      await client.invalidateQueries({ queryKey: hubQuery.bank.rows.key() });
      await askBesideRows(client);
    },
  });
  return { attempt, contentOf: () => content.current };
}
