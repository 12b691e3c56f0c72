import { ActionIcon, Button, Group } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { addDays, isDate } from '../../../domain/time.ts';
import { useText } from '../../ui/use-text.ts';
import { DateField } from '../dates/DateField.tsx';
import styles from './DateSteps.module.css';

interface DateStepsProps {
  readonly date: string;
  readonly today: string;
  /** Null for today, whichever day that is. */
  readonly onDate: (date: string | null) => void;
}

/** A day back, a day on, or any day; back to today by one touch. */
export function DateSteps({ date, today, onDate }: DateStepsProps) {
  const say = useText();
  const open = (to: string): void => onDate(to === today ? null : to);
  return (
    <>
      {date !== today && (
        <Button variant="subtle" className={styles.today ?? ''} onClick={() => onDate(null)}>
          {say.text('console.today')}
        </Button>
      )}
      <Group gap={8} wrap="nowrap" align="flex-start">
        <Step label={say.text('console.day.before')} to={addDays(date, -1)} onStep={open}>
          <IconChevronLeft aria-hidden size={20} />
        </Step>
        <DateField label={say.text('console.day.date')} date={date} onDate={open} />
        <Step label={say.text('console.day.after')} to={addDays(date, 1)} onStep={open}>
          <IconChevronRight aria-hidden size={20} />
        </Step>
      </Group>
    </>
  );
}

interface StepProps {
  readonly label: string;
  /** None of the calendar behind its last day. */
  readonly to: string;
  readonly onStep: (to: string) => void;
  readonly children: ReactNode;
}

function Step({ label, to, onStep, children }: StepProps) {
  const say = useText();
  const isThere = isDate(to);
  return (
    <ActionIcon
      variant="default"
      size={44}
      aria-label={label}
      title={isThere ? label : say.text('dates.end')}
      disabled={!isThere}
      onClick={() => onStep(to)}
    >
      {children}
    </ActionIcon>
  );
}
