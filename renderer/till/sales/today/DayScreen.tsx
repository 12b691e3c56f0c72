import { IconCashRegister, IconMoodEmpty } from '@tabler/icons-react';
import { useId, useRef, useState } from 'react';
import type { SaleSummary } from '../../../../domain/sales/day.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useText } from '../../../ui/use-text.ts';
import { useReprint } from '../../printing/use-printer.ts';
import type { ScreenProps } from '../../screen.ts';
import { DayHead } from './DayHead.tsx';
import { DaySumsBar } from './DaySumsBar.tsx';
import styles from './DayScreen.module.css';
import { SaleReceipt } from './SaleReceipt.tsx';
import { SalesList } from './SalesList.tsx';
import { useDayKeys } from './use-day-keys.ts';
import { type SalesFound, useDay, useSalesNews, useSalesOfDay } from './use-sales-of-day.ts';

/** The sales of a day: what it came to, each sale, and the one that is open as its receipt. */
export function DayScreen({ onScreen }: ScreenProps) {
  const [chosenDate, setChosenDate] = useState<string | null>(null);
  const [text, setText] = useState('');
  const search = useRef<HTMLInputElement>(null);
  const listId = useId();
  const day = useDay(chosenDate);
  const found = useSalesOfDay(chosenDate, text);
  const choice = useChoice(found.sales);
  const reprint = useReprint();
  useSalesNews();
  useDayKeys({
    search: () => search.current?.select(),
    move: choice.move,
    open: choice.open,
    close: choice.close,
    reprint: () => {
      if (choice.opened !== undefined) reprint(choice.opened);
    },
  });
  const chooseDate = (date: string | null): void => {
    choice.close();
    setChosenDate(date);
  };
  return (
    <main className={styles.screen} data-open={choice.opened !== undefined || undefined}>
      <DayHead
        date={chosenDate ?? day?.today}
        today={day?.today}
        onDate={chooseDate}
        searchRef={search}
        text={text}
        onText={setText}
        listId={listId}
      />
      {day && <DaySumsBar day={day} />}
      <div id={listId} className={styles.list}>
        {found.sales.length > 0 ? (
          <SalesList
            key={`${chosenDate} ${found.text}`}
            id={`${listId}-rows`}
            sales={found.sales}
            active={choice.active}
            onOpen={choice.openSale}
            onNearEnd={found.loadMore}
          />
        ) : (
          <NoSales
            found={found}
            isToday={day?.businessDate === day?.today}
            onRegister={() => onScreen('register')}
          />
        )}
      </div>
      {choice.opened !== undefined && (
        <SaleReceipt number={choice.opened} onReprint={reprint} onClose={choice.close} />
      )}
    </main>
  );
}

/** Which sale of the list the keys are at, and which one is open; each by its number. */
function useChoice(sales: readonly SaleSummary[]) {
  const [active, setActive] = useState<string | undefined>(undefined);
  const [opened, setOpened] = useState<string | undefined>(undefined);
  const openSale = (number: string): void => {
    setActive(number);
    setOpened(number);
  };
  return {
    active,
    opened,
    openSale,
    open: () => {
      const number = active ?? sales[0]?.number;
      if (number !== undefined) openSale(number);
    },
    close: () => setOpened(undefined),
    move: (by: 1 | -1) => {
      const at = sales.findIndex(({ number }) => number === active);
      const next = sales[Math.min(Math.max(at + by, 0), sales.length - 1)]?.number;
      if (next === undefined) return;
      setActive(next);
      if (opened !== undefined) setOpened(next); // the open receipt goes along
    },
  };
}

interface NoSalesProps {
  readonly found: SalesFound;
  readonly isToday: boolean;
  readonly onRegister: () => void;
}

/** Why the list is empty, and what to do about it. */
function NoSales({ found, isToday, onRegister }: NoSalesProps) {
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
    return (
      <EmptyState Icon={IconMoodEmpty} title={say.text('day.noMatch', { text })}>
        {say.text('day.noMatchHow')}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      Icon={IconCashRegister}
      title={say.text(isToday ? 'day.emptyToday' : 'day.empty')}
      {...(isToday && { action: { text: say.text('day.toRegister'), onAct: onRegister } })}
    >
      {say.text(isToday ? 'day.emptyTodayHow' : 'day.emptyHow')}
    </EmptyState>
  );
}
