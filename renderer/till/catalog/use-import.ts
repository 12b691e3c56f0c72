import { ORPCError } from '@orpc/client';
import { useRef, useState } from 'react';
import { IMPORT_CHARACTERS_MAX } from '../../../domain/catalog/contract.ts';
import type { ImportEvent, ImportReport } from '../../../domain/catalog/import-report.ts';
import type { DecimalMark } from '../../../domain/tables/read-number.ts';
import { isUnreachable } from '../connection.ts';
import { till } from '../till-client.ts';
import { isCalledOff } from '../../ui/called-off.ts';
import { useText } from '../../ui/use-text.ts';
import { clearImportMark, markImport } from './import-mark.ts';
import { readText } from '../../ui/read-text.ts';

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
  | {
      readonly kind: 'checked';
      readonly report: ImportReport;
      /** Another page changed the catalog since it was checked before. */
      readonly isAgain: boolean;
    }
  | { readonly kind: 'done'; readonly report: ImportReport };

export interface ImportInHand {
  readonly step: ImportStep;
  readonly fileName: string;
  /** Reads the file and reports what it would do. */
  check(file: File): void;
  /** Reads the file again, now that a person has said how. */
  decide(decimal: DecimalMark): void;
  /** Keeps every good row of the file as it was checked, or checks it again. */
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

type Run =
  | { readonly mode: 'dry-run'; readonly isAgain?: boolean }
  | { readonly mode: 'apply'; readonly seenVersion: number };

const pick: ImportStep = { kind: 'pick', failure: '' };

/** Takes a catalog file to the till, first to look at and then to keep. */
export function useImport(): ImportInHand {
  const say = useText();
  const [step, setStep] = useState<ImportStep>(pick);
  const [file, setFile] = useState<ChosenFile>({ name: '', content: '', decimal: null });
  const stop = useRef<AbortController | undefined>(undefined);
  /** Whether rows of the file have gone in. */
  const isUnderWay = useRef(false);

  const run = async (chosen: ChosenFile, how: Run): Promise<void> => {
    const { mode } = how;
    const { signal } = (stop.current = new AbortController());
    setFile(chosen);
    setStep(stepAfter({ type: 'progress', doneRows: 0, totalRows: 0 }, how));
    if (mode === 'apply') markImport(chosen.name);
    const { content, decimal } = chosen;
    const seenVersion = how.mode === 'apply' ? how.seenVersion : null;
    const input = { content, mode, seenVersion, decimal, language: say.language };
    isUnderWay.current = false;
    for await (const event of await till.catalog.importCatalog(input, { signal })) {
      isUnderWay.current = mode === 'apply';
      if (event.type === 'done' && event.report.rows === 0) {
        setStep({ kind: 'pick', failure: say.text('catalog.noRows', { file: chosen.name }) });
      } else {
        setStep(stepAfter(event, how));
      }
    }
  };
  const applyOrCheck = async (seenVersion: number): Promise<void> => {
    try {
      await run(file, { mode: 'apply', seenVersion });
    } catch (error) {
      if (!(error instanceof ORPCError && error.code === 'CATALOG_CHANGED')) throw error;
      clearImportMark();
      await run(file, { mode: 'dry-run', isAgain: true });
    }
  };
  const orSay = (work: Promise<void>): void => {
    work
      .catch((error: unknown) => {
        if (isCalledOff(error)) return setStep(step);
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
      const work = readText(chosen, IMPORT_CHARACTERS_MAX).then((content) => {
        return run({ name: chosen.name, content, decimal: null }, { mode: 'dry-run' });
      });
      orSay(work);
    },
    decide: (decimal) => orSay(run({ ...file, decimal }, { mode: 'dry-run' })),
    apply: () => {
      if (step.kind === 'checked') orSay(applyOrCheck(step.report.catalogVersion));
    },
    cancel: () => stop.current?.abort(),
    restart: () => setStep(pick),
  };
}

function stepAfter(event: ImportEvent, how: Run): ImportStep {
  switch (event.type) {
    case 'progress': {
      const { doneRows, totalRows } = event;
      return { kind: how.mode === 'apply' ? 'applying' : 'checking', doneRows, totalRows };
    }
    case 'doubt':
      return { kind: 'doubt', doubt: event.doubt };
    case 'done': {
      const { report } = event;
      if (how.mode === 'apply') return { kind: 'done', report };
      return { kind: 'checked', report, isAgain: how.isAgain ?? false };
    }
  }
}
