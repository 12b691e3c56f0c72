import { useRef, useState } from 'react';
import type { ImportEvent, ImportReport } from '../../../domain/catalog/import-report.ts';
import type { DecimalMark } from '../../../domain/tables/read-number.ts';
import { isUnreachable } from '../connection.ts';
import { till } from '../till-client.ts';
import { useText } from '../../ui/use-text.ts';
import { clearImportMark, markImport } from './import-mark.ts';
import { readText } from './read-text.ts';

export type NumberDoubt = Extract<ImportEvent, { type: 'doubt' }>['doubt'];

/** Where an import stands. Nothing is changed before `applying`. */
export type ImportStep =
  | { readonly kind: 'pick'; readonly failure: string }
  | {
      readonly kind: 'checking' | 'applying';
      readonly doneRows: number;
      readonly totalRows: number;
    }
  | { readonly kind: 'doubt'; readonly doubt: NumberDoubt }
  | { readonly kind: 'checked' | 'done'; readonly report: ImportReport };

export interface ImportInHand {
  readonly step: ImportStep;
  readonly fileName: string;
  /** Reads the file and reports what it would do. */
  check(file: File): void;
  /** Reads the file again, now that a person has said how. */
  decide(decimal: DecimalMark): void;
  /** Keeps every good row of the file that was checked. */
  apply(): void;
  /** Stops what is under way; rows that went in stay. */
  cancel(): void;
  /** Back to the choice of a file. */
  restart(): void;
}

interface ChosenFile {
  readonly name: string;
  readonly content: string;
  readonly decimal: DecimalMark | null;
}

const pick: ImportStep = { kind: 'pick', failure: '' };

/** Takes a catalog file to the till, first to look at and then to keep. */
export function useImport(): ImportInHand {
  const say = useText();
  const [step, setStep] = useState<ImportStep>(pick);
  const [file, setFile] = useState<ChosenFile>({ name: '', content: '', decimal: null });
  const stop = useRef<AbortController | undefined>(undefined);
  /** Whether rows of the file have gone in. */
  const isUnderWay = useRef(false);

  const run = async (chosen: ChosenFile, mode: 'dry-run' | 'apply'): Promise<void> => {
    const kind = mode === 'apply' ? 'applying' : 'checking';
    const { signal } = (stop.current = new AbortController());
    setFile(chosen);
    setStep({ kind, doneRows: 0, totalRows: 0 });
    if (mode === 'apply') markImport(chosen.name);
    const { content, decimal } = chosen;
    const input = { content, mode, decimal, language: say.language };
    isUnderWay.current = false;
    for await (const event of await till.catalog.importCatalog(input, { signal })) {
      isUnderWay.current = mode === 'apply';
      if (event.type === 'progress') {
        setStep({ kind, doneRows: event.doneRows, totalRows: event.totalRows });
      } else if (event.type === 'doubt') {
        setStep({ kind: 'doubt', doubt: event.doubt });
      } else if (event.report.rows === 0) {
        setStep({ kind: 'pick', failure: say.text('catalog.noRows', { file: chosen.name }) });
      } else {
        setStep({ kind: mode === 'apply' ? 'done' : 'checked', report: event.report });
      }
    }
  };
  const orSay = (work: Promise<void>): void => {
    work
      .catch((error: unknown) => {
        const isCutOff = isUnderWay.current && isUnreachable(error);
        const isStopped = stop.current?.signal.aborted || isCutOff;
        const failure = isStopped ? say.text('catalog.stoppedHow') : say.failure(error);
        setStep({ kind: 'pick', failure });
      })
      .finally(clearImportMark);
  };
  return {
    step,
    fileName: file.name,
    check: (chosen) => {
      stop.current = undefined;
      const work = readText(chosen).then((content) => {
        return run({ name: chosen.name, content, decimal: null }, 'dry-run');
      });
      orSay(work);
    },
    decide: (decimal) => orSay(run({ ...file, decimal }, 'dry-run')),
    apply: () => orSay(run(file, 'apply')),
    cancel: () => stop.current?.abort(),
    restart: () => setStep(pick),
  };
}
