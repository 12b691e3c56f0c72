import { ActionIcon, Loader, Popover, TextInput } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { Suspense, useEffect, useRef, useState } from 'react';
import { writtenDate } from '../../../domain/time.ts';
import { readTypedDate } from '../../../domain/typed-date.ts';
import { type Say, useText } from '../../ui/use-text.ts';
import { whenOpened } from '../../ui/when-opened.ts';
import { todayInWib } from '../today-in-wib.ts';
import { NotLoaded } from '../system/NotLoaded.tsx';
import { useBackCloses } from '../system/use-back-closes.ts';
import styles from './DateField.module.css';

const Calendar = whenOpened(async () => (await import('./Calendar.tsx')).Calendar, NotLoaded);

interface DateFieldProps {
  readonly label: string;
  /** Whether the label stands above it; else it is for who listens. */
  readonly isLabelSeen?: boolean;
  readonly description?: string;
  /** `YYYY-MM-DD`; empty for none. */
  readonly date: string;
  /** First date that can be meant. */
  readonly min?: string;
  /** Last date that can be meant. */
  readonly max?: string;
  /** Whether it may be left empty: it gives an empty date then. */
  readonly isOptional?: boolean;
  readonly onDate: (date: string) => void;
}

/**
 * A date, written as the page's language writes it, which is not always that of the browser: typed
 * with Enter or the next field behind it, or chosen in a calendar, which is loaded when opened.
 */
export function DateField(props: DateFieldProps) {
  const { label, isLabelSeen = false, description, date, min, max, onDate } = props;
  const { isOptional = false } = props;
  const say = useText();
  const field = useRef<HTMLInputElement>(null);
  /** What is in the field while it is not what was taken. */
  const [typed, setTyped] = useState<string | null>(null);
  const [isLeft, setIsLeft] = useState(true);
  const [shown, setShown] = useState(date);
  if (shown !== date) {
    setShown(date);
    setTyped(null); // it was typed instead of another date
  }
  const [today] = useState(todayInWib);
  const meant = typed === null ? date : readTypedDate(typed);
  const fault = faultOf(meant, { typed, min, max, isOptional, today }, say);
  useEffect(() => field.current?.setCustomValidity(fault), [fault]); // its form is not sent
  const take = (): void => {
    setIsLeft(true);
    if (typed === null) return;
    if (typed.trim() === '') {
      // In a form it is a fault: the date that stood before is not sent in its place.
      if (!isOptional && field.current?.form) return;
      if (isOptional && date !== '') onDate('');
    } else {
      if (meant === null || isLate(meant, max)) return;
      if (meant !== date) onDate(meant);
    }
    setTyped(null);
  };
  return (
    <TextInput
      ref={field}
      className={styles.field ?? ''}
      {...(isLabelSeen ? { label } : { 'aria-label': label, title: label })}
      description={description}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      error={isLeft && fault}
      required={!isOptional}
      inputMode="numeric"
      autoComplete="off"
      placeholder={say.text('dates.form')}
      value={typed ?? (date === '' ? '' : writtenDate(date))}
      onChange={({ currentTarget }) => {
        setIsLeft(false);
        setTyped(currentTarget.value);
      }}
      onBlur={take}
      onKeyDown={({ key }) => {
        if (key === 'Enter') take();
        if (key === 'Escape') setTyped(null);
      }}
      data-mantine-stop-propagation={typed !== null} // an Escape is its own then, not its dialog's
      rightSectionWidth={44}
      rightSection={
        <CalendarButton
          field={label}
          date={meant ?? ''}
          today={today}
          min={min}
          max={max}
          onDate={(chosen) => {
            setTyped(null);
            onDate(chosen);
          }}
        />
      }
    />
  );
}

interface Asked {
  readonly typed: string | null;
  readonly min: string | undefined;
  readonly max: string | undefined;
  readonly isOptional: boolean;
  readonly today: string;
}

/** What is wrong with what the field says; empty for nothing. */
function faultOf(meant: string | null, asked: Asked, say: Say): string {
  const { typed, min, max, isOptional, today } = asked;
  if (typed?.trim() === '') {
    return isOptional ? '' : say.text('dates.none', { example: writtenDate(today) });
  }
  if (meant === null) return say.text('dates.unread', { example: writtenDate(today) });
  if (meant === '') return '';
  if (min !== undefined && meant < min) {
    return say.text('dates.tooEarly', { first: writtenDate(min) });
  }
  return isLate(meant, max) ? say.text('dates.tooLate', { last: writtenDate(max) }) : '';
}

function isLate(date: string, max: string | undefined): max is string {
  return max !== undefined && date > max;
}

interface CalendarButtonProps {
  /** Of which field. */
  readonly field: string;
  readonly date: string;
  readonly today: string;
  readonly min: string | undefined;
  readonly max: string | undefined;
  readonly onDate: (date: string) => void;
}

function CalendarButton({ field, onDate, ...shown }: CalendarButtonProps) {
  const say = useText();
  const [isOpen, setIsOpen] = useState(false);
  const name = say.text('dates.open', { field });
  useBackCloses(isOpen, () => setIsOpen(false));
  return (
    <Popover
      opened={isOpen}
      onChange={setIsOpen}
      position="bottom-end"
      shadow="md"
      trapFocus // from the first, so that an Escape while it loads is its own
      returnFocus
    >
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={40}
          aria-label={name}
          title={name}
          onClick={() => setIsOpen(!isOpen)}
        >
          <IconCalendar aria-hidden size={20} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown data-mantine-stop-propagation>
        <Suspense
          fallback={
            <div className={styles.loading}>
              <Loader size="sm" role="status" aria-label={say.text('console.loading')} />
            </div>
          }
        >
          <Calendar
            {...shown}
            onDate={(date) => {
              setIsOpen(false);
              onDate(date);
            }}
          />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
