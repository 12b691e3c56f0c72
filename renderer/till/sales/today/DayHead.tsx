import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconSearch } from '@tabler/icons-react';
import type { RefObject } from 'react';
import type { DaySums } from '../../../../domain/sales/day.ts';
import { addDays, isDate } from '../../../../domain/time.ts';
import { KeyHint } from '../../../ui/KeyHint.tsx';
import { useText } from '../../../ui/use-text.ts';
import styles from './DayScreen.module.css';

interface DayHeadProps {
  readonly day: DaySums | undefined;
  /** Null is today, also tomorrow. */
  readonly onDate: (date: string | null) => void;
  readonly searchRef: RefObject<HTMLInputElement | null>;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly listId: string;
}

/** Which day it is, the way to another one, and the search. */
export function DayHead({ day, onDate, searchRef, text, onText, listId }: DayHeadProps) {
  const say = useText();
  return (
    <header className={styles.head}>
      <h1>{say.text('screen.sales')}</h1>
      {day && <DayChoice day={day} onDate={onDate} />}
      <TextInput
        ref={searchRef}
        className={styles.search}
        type="search"
        aria-label={say.text('day.search')}
        aria-keyshortcuts="F2"
        aria-controls={listId}
        placeholder={say.text('day.searchHint')}
        autoComplete="off"
        spellCheck={false}
        maxLength={60}
        leftSection={<IconSearch aria-hidden size={20} />}
        rightSection={<KeyHint>F2</KeyHint>}
        value={text}
        onChange={(event) => onText(event.currentTarget.value)}
      />
    </header>
  );
}

function DayChoice({ day, onDate }: { readonly day: DaySums } & Pick<DayHeadProps, 'onDate'>) {
  const say = useText();
  const { businessDate, today } = day;
  const choose = (date: string): void => onDate(date >= today ? null : date);
  const isToday = businessDate >= today;
  return (
    <div className={styles.day}>
      <ActionIcon
        variant="default"
        size={44}
        aria-label={say.text('day.before')}
        title={say.text('day.before')}
        onClick={() => choose(addDays(businessDate, -1))}
      >
        <IconChevronLeft aria-hidden size={20} />
      </ActionIcon>
      <TextInput
        type="date"
        aria-label={say.text('day.date')}
        max={today}
        value={businessDate}
        onChange={({ currentTarget: { value } }) => isDate(value) && choose(value)}
      />
      <ActionIcon
        variant="default"
        size={44}
        aria-label={say.text('day.after')}
        title={say.text(isToday ? 'day.noneAfter' : 'day.after')}
        disabled={isToday}
        onClick={() => choose(addDays(businessDate, 1))}
      >
        <IconChevronRight aria-hidden size={20} />
      </ActionIcon>
      {!isToday && (
        <Button variant="default" onClick={() => onDate(null)}>
          {say.text('day.today')}
        </Button>
      )}
    </div>
  );
}
