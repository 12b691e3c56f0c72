import { IconCashRegister, IconMoodEmpty } from '@tabler/icons-react';
import { useId, useRef, useState } from 'react';
import { printingPageId } from '../../../../domain/printing/page/text.id.ts';
import { salesPageId } from '../../../../domain/sales/page/text.id.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useActive } from '../../../ui/use-active.ts';
import { learnWords, useText } from '../../../ui/use-text.ts';
import { useReprint } from '../../printing/use-printer.ts';
import type { ScreenProps } from '../../screen.ts';
import { useListKeys } from '../../use-list-keys.ts';
import { DayHead } from './DayHead.tsx';
import { DaySumsBar } from './DaySumsBar.tsx';
import styles from './DayScreen.module.css';
import { SaleReceipt } from './SaleReceipt.tsx';
import { SalesList } from './SalesList.tsx';
import { type SalesFound, useDay, useSalesNews, useSalesOfDay } from './use-sales-of-day.ts';

learnWords(salesPageId);
learnWords(printingPageId);

/** The sales of a day: what it came to, each sale, and the one that is open as its receipt. */
export function DayScreen({ onScreen }: ScreenProps) {
  const [chosenDate, setChosenDate] = useState<string | null>(null);
  const [text, setText] = useState('');
  const search = useRef<HTMLInputElement>(null);
  const listId = useId();
  const day = useDay(chosenDate);
  const found = useSalesOfDay(chosenDate, text);
  const { active, opened, openSale, close } = useOpenSale(text, found);
  const reprint = useReprint();
  useSalesNews(day?.today);
  useListKeys({
    search: () => search.current?.select(),
    move: (by) => {
      active.move(by);
      if (opened !== undefined) active.open(); // the open receipt goes along
    },
    open: active.open,
    close,
    reprint: () => {
      if (opened !== undefined) reprint(opened);
    },
  });
  const chooseDate = (date: string | null): void => {
    close();
    setChosenDate(date);
  };
  return (
    <main className={styles.screen} data-open={opened !== undefined || undefined}>
      <DayHead
        date={chosenDate ?? day?.today}
        today={day?.today}
        onDate={chooseDate}
        searchRef={search}
        text={text}
        onText={setText}
        listId={listId}
      />
      {day?.sums && <DaySumsBar date={day.businessDate} sums={day.sums} />}
      <div id={listId} className={styles.list}>
        {found.sales.length > 0 ? (
          <SalesList
            key={`${chosenDate} ${found.text}`}
            id={`${listId}-rows`}
            sales={found.sales}
            active={active.id}
            onOpen={openSale}
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
      {opened !== undefined && <SaleReceipt number={opened} onReprint={reprint} onClose={close} />}
    </main>
  );
}

/** Which sale the keys are at, and the number of the one that is open. */
function useOpenSale(typed: string, found: SalesFound) {
  const [opened, setOpened] = useState<string | undefined>(undefined);
  const openSale = (number: string): void => {
    active.moveTo(number);
    setOpened(number);
  };
  const active = useActive({
    typed,
    entries: found.sales,
    isStale: found.isStale,
    idOf: ({ number }) => number,
    onOpen: ({ number }) => openSale(number),
  });
  const close = (): void => setOpened(undefined);
  return { active, opened, openSale, close };
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
