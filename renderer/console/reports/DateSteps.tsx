import { ActionIcon, Button, Group } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { addDays } from '../../../domain/time.ts';
import { useText } from '../../ui/use-text.ts';
import { DateField } from '../dates/DateField.tsx';

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
        <Button variant="subtle" onClick={() => onDate(null)}>
          {say.text('console.today')}
        </Button>
      )}
      <Group gap={8} wrap="nowrap">
        <Step label={say.text('console.day.before')} onStep={() => open(addDays(date, -1))}>
          <IconChevronLeft aria-hidden size={20} />
        </Step>
        <DateField label={say.text('console.day.date')} date={date} onDate={open} />
        <Step label={say.text('console.day.after')} onStep={() => open(addDays(date, 1))}>
          <IconChevronRight aria-hidden size={20} />
        </Step>
      </Group>
    </>
  );
}

interface StepProps {
  readonly label: string;
  readonly onStep: () => void;
  readonly children: ReactNode;
}

function Step({ label, onStep, children }: StepProps) {
  return (
    <ActionIcon variant="default" size={44} aria-label={label} title={label} onClick={onStep}>
      {children}
    </ActionIcon>
  );
}
