import { formatSen } from '../../../../../domain/console/bank/sen-words.ts';
import { dayWords } from '../../../../../domain/console/moment.ts';
import { dateOrders } from '../../../../../domain/fees/bank/profile.ts';
import type { Layout } from '../../../../../domain/fees/bank/teach/layout.ts';
import {
  firstDay,
  firstSum,
  readingOfDay,
  readingOfSum,
} from '../../../../../domain/fees/bank/teach/readings.ts';
import {
  directionOfWord,
  hasUnsigned,
  signWords,
  withSign,
} from '../../../../../domain/fees/bank/teach/signs.ts';
import type { GridLine } from '../../../../../domain/tables/grid.ts';
import { useText } from '../../../../ui/use-text.ts';
import { Choices } from '../../../system/Choices.tsx';
import { todayInWib } from '../../../today-in-wib.ts';
import styles from './TeachPage.module.css';

interface WritingChoicesProps {
  readonly lines: readonly GridLine[];
  readonly layout: Layout;
  readonly onLayout: (layout: Layout) => void;
}

/** How the bank writes days, sums and signs, each with what the file's own would then be. */
export function WritingChoices(props: WritingChoicesProps) {
  const say = useText();
  const { lines, layout, onLayout } = props;
  const isUnsignedAsked = hasUnsigned(lines, layout) || layout.unsigned !== 'auto';
  const words = signWords(lines, layout);
  return (
    <div className={styles.writing}>
      <Dates {...props} />
      <Sums {...props} />
      {words.map((word) => (
        <Question key={word} label={say.text('console.teach.sign', { word })}>
          {(label) => (
            <Choices<'in' | 'out' | null>
              label={label}
              choices={(['in', 'out'] as const).map((value) => ({
                value,
                text: say.text(`console.teach.${value}`),
              }))}
              chosen={directionOfWord(layout, word)}
              onChoose={(means) => {
                if (means) onLayout({ ...layout, signs: withSign(layout, word, means) });
              }}
            />
          )}
        </Question>
      ))}
      {isUnsignedAsked && (
        <Question label={say.text('console.teach.unsigned')}>
          {(label) => (
            <Choices<Layout['unsigned']>
              label={label}
              choices={[
                { value: 'auto', text: say.text('console.teach.unsigned.auto') },
                { value: 'in', text: say.text('console.teach.in') },
                { value: 'out', text: say.text('console.teach.out') },
              ]}
              chosen={layout.unsigned}
              onChoose={(unsigned) => onLayout({ ...layout, unsigned })}
            />
          )}
        </Question>
      )}
    </div>
  );
}

/** Asked only where the days of the file could be read in several ways. */
function Dates({ lines, layout, onLayout }: WritingChoicesProps) {
  const say = useText();
  const text = firstDay(lines, layout);
  if (text === null) return null;
  const today = todayInWib();
  const readings = dateOrders.map((order) => ({ order, on: readingOfDay(text, order, today) }));
  const read = (on: string | null): string =>
    on === null ? say.text('console.teach.readsNone') : dayWords(on, say.language);
  const isPlain = readings.every(({ on }) => on === readings[0]?.on);
  const label = say.text('console.teach.dates');
  if (isPlain && readings[0]) {
    return <Told label={label} text={text} read={read(readings[0].on)} />;
  }
  return (
    <Question label={label}>
      {(named) => (
        <Choices
          label={named}
          choices={readings
            .filter(({ order }) => order !== 'ymd' || !/\d{4}/.test(text))
            .map(({ order, on }) => ({
              value: order,
              text: `${say.text(`console.teach.dates.${order}`)}: ${say.text(
                'console.teach.reads',
                { text, read: read(on) },
              )}`,
            }))}
          chosen={layout.dates}
          onChoose={(dates) => onLayout({ ...layout, dates })}
        />
      )}
    </Question>
  );
}

const marks = [
  [',', 'comma'],
  ['.', 'point'],
] as const;

/** Asked only where sums are written with commas or points. */
function Sums({ lines, layout, onLayout }: WritingChoicesProps) {
  const say = useText();
  const text = firstSum(lines, layout);
  if (text === null) return null;
  const reading = (mark: ',' | '.'): string => {
    const sen = readingOfSum(text, mark, layout.isInSen);
    const read = sen === null ? say.text('console.teach.readsNone') : formatSen(sen);
    return say.text('console.teach.reads', { text, read });
  };
  return (
    <Question label={say.text('console.teach.decimal')}>
      {(label) => (
        <Choices<Layout['decimal']>
          label={label}
          choices={[
            ...marks.map(([value, name]) => ({
              value,
              text: `${say.text(`console.teach.decimal.${name}`)}: ${reading(value)}`,
            })),
            { value: 'auto', text: say.text('console.teach.decimal.auto') },
          ]}
          chosen={layout.decimal}
          onChoose={(decimal) => onLayout({ ...layout, decimal })}
        />
      )}
    </Question>
  );
}

interface QuestionProps {
  readonly label: string;
  readonly children: (label: string) => React.ReactNode;
}

function Question({ label, children }: QuestionProps) {
  return (
    <div className={styles.question}>
      <p aria-hidden>{label}</p>
      {children(label)}
    </div>
  );
}

interface ToldProps {
  readonly label: string;
  readonly text: string;
  readonly read: string;
}

/** What can only be read in one way. */
function Told({ label, text, read }: ToldProps) {
  const say = useText();
  return (
    <div className={styles.question}>
      <p>{label}</p>
      <p className={styles.told}>{say.text('console.teach.reads', { text, read })}</p>
    </div>
  );
}
