import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { ImportReport } from '../../../domain/catalog/contract.ts';
import { till, tillQuery } from '../till-client.ts';
import { useText } from '../../ui/use-text.ts';
import { readText } from './read-text.ts';

/** Where an import stands. Nothing is changed before `applying`. */
export type ImportStep =
  | { readonly kind: 'pick'; readonly failure: string }
  | {
      readonly kind: 'checking' | 'applying';
      readonly doneRows: number;
      readonly totalRows: number;
    }
  | { readonly kind: 'checked' | 'done'; readonly report: ImportReport };

export interface ImportInHand {
  readonly step: ImportStep;
  readonly fileName: string;
  /** Reads the file and reports what it would do. */
  check(file: File): void;
  /** Keeps every good row of the file that was checked. */
  apply(): void;
  /** Stops what is under way; rows that went in stay. */
  cancel(): void;
  /** Back to the choice of a file. */
  restart(): void;
}

const pick: ImportStep = { kind: 'pick', failure: '' };

/** Takes a catalog file to the till, first to look at and then to keep. */
export function useImport(): ImportInHand {
  const say = useText();
  const client = useQueryClient();
  const [step, setStep] = useState<ImportStep>(pick);
  const [file, setFile] = useState({ name: '', content: '' });
  const stop = useRef<AbortController | undefined>(undefined);

  const run = async (content: string, mode: 'dry-run' | 'apply'): Promise<void> => {
    const kind = mode === 'apply' ? 'applying' : 'checking';
    const { signal } = (stop.current = new AbortController());
    setStep({ kind, doneRows: 0, totalRows: 0 });
    for await (const event of await till.catalog.importCatalog({ content, mode }, { signal })) {
      if (event.type === 'progress') {
        setStep({ kind, doneRows: event.doneRows, totalRows: event.totalRows });
      } else {
        setStep({ kind: mode === 'apply' ? 'done' : 'checked', report: event.report });
      }
    }
  };
  const orSay = (work: Promise<void>): void => {
    work
      .catch((error: unknown) => {
        const failure = stop.current?.signal.aborted
          ? say.text('catalog.stoppedHow')
          : say.failure(error);
        setStep({ kind: 'pick', failure });
      })
      .finally(() => void client.invalidateQueries({ queryKey: tillQuery.catalog.key() }));
  };
  return {
    step,
    fileName: file.name,
    check: (chosen) => {
      stop.current = undefined;
      const work = readText(chosen).then((content) => {
        setFile({ name: chosen.name, content });
        return run(content, 'dry-run');
      });
      orSay(work);
    },
    apply: () => orSay(run(file.content, 'apply')),
    cancel: () => stop.current?.abort(),
    restart: () => setStep(pick),
  };
}
