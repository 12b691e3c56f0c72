import { Button } from '@mantine/core';
import { lapakErrors, type LapakErrorData } from '../../../domain/errors.ts';
import { decimalMarks, type DecimalMark } from '../../../domain/tables/read-number.ts';
import { useText } from '../../ui/use-text.ts';
import { isRefused } from '../hub-client.ts';
import card from '../system/card.module.css';
import styles from './DecimalQuestion.module.css';

/** A number that can be read in two ways. */
type Doubt = LapakErrorData<'NUMBER_STYLE_DOUBTFUL'>;

/** The doubt for which a file was given back; undefined where it was another reason, or none. */
export function doubtIn(error: unknown): Doubt | undefined {
  if (!isRefused(error) || error.code !== 'NUMBER_STYLE_DOUBTFUL') return undefined;
  return lapakErrors.NUMBER_STYLE_DOUBTFUL.data.safeParse(error.data).data;
}

interface DecimalQuestionProps {
  readonly doubt: Doubt;
  readonly onDecide: (decimal: DecimalMark) => void;
  readonly onOtherFile: () => void;
}

/** Asks how a column writes its numbers, by an example read in both ways. */
export function DecimalQuestion({ doubt, onDecide, onOtherFile }: DecimalQuestionProps) {
  const say = useText();
  const { column, example } = doubt;
  const readings = [
    { mark: doubt.thousandsMark, value: doubt.thousandsMilli },
    { mark: doubt.decimalMark, value: doubt.decimalMilli },
  ];
  return (
    <section className={`${card.card} ${styles.question}`}>
      <h2>{say.text('catalog.doubtTitle', { column })}</h2>
      <div className={styles.answers}>
        {readings.map(({ mark, value }) => (
          <Button
            key={mark}
            variant="default"
            onClick={() => {
              const decimal = decimalMarks.find((known) => known === mark);
              if (decimal) onDecide(decimal);
            }}
          >
            {say.text('catalog.doubtReading', { example, value })}
          </Button>
        ))}
        <Button variant="subtle" onClick={onOtherFile}>
          {say.text('catalog.otherFile')}
        </Button>
      </div>
    </section>
  );
}
