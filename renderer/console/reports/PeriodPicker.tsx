import { SegmentedControl } from '@mantine/core';
import { monthOf } from '../../../domain/console/moment.ts';
import { REPORT_DAYS_MAX } from '../../../domain/reports/contract.ts';
import { addDays, daysBetween } from '../../../domain/time.ts';
import { useText } from '../../ui/use-text.ts';
import { DateField } from '../dates/DateField.tsx';
import { openRoute, type Period } from '../route.ts';
import { todayInWib } from '../today-in-wib.ts';
import styles from './PeriodPicker.module.css';

const WEEK_DAYS = 7;

/** The month that it is where the hub is. */
export function thisMonth(): Period {
  return monthOf(todayInWib());
}

/** Whether the hub reports over such a period. */
export function isPeriod({ from, to }: Period): boolean {
  return from <= to && daysBetween(from, to) < REPORT_DAYS_MAX;
}

/** Periods that are one touch away. */
function usual(): Record<'thisMonth' | 'lastMonth' | 'week', Period> {
  const date = todayInWib();
  const month = monthOf(date);
  return {
    thisMonth: month,
    lastMonth: monthOf(addDays(month.from, -1)),
    week: { from: addDays(date, 1 - WEEK_DAYS), to: date },
  };
}

interface PeriodPickerProps {
  readonly stall: string;
  readonly period: Period;
  /** Whether a person chose it: this month is meant else. */
  readonly isChosen: boolean;
}

/** Over which dates a stall is looked at. */
export function PeriodPicker({ stall, period, isChosen }: PeriodPickerProps) {
  const say = useText();
  const periods = usual();
  const names = ['thisMonth', 'lastMonth', 'week'] as const;
  const here = names.find(
    (name) => periods[name].from === period.from && periods[name].to === period.to,
  );
  const open = (to: Period | null): void => {
    openRoute({ page: 'stall', stall, period: to }, 'replace');
  };
  const change = (part: Partial<Period>): void => open({ ...period, ...part });
  return (
    <fieldset className={styles.period} aria-label={say.text('console.stall.period')}>
      <SegmentedControl
        aria-label={say.text('console.stall.period')}
        size="md"
        data={names.map((name) => ({ value: name, label: say.text(`console.stall.${name}`) }))}
        value={here ?? ''}
        onChange={(value) => {
          const name = names.find((known) => known === value);
          if (name) open(name === 'thisMonth' ? null : periods[name]);
        }}
      />
      <DateField
        label={say.text('console.stall.from')}
        date={period.from}
        onDate={(from) => change({ from })}
      />
      <DateField
        label={say.text('console.stall.to')}
        date={period.to}
        onDate={(to) => change({ to })}
      />
      {isChosen && !isPeriod(period) && (
        <p className={styles.wrong} role="alert">
          {say.text('console.stall.backwards')}
        </p>
      )}
    </fieldset>
  );
}
