import { dateWords, weekdayWords } from '../../../../domain/console/moment.ts';
import type { FeeClosure } from '../../../../domain/fees/matters/closure-contract.ts';
import { periodWords } from '../../../../domain/fees/papers/paper-words.ts';
import { datesOf } from '../../../../domain/fees/period.ts';
import { addDays, daysBetween } from '../../../../domain/time.ts';
import { useText } from '../../../ui/use-text.ts';
import card from '../../system/card.module.css';
import styles from './calendar.module.css';

interface MonthGridProps {
  readonly month: string;
  readonly today: string;
  readonly closures: readonly FeeClosure[];
  /** A day was touched: something is stamped on it. */
  readonly onDate: (date: string) => void;
}

/** A Monday, from which weekdays are counted. */
const MONDAY = '2024-01-01';
const WEEK_DAYS = 7;

/** The days of a month, each with what closed on it; a touch stamps one. */
export function MonthGrid({ month, today, closures, onDate }: MonthGridProps) {
  const say = useText();
  const { language } = say;
  const { from, to } = datesOf(month);
  const before = daysBetween(MONDAY, from) % WEEK_DAYS;
  const dates = Array.from({ length: daysBetween(from, to) + 1 }, (_, at) => addDays(from, at));
  const standing = closures.filter(({ isEnded }) => !isEnded);
  return (
    <section
      className={`${card.card} ${styles.grid}`}
      aria-label={say.text('console.fees.calendar.grid', { month: periodWords(month, say) })}
    >
      {Array.from({ length: WEEK_DAYS }, (_, at) => (
        <span key={addDays(MONDAY, at)} className={styles.weekday} aria-hidden>
          {weekdayWords(addDays(MONDAY, at), language)}
        </span>
      ))}
      {dates.map((date, at) => {
        const closed = standing.filter((one) => one.from <= date && date <= one.to);
        const words = closed.map(({ why, stall }) => {
          const name = stall?.name ?? say.text('console.fees.calendar.wholeMall');
          return `${say.text(`console.fees.why.${why}`)}: ${name}`;
        });
        return (
          <button
            key={date}
            type="button"
            className={styles.day}
            style={at === 0 ? { gridColumnStart: before + 1 } : undefined}
            aria-label={[dateWords(date, language), ...words].join(', ')}
            aria-current={date === today ? 'date' : undefined}
            data-closures={closed.length || undefined}
            data-mall={closed.some(({ stall }) => stall === null) || undefined}
            title={words.join('\n')}
            onClick={() => onDate(date)}
          >
            <b>{Number(date.slice(8))}</b>
          </button>
        );
      })}
    </section>
  );
}
