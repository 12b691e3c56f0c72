import { VisuallyHidden } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useEffectEvent, useRef } from 'react';
import type { SaleSummary } from '../../../../domain/sales/day.ts';
import { localStamp } from '../../../../domain/time.ts';
import { ListFrame, listRow } from '../../../ui/ListFrame.tsx';
import { useRem } from '../../../ui/use-rem.ts';
import { useText } from '../../../ui/use-text.ts';
import { dateWords } from './date-words.ts';
import styles from './SalesList.module.css';
import { tenderWords } from '../../../../domain/payments/tender-words.ts';

/** In rem, as in SalesList.module.css. */
const ROW_HEIGHT = 3;
const DATE_HEIGHT = 2.25;
/** Rows left below when the next page is asked for. */
const ROWS_AHEAD = 10;

interface SalesListProps {
  readonly id: string;
  readonly sales: readonly SaleSummary[];
  /** Whether they are of more days than one: then each date stands above its sales. */
  readonly hasDates: boolean;
  /** Number of the sale that the keys are at. */
  readonly active: string | undefined;
  readonly onOpen: (number: string) => void;
  readonly onNearEnd: () => void;
}

/** Sales one a row, the newest on top; only the rows in sight are in the page. */
export function SalesList(props: SalesListProps) {
  const { id, sales, hasDates, active, onOpen, onNearEnd } = props;
  const say = useText();
  const rem = useRem();
  const scroller = useRef<HTMLDivElement>(null);
  /** Whether a date stands above the sale there: it is the first of its day. */
  const isDated = (at: number): boolean =>
    hasDates && sales[at]?.businessDate !== sales[at - 1]?.businessDate;
  const virtual = useVirtualizer({
    count: sales.length,
    getScrollElement: () => scroller.current,
    estimateSize: (at) => (ROW_HEIGHT + (isDated(at) ? DATE_HEIGHT : 0)) * rem,
    overscan: 8,
  });
  useEffect(() => virtual.measure(), [virtual, rem, sales]);
  const items = virtual.getVirtualItems();
  const nearEnd = useEffectEvent(onNearEnd);
  const isNearEnd = (items.at(-1)?.index ?? 0) >= sales.length - ROWS_AHEAD;
  // The list grows where it is looked at: the next page when its end comes into sight.
  useEffect(() => {
    if (isNearEnd) nearEnd();
  }, [isNearEnd, sales.length]);
  const show = useEffectEvent((number: string) => {
    const at = sales.findIndex((sale) => sale.number === number);
    if (at >= 0) virtual.scrollToIndex(at);
  });
  // The row that the keys are at comes into sight.
  useEffect(() => {
    if (active !== undefined) show(active);
  }, [active]);
  const isActiveThere = sales.some(({ number }) => number === active);
  return (
    <ListFrame
      id={id}
      label={say.text('day.list')}
      active={isActiveThere ? `${id}-${active}` : undefined}
      titles={
        <>
          <span>{say.text('day.time')}</span>
          <span>{say.text('payments.receiptNumber')}</span>
          <span>{say.text('day.products')}</span>
          <span>{say.text('day.tender')}</span>
          <span className={styles.figure}>{say.text('sales.total')}</span>
        </>
      }
      titlesClass={styles.titles}
      scrollerRef={scroller}
      heightPx={virtual.getTotalSize()}
    >
      {items.map(({ index, start }) => {
        const sale = sales[index];
        return (
          sale && (
            <SaleRow
              key={sale.number}
              id={`${id}-${sale.number}`}
              sale={sale}
              isActive={sale.number === active}
              isDated={isDated(index)}
              hasDates={hasDates}
              startPx={start}
              onOpen={() => onOpen(sale.number)}
            />
          )
        );
      })}
    </ListFrame>
  );
}

interface SaleRowProps {
  readonly id: string;
  readonly sale: SaleSummary;
  readonly isActive: boolean;
  readonly isDated: boolean;
  readonly hasDates: boolean;
  readonly startPx: number;
  readonly onOpen: () => void;
}

function SaleRow({ id, sale, isActive, isDated, hasDates, startPx, onOpen }: SaleRowProps) {
  const say = useText();
  const [, time] = localStamp(sale.soldAtMs, sale.offsetMinutes).split(' ');
  const more = sale.productCount - sale.products.length;
  const date = dateWords(sale.businessDate, say.language);
  return (
    <>
      {isDated && (
        <div
          role="presentation"
          className={styles.date}
          style={{ transform: `translateY(${startPx}px)` }}
        >
          {date}
        </div>
      )}
      {/* Keys act on the whole list: see use-list-keys.ts. */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the list takes Enter */}
      <div
        id={id}
        role="option"
        tabIndex={-1}
        aria-selected={isActive}
        data-dated={isDated || undefined}
        className={`${listRow} ${styles.row}`}
        style={{ transform: `translateY(${startPx}px)` }}
        onClick={onOpen}
      >
        <span>
          {hasDates && <VisuallyHidden>{date} </VisuallyHidden>}
          {time}
        </span>
        <span className={styles.number}>{sale.number}</span>
        <span className={styles.products}>
          {sale.kind !== 'sale' && <mark data-kind="refund">{say.text(`day.${sale.kind}`)}</mark>}
          {sale.source !== '' && <mark>{say.text('day.fromOther')}</mark>}
          <span className={styles.names}>{sale.products.join(', ')}</span>
          {more > 0 && <span>{say.text('day.moreProducts', { count: more })}</span>}
        </span>
        <span>{sale.tenders.map((kind) => tenderWords(kind, say)).join(', ')}</span>
        <span className={styles.figure}>{say.money(sale.totalRupiah)}</span>
      </div>
    </>
  );
}
