import { LapakError } from '../../../domain/errors.ts';
import { useText } from '../../ui/use-text.ts';
import { isRefused } from '../hub-client.ts';
import { failureWords } from '../system/failure-words.ts';
import { PageFrame } from '../system/PageFrame.tsx';
import { DropFile } from './DropFile.tsx';
import { DecimalQuestion, doubtIn } from './DecimalQuestion.tsx';
import { Files } from './Files.tsx';
import { ImportReport } from './ImportReport.tsx';
import { useImport } from './use-import.ts';

/** Regions, malls, units, members, stalls and contracts: in by CSV, after a trial, and out. */
export function OrganisationPage() {
  const say = useText();
  const attempt = useImport();
  const { data: tried, error, isPending, variables, mutate, reset } = attempt;
  const doubt = doubtIn(error);
  const take = (file: File): void => mutate({ file, mode: 'dry-run', decimal: null, seen: null });
  const failure = isPending || doubt ? '' : failureOf(error);
  return (
    <PageFrame title={say.text('console.organisation')}>
      {doubt && variables ? (
        <DecimalQuestion
          doubt={doubt}
          onDecide={(decimal) => mutate({ ...variables, decimal })}
          onOtherFile={reset}
        />
      ) : (
        <>
          {tried && !failure ? (
            <ImportReport
              tried={tried}
              isBusy={isPending}
              onImport={() => mutate({ ...tried, mode: 'apply', seen: tried.report.digest })}
              onOtherFile={reset}
            />
          ) : (
            <DropFile failure={failure} isBusy={isPending} onFile={take} />
          )}
          <Files />
        </>
      )}
    </PageFrame>
  );

  function failureOf(met: unknown): string {
    if (!met) return '';
    if (met instanceof LapakError) return say.failure(met);
    const isTooLarge = isRefused(met) && met.code === 'BATCH_TOO_LARGE';
    return isTooLarge ? say.text('console.org.tooLarge') : failureWords(met, say);
  }
}
