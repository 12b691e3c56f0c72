import { useState } from 'react';
import { type DaySpan, daySpan } from '../../../../domain/sales/find-sales.ts';
import { addDays } from '../../../../domain/time.ts';
import type { Scope } from './DayHead.tsx';

const everyDay: DaySpan = { from: null, to: null };

/** Which days are looked at; the day and the span are kept while the other is. */
export function useDays() {
  const [scope, setScope] = useState<Scope>('day');
  /** Null is today. */
  const [date, setDate] = useState<string | null>(null);
  const [span, setSpan] = useState(everyDay);
  // The field keeps what is half typed to itself, and begins anew when the day is chosen otherwise.
  const [fieldKey, setFieldKey] = useState(0);
  const renewField = (): void => setFieldKey((before) => before + 1);
  const ofDay = date === null ? null : daySpan(date);
  const showAll = (): void => {
    setScope('all');
    setSpan(everyDay);
  };
  const shown = scope === 'all' ? span : ofDay;
  const field = { fieldKey, renewField };
  return { scope, setScope, showAll, date, setDate, field, span, setSpan, shown };
}

/**
 * What chooses another day or days.
 * @param today undefined until the till has said
 * @param close puts away the receipt that is open: it may not be of those days
 */
export function dayChoice(
  days: ReturnType<typeof useDays>,
  today: string | undefined,
  close: () => void,
) {
  const shownDay = days.date ?? today;
  const setScope = (scope: Scope): void => {
    close();
    days.setScope(scope);
  };
  const chooseDay = (date: string): void => {
    close();
    days.setDate(today !== undefined && date >= today ? null : date);
  };
  const turnTo = (date: string): void => {
    days.field.renewField();
    chooseDay(date);
  };
  const turns = days.scope === 'day' ? dayTurns(shownDay, today, turnTo) : {};
  return { shownDay, setScope, chooseDay, turnTo, turns };
}

/** To the day before the one that is shown, and to the one after; none until the till has said. */
function dayTurns(
  shown: string | undefined,
  today: string | undefined,
  onTurn: (date: string) => void,
): Partial<Record<'before' | 'after', () => void>> {
  if (shown === undefined || today === undefined) return {};
  return {
    before: () => onTurn(addDays(shown, -1)),
    after: () => {
      if (shown < today) onTurn(addDays(shown, 1));
    },
  };
}
