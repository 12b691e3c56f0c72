import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import {
  ORGANISATION_BYTES_MAX,
  type OrganisationReport,
} from '../../../domain/organisation/manage-contract.ts';
import type { DecimalMark } from '../../../domain/tables/read-number.ts';
import { readText } from '../../ui/read-text.ts';
import { useText } from '../../ui/use-text.ts';
import { hub, isRefused } from '../hub-client.ts';
import { useAct } from '../system/use-act.ts';

type Mode = 'dry-run' | 'apply';

/** One look at a file, or its import. */
export interface Attempt {
  readonly file: File;
  readonly mode: Mode;
  /** Null where the file proves its decimal mark. */
  readonly decimal: DecimalMark | null;
  /** Digest of the trial that the person saw; null of a trial. */
  readonly seen: string | null;
}

/** What came of an attempt: of a trial the file can be imported. */
export interface Tried extends Attempt {
  readonly report: OrganisationReport;
  /** Whether this is a new trial, since others changed the organisation after the one before. */
  readonly isAnew: boolean;
}

/**
 * The import of one file: a trial first, then in earnest with the very same content. Where that
 * would do other than the trial told, it is tried again instead.
 */
export function useImport() {
  const say = useText();
  const client = useQueryClient();
  const content = useRef('');
  return useAct({
    mutationFn: async (attempt: Attempt): Promise<Tried> => {
      const { file, mode, decimal, seen } = attempt;
      // What was tried is what is imported, whatever has become of the file.
      if (mode === 'dry-run') content.current = await readText(file, ORGANISATION_BYTES_MAX);
      const { language } = say;
      const sent = { file: file.name, content: content.current, decimal, language };
      try {
        const report = await hub.organisation.import({ ...sent, mode, seen });
        return { ...attempt, report, isAnew: false };
      } catch (error) {
        if (!isRefused(error) || error.code !== 'ORGANISATION_CHANGED') throw error;
        const report = await hub.organisation.import({ ...sent, mode: 'dry-run' });
        return { ...attempt, mode: 'dry-run', report, isAnew: true };
      }
    },
    onSuccess: async ({ mode }) => {
      if (mode === 'apply') await client.invalidateQueries();
    },
  });
}
