import { Button, Radio } from '@mantine/core';
import { useState } from 'react';
import { decimalMarks, type DecimalMark } from '../../../domain/tables/read-number.ts';
import { useText } from '../../ui/use-text.ts';
import styles from './NumberQuestion.module.css';
import type { NumberDoubt } from './use-import.ts';

interface NumberQuestionProps {
  readonly doubt: NumberDoubt;
  readonly onOtherFile: () => void;
  readonly onDecide: (decimal: DecimalMark) => void;
}

/** Asks how a column writes its numbers, by an example read in both ways. */
export function NumberQuestion({ doubt, onOtherFile, onDecide }: NumberQuestionProps) {
  const say = useText();
  const [chosen, setChosen] = useState<DecimalMark | undefined>(undefined);
  const { column, example, asThousands, asDecimal } = doubt;
  const title = say.text('catalog.doubtTitle', { column });
  const mark = say.text(asDecimal.decimal === '.' ? 'catalog.markPoint' : 'catalog.markComma');
  const readings = [
    { ...asThousands, how: 'catalog.doubtThousands' },
    { ...asDecimal, how: 'catalog.doubtDecimal' },
  ] as const;
  return (
    <section className={styles.question} aria-label={title}>
      <div className={styles.body}>
        <h2>{title}</h2>
        <p>{say.text('catalog.doubtHow', { mark })}</p>
        <Radio.Group
          aria-label={title}
          value={chosen ?? null}
          onChange={(value) => setChosen(decimalMarks.find((mark) => mark === value))}
        >
          {readings.map(({ decimal, valueMilli, how }) => (
            <label key={decimal} className={styles.reading} data-chosen={chosen === decimal}>
              <Radio value={decimal} size="md" />
              <span>
                <strong>{say.text('catalog.doubtReading', { example, value: valueMilli })}</strong>
                {say.text(how, { mark })}
              </span>
            </label>
          ))}
        </Radio.Group>
      </div>
      <footer>
        <Button variant="default" onClick={onOtherFile}>
          {say.text('catalog.otherFile')}
        </Button>
        <Button
          disabled={!chosen}
          title={chosen ? undefined : say.text('catalog.doubtChoose')}
          onClick={() => chosen && onDecide(chosen)}
        >
          {say.text('catalog.doubtGoOn')}
        </Button>
      </footer>
    </section>
  );
}
