import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import {
  ORGANISATION_BYTES_MAX,
  type OrganisationReport,
} from '../../../domain/organisation/manage-contract.ts';
import type { DecimalMark } from '../../../domain/tables/read-number.ts';
import { readText } from '../../ui/read-text.ts';
import { useText } from '../../ui/use-text.ts';
import { hub } from '../hub-client.ts';
import { useAct } from '../system/use-act.ts';

type Mode = 'dry-run' | 'apply';

interface Attempt {
  readonly file: File;
  readonly mode: Mode;
  /** Null where the file proves its decimal mark. */
  readonly decimal: DecimalMark | null;
}

/** What came of an attempt: of a trial the file can be imported. */
export interface Tried extends Attempt {
  readonly report: OrganisationReport;
}

/** The import of one file: a trial first, then in earnest with the very same content. */
export function useImport() {
  const say = useText();
  const client = useQueryClient();
  const content = useRef('');
  return useAct({
    mutationFn: async (attempt: Attempt): Promise<Tried> => {
      const { file, mode, decimal } = attempt;
      // What was tried is what is imported, whatever has become of the file.
      if (mode === 'dry-run') content.current = await readText(file, ORGANISATION_BYTES_MAX);
      const { language } = say;
      const sent = { file: file.name, content: content.current, mode, decimal, language };
      return { ...attempt, report: await hub.organisation.import(sent) };
    },
    onSuccess: async ({ mode }) => {
      if (mode === 'apply') await client.invalidateQueries();
    },
  });
}
