import { FocusTrap } from '@mantine/core';
import { DatePicker, DatesProvider } from '@mantine/dates';
import '@mantine/dates/styles.css';
import {
  dateWords,
  monthWords,
  shortMonthWords,
  weekdayWords,
} from '../../../domain/console/moment.ts';
import { useText } from '../../ui/use-text.ts';

/** As tall in every month: its arrows stay where they are. */
const asTall = { consistentWeeks: true };

interface CalendarProps {
  /** Empty for none. */
  readonly date: string;
  /** Where it opens when there is none. */
  readonly today: string;
  readonly min: string | undefined;
  readonly max: string | undefined;
  readonly onDate: (date: string) => void;
}

/** Days to choose from, in the language of the page; the arrows go from one to another. */
export function Calendar({ date, today, min, max, onDate }: CalendarProps) {
  const say = useText();
  const { language } = say;
  const begin = date || today;
  return (
    <DatesProvider settings={asTall}>
      <FocusTrap>
        <DatePicker
          size="md"
          maxLevel="year"
          highlightToday
          hideOutsideDates
          weekendDays={[]} // malls trade on every day
          value={date || null}
          defaultDate={begin}
          {...(min === undefined ? {} : { minDate: min })}
          {...(max === undefined ? {} : { maxDate: max })}
          onChange={(chosen) => chosen && onDate(chosen)}
          allowDeselect={false}
          getDayProps={(day) => ({ 'data-autofocus': day === begin || undefined })}
          getDayAriaLabel={(day) => dateWords(day, language)}
          monthLabelFormat={(month) => monthWords(month, language)}
          weekdayFormat={(day) => weekdayWords(day, language)}
          monthsListFormat={(month) => shortMonthWords(month, language)}
          ariaLabels={{
            previousMonth: say.text('dates.monthBefore'),
            nextMonth: say.text('dates.monthAfter'),
            previousYear: say.text('dates.yearBefore'),
            nextYear: say.text('dates.yearAfter'),
          }}
          __stopPropagation // an Escape closes it, and not the dialog that it is in
        />
      </FocusTrap>
    </DatesProvider>
  );
}
