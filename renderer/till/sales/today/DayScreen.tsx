import { type RefObject, useId, useRef, useState } from 'react';
import { type DayAct, dayKeys } from '../../../../domain/sales/day-keys.ts';
import { printingPageId } from '../../../../domain/printing/page/text.id.ts';
import { salesPageId } from '../../../../domain/sales/page/text.id.ts';
import { useActive } from '../../../ui/use-active.ts';
import { learnWords } from '../../../ui/use-text.ts';
import { useReprint } from '../../printing/use-printer.ts';
import type { ScreenProps } from '../../screen.ts';
import { useListKeys } from '../../use-list-keys.ts';
import { KeyCard } from '../KeysHelp.tsx';
import { DayHead } from './DayHead.tsx';
import { DaySumsBar } from './DaySumsBar.tsx';
import styles from './DayScreen.module.css';
import { type ReceiptHandle, SaleReceipt } from './SaleReceipt.tsx';
import { SalesList } from './SalesList.tsx';
import { NoSales } from './NoSales.tsx';
import { dayChoice, useDays } from './use-days.ts';
import { useReceiptLink } from './use-receipt-link.ts';
import { type SalesFound, useDay, useSales, useSalesNews } from './use-sales-of-day.ts';

learnWords(salesPageId);
learnWords(printingPageId);

/** The sales of a day or of all: what it came to, each sale, and the one that is open. */
export function DayScreen({ startup, onScreen }: ScreenProps) {
  const days = useDays();
  const [text, setText] = useState('');
  const search = useRef<HTMLInputElement>(null);
  const receipt = useRef<ReceiptHandle>(null);
  const listId = useId();
  const day = useDay(days.date);
  const found = useSales(days.shown, text);
  const { active, opened, openSale, close } = useOpenSale(text, found);
  const reprint = useReprint();
  const takeLink = useReceiptLink((number) => {
    days.showAll();
    setText(number);
    openSale(number, number);
  });
  useSalesNews(day?.today);
  const { shownDay, setScope, chooseDay, turnTo, turns } = dayChoice(days, day?.today, close);
  const [isHelp, setIsHelp] = useState(false);
  useDayKeys({ search, receipt, active, opened, close }, reprint, {
    ...turns,
    help: () => setIsHelp(true),
    scope: () => setScope(days.scope === 'day' ? 'all' : 'day'),
    claims: () => onScreen('claims'),
  });
  return (
    <main className={styles.screen} data-open={opened !== undefined || undefined}>
      <DayHead
        scope={days.scope}
        onScope={setScope}
        date={shownDay}
        today={day?.today}
        fieldKey={days.field.fieldKey}
        onLeaveDate={days.field.renewField}
        onDate={chooseDay}
        onTurn={turnTo}
        span={days.span}
        onSpan={days.setSpan}
        searchRef={search}
        {...{ text, listId }}
        onText={(typed) => takeLink(typed) || setText(typed)}
        onClaims={() => onScreen('claims')}
        onHelp={() => setIsHelp(true)}
      />
      <KeyCard over="sales" isOpen={isHelp} onClose={() => setIsHelp(false)} />
      {days.scope === 'day' && day?.sums && <DaySumsBar date={day.businessDate} sums={day.sums} />}
      <FoundSales
        {...{ found, days, listId, openSale, onEverywhere: () => setScope('all') }}
        active={active.id}
        isToday={day?.businessDate === day?.today}
        onRegister={() => onScreen('register')}
      />
      {opened !== undefined && (
        <SaleReceipt
          handle={receipt}
          number={opened}
          language={startup.settings.receiptLanguage}
          print={startup.settings.receipt.print}
          onReprint={reprint}
          onOpen={openSale}
          onExchange={() => onScreen('register')}
          onClose={close}
        />
      )}
    </main>
  );
}

interface OpenParts extends Omit<ReturnType<typeof useOpenSale>, 'openSale'> {
  readonly search: RefObject<HTMLInputElement | null>;
  readonly receipt: RefObject<ReceiptHandle | null>;
}

/** The keys of the screen: those of the list, and of the receipt that is open. */
function useDayKeys(
  { search, receipt, active, opened, close }: OpenParts,
  reprint: (number: string) => void,
  ofScreen: Partial<Record<DayAct, () => void>>,
): void {
  const acts: Partial<Record<DayAct, () => void>> = {
    ...ofScreen,
    savePdf: () => receipt.current?.savePdf(),
    send: () => receipt.current?.send(),
    refund: () => receipt.current?.back('refund'),
    void: () => receipt.current?.back('void'),
  };
  const rows = dayKeys.flatMap(({ act, key }) => {
    const does = acts[act];
    return does ? [[key, does] as const] : [];
  });
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
    others: Object.fromEntries(rows),
  });
}

interface FoundSalesProps {
  readonly found: SalesFound;
  readonly days: ReturnType<typeof useDays>;
  readonly listId: string;
  readonly active: string | undefined;
  readonly openSale: (number: string) => void;
  readonly isToday: boolean;
  readonly onRegister: () => void;
  readonly onEverywhere: () => void;
}

/** The list, or why it is empty. */
function FoundSales(props: FoundSalesProps) {
  const { found, days, listId, active, openSale, isToday, onRegister, onEverywhere } = props;
  const ofAll = days.scope === 'all';
  return (
    <div id={listId} className={styles.list}>
      {found.sales.length > 0 ? (
        <SalesList
          key={`${JSON.stringify(days.shown)} ${found.text}`}
          id={`${listId}-rows`}
          sales={found.sales}
          hasDates={ofAll}
          active={active}
          onOpen={openSale}
          onNearEnd={found.loadMore}
        />
      ) : (
        <NoSales
          days={ofAll ? days.span : null}
          {...{ found, isToday, onRegister, onEverywhere }}
        />
      )}
    </div>
  );
}

/** Which sale the keys are at, and the number of the one that is open. */
function useOpenSale(typed: string, found: SalesFound) {
  const [opened, setOpened] = useState<string | undefined>(undefined);
  const openSale = (number: string, text = typed): void => {
    active.moveTo(number, text);
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
