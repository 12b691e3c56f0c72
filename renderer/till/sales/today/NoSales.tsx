import { IconCashRegister, IconMoodEmpty } from '@tabler/icons-react';
import type { DaySpan } from '../../../../domain/sales/find-sales.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useText } from '../../../ui/use-text.ts';
import type { SalesFound } from './use-sales-of-day.ts';

interface NoSalesProps {
  readonly found: SalesFound;
  /** Where all days are looked at: from when to when; null of one day. */
  readonly days: DaySpan | null;
  readonly isToday: boolean;
  readonly onRegister: () => void;
  readonly onEverywhere: () => void;
}

/** Why the list is empty, and what to do about it. */
export function NoSales({ found, days, isToday, onRegister, onEverywhere }: NoSalesProps) {
  const say = useText();
  const { text, error } = found;
  if (error) {
    return (
      <EmptyState Icon={IconMoodEmpty} title={say.text('day.loadFailed')}>
        {say.failure(error)}
      </EmptyState>
    );
  }
  if (found.isLoading) return null;
  if (text !== '') {
    const everywhere = { text: say.text('day.everywhere'), onAct: onEverywhere };
    return (
      <EmptyState
        Icon={IconMoodEmpty}
        title={say.text(days ? 'day.noMatchAny' : 'day.noMatch', { text })}
        {...(days === null && { action: everywhere })}
      >
        {say.text('day.noMatchHow')}
      </EmptyState>
    );
  }
  const toRegister = { text: say.text('day.toRegister'), onAct: onRegister };
  if (days) return <NoneOfDays days={days} toRegister={toRegister} />;
  return (
    <EmptyState
      Icon={IconCashRegister}
      title={say.text(isToday ? 'day.emptyToday' : 'day.empty')}
      {...(isToday && { action: toRegister })}
    >
      {say.text(isToday ? 'day.emptyTodayHow' : 'day.emptyHow')}
    </EmptyState>
  );
}

interface NoneOfDaysProps {
  readonly days: DaySpan;
  readonly toRegister: { readonly text: string; readonly onAct: () => void };
}

function NoneOfDays({ days: { from, to }, toRegister }: NoneOfDaysProps) {
  const say = useText();
  const isEverything = from === null && to === null;
  return (
    <EmptyState
      Icon={IconCashRegister}
      title={say.text(isEverything ? 'day.emptyBook' : 'day.emptySpan')}
      {...(isEverything && { action: toRegister })}
    >
      {say.text(isEverything ? 'day.emptyTodayHow' : 'day.emptySpanHow')}
    </EmptyState>
  );
}
