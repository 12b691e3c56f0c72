import { ActionIcon, Group, NativeSelect } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { addMonths } from '../../../domain/fees/period.ts';
import { periodWords } from '../../../domain/fees/papers/paper-words.ts';
import { useText } from '../../ui/use-text.ts';

/** Months that can be chosen behind the one that is shown, and before it. */
const MONTHS_BACK = 24;
const MONTHS_ON = 3;

interface MonthStepsProps {
  /** `2026-11` */
  readonly period: string;
  /** The month that it is. */
  readonly now: string;
  readonly onPeriod: (period: string) => void;
}

/** A month back, a month on, or any month near by. */
export function MonthSteps({ period, now, onPeriod }: MonthStepsProps) {
  const say = useText();
  const first = addMonths(period < now ? period : now, -MONTHS_BACK);
  const last = addMonths(period > now ? period : now, MONTHS_ON);
  const months: string[] = [];
  for (let month = last; month >= first; month = addMonths(month, -1)) months.push(month);
  const steps = [
    { by: -1, label: say.text('console.fees.monthBefore'), Sign: IconChevronLeft },
    { by: 1, label: say.text('console.fees.monthAfter'), Sign: IconChevronRight },
  ];
  const [before, after] = steps.map(({ by, label, Sign }) => (
    <ActionIcon
      key={by}
      variant="default"
      size={44}
      aria-label={label}
      title={label}
      onClick={() => onPeriod(addMonths(period, by))}
    >
      <Sign aria-hidden size={20} />
    </ActionIcon>
  ));
  return (
    <Group gap={8} wrap="nowrap">
      {before}
      <NativeSelect
        aria-label={say.text('console.fees.monthField')}
        data={months.map((value) => ({ value, label: periodWords(value, say) }))}
        value={period}
        onChange={(event) => onPeriod(event.currentTarget.value)}
      />
      {after}
    </Group>
  );
}
