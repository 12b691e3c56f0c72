import { useState } from 'react';
import { useText } from '../../ui/use-text.ts';
import { isRefused } from '../hub-client.ts';
import { failureWords } from '../system/failure-words.ts';
import { DropFile } from '../system/DropFile.tsx';
import { PageFrame } from '../system/PageFrame.tsx';
import { DecimalQuestion, doubtIn } from './DecimalQuestion.tsx';
import { Files } from './Files.tsx';
import { ImportReport } from './ImportReport.tsx';
import { type Attempt, type Tried, useImport } from './use-import.ts';

/** Regions, malls, units, members, stalls and contracts: in by CSV, after a trial, and out. */
export function OrganisationPage() {
  const say = useText();
  const attempt = useImport();
  const { data, error, isPending, variables, mutate, reset } = attempt;
  // A trial stands until it is imported: an import that did not arrive is sent again from it.
  const [trial, setTrial] = useState<Tried | null>(null);
  const tried = data ?? (variables?.mode === 'apply' ? trial : null);
  const doubt = doubtIn(error);
  const tryOut = (of: Pick<Attempt, 'file' | 'decimal'>): void =>
    mutate({ ...of, mode: 'dry-run', seen: null }, { onSuccess: setTrial });
  const importAs = (told: Tried): void =>
    mutate({ ...told, mode: 'apply', seen: told.report.digest }, { onSuccess: setTrial });
  const failure = isPending || doubt ? '' : failureOf(error);
  return (
    <PageFrame title={say.text('console.organisation')}>
      {doubt && variables ? (
        <DecimalQuestion
          doubt={doubt}
          onDecide={(decimal) => tryOut({ ...variables, decimal })}
          onOtherFile={reset}
        />
      ) : (
        <>
          {tried ? (
            <ImportReport
              tried={tried}
              failure={failure}
              isBusy={isPending}
              onImport={() => importAs(tried)}
              onOtherFile={reset}
            />
          ) : (
            <DropFile
              words={{
                drop: say.text('console.org.drop'),
                pick: say.text('console.org.pick'),
                how: say.text('console.org.pickHow'),
              }}
              accept=".csv,.txt,text/csv"
              failure={failure}
              isBusy={isPending}
              onFile={(file) => tryOut({ file, decimal: null })}
            />
          )}
          <Files />
        </>
      )}
    </PageFrame>
  );

  function failureOf(met: unknown): string {
    if (!met) return '';
    const isTooLarge = isRefused(met) && met.code === 'BATCH_TOO_LARGE';
    return isTooLarge ? say.text('console.org.tooLarge') : failureWords(met, say);
  }
}
