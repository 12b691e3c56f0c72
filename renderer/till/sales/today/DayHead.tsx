import { ActionIcon, TextInput, Button } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useState, type RefObject } from 'react';
import { addDays, isDate } from '../../../../domain/time.ts';
import { ListSearch } from '../../../ui/ListSearch.tsx';
import { useText } from '../../../ui/use-text.ts';
import styles from './DayScreen.module.css';

interface DayHeadProps {
  /** The one that is shown, and the one that it is now; undefined until the till has said. */
  readonly date: string | undefined;
  readonly today: string | undefined;
  /** Null is today, also tomorrow. */
  readonly onDate: (date: string | null) => void;
  readonly searchRef: RefObject<HTMLInputElement | null>;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly listId: string;
}

/** Which day it is, the way to another one, and the search. */
export function DayHead(props: DayHeadProps) {
  const say = useText();
  const { date, today, onDate, searchRef, text, onText, listId } = props;
  return (
    <header className={styles.head}>
      <h1>{say.text('screen.sales')}</h1>
      {date !== undefined && today !== undefined && (
        <DayChoice date={date} today={today} onDate={onDate} />
      )}
      <ListSearch
        fieldRef={searchRef}
        className={styles.search}
        label={say.text('day.search')}
        hint={say.text('day.searchHint')}
        {...{ listId, text, onText }}
      />
    </header>
  );
}

interface DayChoiceProps extends Pick<DayHeadProps, 'onDate'> {
  readonly date: string;
  readonly today: string;
}

function DayChoice({ date, today, onDate }: DayChoiceProps) {
  const say = useText();
  // The field keeps what is half typed to itself, and begins anew when the day is chosen otherwise.
  const [fieldKey, setFieldKey] = useState(0);
  const renewField = (): void => setFieldKey((before) => before + 1);
  const choose = (chosen: string): void => onDate(chosen >= today ? null : chosen);
  const go = (chosen: string): void => {
    renewField();
    choose(chosen);
  };
  const isToday = date >= today;
  return (
    <div className={styles.day}>
      <ActionIcon
        variant="default"
        size={44}
        aria-label={say.text('day.before')}
        title={say.text('day.before')}
        onClick={() => go(addDays(date, -1))}
      >
        <IconChevronLeft aria-hidden size={20} />
      </ActionIcon>
      <TextInput
        key={`${fieldKey} ${today}`}
        type="date"
        aria-label={say.text('day.date')}
        max={today}
        defaultValue={date}
        onBlur={renewField}
        onChange={({ currentTarget: { value } }) => isDate(value) && choose(value)}
      />
      <ActionIcon
        variant="default"
        size={44}
        aria-label={say.text('day.after')}
        title={say.text(isToday ? 'day.noneAfter' : 'day.after')}
        disabled={isToday}
        onClick={() => go(addDays(date, 1))}
      >
        <IconChevronRight aria-hidden size={20} />
      </ActionIcon>
      {!isToday && (
        <Button variant="default" onClick={() => go(today)}>
          {say.text('day.today')}
        </Button>
      )}
    </div>
  );
}
