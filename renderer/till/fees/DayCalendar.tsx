import { ActionIcon, Button } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { addMonths, daysIn, periodOf } from '../../../domain/fees/period.ts';
import type { FeesState, ShownClosure, ShownMessage } from '../../../domain/fees/till-state.ts';
import { periodWords } from '../../../domain/fees/till-words.ts';
import { weekdayWords } from '../../../domain/console/moment.ts';
import { addDays } from '../../../domain/time.ts';
import { Ask } from '../../ui/Ask.tsx';
import { useText } from '../../ui/use-text.ts';
import styles from './Fees.module.css';
import { spanWords } from './span-words.ts';

type MessageState = ShownMessage['state'];

interface DayCalendarProps {
  readonly state: FeesState;
  readonly isBusy: boolean;
  readonly onAdd: () => void;
  /** A closure that this stall stamped is taken back. */
  readonly onEnd: (closure: string, words: string) => void;
}

/** Days on which the mall or this stall could not trade, and when what is open is due. */
export function DayCalendar({ state, isBusy, onAdd, onEnd }: DayCalendarProps) {
  const say = useText();
  const { ledger, today, keeper } = state;
  const [month, setMonth] = useState(periodOf(today));
  const inMonth = ledger.closures.filter(
    ({ from, to }) => periodOf(from) <= month && month <= periodOf(to),
  );
  return (
    <div className={styles.list}>
      <header className={styles.months}>
        <ActionIcon
          variant="default"
          size={44}
          aria-label={say.text('fees.previousMonth')}
          onClick={() => setMonth(addMonths(month, -1))}
        >
          <IconChevronLeft aria-hidden />
        </ActionIcon>
        <h3>{periodWords(month, say.language)}</h3>
        <ActionIcon
          variant="default"
          size={44}
          aria-label={say.text('fees.nextMonth')}
          onClick={() => setMonth(addMonths(month, 1))}
        >
          <IconChevronRight aria-hidden />
        </ActionIcon>
        {keeper === 'hub' && (
          <Button variant="default" onClick={onAdd}>
            {say.text('fees.addClosure')}
          </Button>
        )}
      </header>
      <Month month={month} closures={inMonth} due={ledger.next?.due ?? ''} today={today} />
      {inMonth.length === 0 ? (
        <p className={styles.soft}>
          {say.text('fees.noDays')}. {keeper === 'hub' && say.text('fees.noDaysHow')}
        </p>
      ) : (
        <ul>
          {inMonth.map((closure) => (
            <Closure
              key={closure.id}
              closure={closure}
              isEnding={endingOf(state).has(closure.id)}
              {...{ isBusy, onEnd }}
            />
          ))}
        </ul>
      )}
    </div>
  );
}

interface ClosureProps extends Pick<DayCalendarProps, 'isBusy' | 'onEnd'> {
  readonly closure: ShownClosure;
  /** Whether the mall was told already that it is taken back. */
  readonly isEnding: boolean;
}

function Closure({ closure, isEnding, isBusy, onEnd }: ClosureProps) {
  const say = useText();
  const [isAsking, setIsAsking] = useState(false);
  const { id, why, note, isOfMall, isOwn } = closure;
  const days = spanWords(closure);
  const words = `${say.text(`fees.why.${why}`)}, ${days}`;
  return (
    <li className={styles.row}>
      <div>
        <strong>
          {say.text(`fees.why.${why}`)}, {say.text(isOfMall ? 'fees.ofMall' : 'fees.ofStall')}
          {isEnding && <mark>{say.text('fees.closureEnding')}</mark>}
        </strong>
        <span className={styles.soft}>{[days, note].filter(Boolean).join(' · ')}</span>
      </div>
      {isOwn && !isEnding && (
        <Button
          size="compact-md"
          variant="default"
          disabled={isBusy}
          aria-label={`${say.text('fees.closureEnd')}: ${words}`}
          onClick={() => setIsAsking(true)}
        >
          {say.text('fees.closureEnd')}
        </Button>
      )}
      <Ask
        isOpen={isAsking}
        title={say.text('fees.closureEnd')}
        keep={say.text('fees.closureKeep')}
        onKeep={() => setIsAsking(false)}
        act={say.text('fees.closureEnd')}
        onAct={() => {
          setIsAsking(false);
          onEnd(id, words);
        }}
      >
        {say.text('fees.closureEndAsk', { words })}
      </Ask>
    </li>
  );
}

/** States of a message that the mall of now has, or will have, and does not refuse. */
const toldStates: readonly string[] = ['waiting', 'sent', 'answered'] satisfies MessageState[];

/** Closures that the mall was told to be taken back, and did not refuse. */
function endingOf({ messages }: FeesState): ReadonlySet<string> {
  return new Set(
    messages.flatMap(({ message, state }) =>
      message.kind === 'closure-end' && toldStates.includes(state) ? message.of : [],
    ),
  );
}

interface MonthProps {
  readonly month: string;
  readonly closures: readonly ShownClosure[];
  readonly due: string;
  readonly today: string;
}

/** A Monday, from which weekdays are counted. */
const MONDAY = '2024-01-01';
const weekdays = Array.from({ length: 7 }, (_, at) => addDays(MONDAY, at));

/** The days of a month, Monday first. */
function Month({ month, closures, due, today }: MonthProps) {
  const say = useText();
  const dates = Array.from(
    { length: daysIn(month) },
    (_, at) => `${month}-${String(at + 1).padStart(2, '0')}`,
  );
  const first = new Date(Date.parse(dates[0] ?? '')).getUTCDay();
  const blanks = Array.from({ length: (first + 6) % 7 }, (_, at) => `blank ${at}`);
  return (
    <ol className={styles.calendar} aria-label={periodWords(month, say.language)}>
      {weekdays.map((date) => (
        <li key={date} aria-hidden className={styles.weekday}>
          {weekdayWords(date, say.language)}
        </li>
      ))}
      {blanks.map((key) => (
        <li key={key} aria-hidden />
      ))}
      {dates.map((date) => {
        const closed = closures.find(({ from, to }) => from <= date && date <= to);
        return (
          <li
            key={date}
            data-closed={closed && (closed.isOfMall ? 'mall' : 'stall')}
            data-due={date === due || undefined}
            aria-current={date === today ? 'date' : undefined}
          >
            <span>{Number(date.slice(8))}</span>
            {closed && <small>{say.text(`fees.why.${closed.why}`)}</small>}
            {date === due && <small>{say.text('fees.due', { date: '' }).trim()}</small>}
          </li>
        );
      })}
    </ol>
  );
}
