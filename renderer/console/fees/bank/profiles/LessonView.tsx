import { Button } from '@mantine/core';
import type { Profile } from '../../../../../domain/fees/bank/profile.ts';
import { useText } from '../../../../ui/use-text.ts';
import card from '../../../system/card.module.css';
import { fileFailure } from '../files/read-bank-file.ts';
import { ColumnTable } from './ColumnTable.tsx';
import { MessyChoices, TitleFields } from './FileChoices.tsx';
import { missingWords } from './role-words.ts';
import { SaveProfile } from './SaveProfile.tsx';
import styles from './TeachPage.module.css';
import { TrialReport } from './TrialReport.tsx';
import type { Lesson, useSample } from './use-sample.ts';
import { useTrial } from './use-trial.ts';
import { WritingChoices } from './WritingChoices.tsx';

interface LessonViewProps {
  readonly base: Profile | null;
  readonly lesson: Lesson;
  readonly isCopy: boolean;
  readonly sample: ReturnType<typeof useSample>;
  /** Why it could not be looked at again; empty where it could. */
  readonly failure: string;
  readonly onSaved: (
    profile: { readonly id: string; readonly name: string },
    file: File | null,
  ) => void;
}

/** A sample: what its columns hold, how it is written, what comes of it, and its name. */
export function LessonView({ base, lesson, isCopy, sample, failure, onSaved }: LessonViewProps) {
  const say = useText();
  const {
    sample: { file, lines },
    layout,
  } = lesson;
  const { trial, isWhole, isCurrent } = useTrial(lesson, base);
  const hasFormula = lines.some(({ cells }) => cells.includes(null));
  return (
    <>
      <section className={card.card} aria-label={say.text('console.teach.columns')}>
        <div className={`${card.padded} ${styles.part}`}>
          <div className={styles.file}>
            <strong>{file.name}</strong>
            <Button variant="default" onClick={sample.close}>
              {say.text('console.teach.otherFile')}
            </Button>
          </div>
          <h2 className={card.title}>{say.text('console.teach.columns')}</h2>
          <p className={card.soft}>{say.text('console.teach.columnsHow')}</p>
          {hasFormula && <p className={styles.warning}>{say.text('console.teach.formula')}</p>}
          <ColumnTable lines={lines} layout={layout} onLayout={sample.say} />
          <TitleFields lines={lines} layout={layout} onGuess={sample.guess} />
          <MessyChoices
            sample={lesson.sample}
            layout={layout}
            isBusy={sample.look.isPending}
            onLayout={sample.say}
            onWritten={sample.rewrite}
          />
          {failure !== '' && (
            <p className={styles.warning} role="alert">
              {failure}
            </p>
          )}
        </div>
      </section>
      {layout.titlesAt !== null && (
        <section className={card.card} aria-label={say.text('console.teach.writing')}>
          <div className={card.padded}>
            <h2 className={card.title}>{say.text('console.teach.writing')}</h2>
            <WritingChoices lines={lines} layout={layout} onLayout={sample.say} />
          </div>
        </section>
      )}
      <section className={card.card} aria-label={say.text('console.teach.trial')}>
        <div className={card.padded}>
          <h2 className={card.title}>{say.text('console.teach.trial')}</h2>
          <Outcome {...{ lesson, trial, isWhole }} />
        </div>
      </section>
      <section className={card.card} aria-label={say.text('console.teach.save')}>
        <div className={card.padded}>
          <SaveProfile
            {...{ base, lesson, isCopy, onSaved }}
            isReadable={isCurrent && trial.data !== undefined && trial.data.rowCount > 0}
          />
        </div>
      </section>
    </>
  );
}

type OutcomeProps = Pick<LessonViewProps, 'lesson'> &
  Pick<ReturnType<typeof useTrial>, 'trial' | 'isWhole'>;

function Outcome({ lesson, trial, isWhole }: OutcomeProps) {
  const say = useText();
  const { data, error } = trial;
  if (!isWhole) {
    const columns = missingWords(lesson.layout, say);
    return (
      <p role="status">
        {lesson.layout.titlesAt === null
          ? say.text('console.teach.missingTitles')
          : say.text('console.teach.missing', { columns })}
      </p>
    );
  }
  if (error && !trial.isFetching) return <p role="alert">{fileFailure(error, say)}</p>;
  if (data === undefined) return <p role="status">{say.text('console.teach.trying')}</p>;
  return <TrialReport trial={data} />;
}
