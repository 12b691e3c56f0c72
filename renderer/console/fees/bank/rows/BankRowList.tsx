import { IconCheck, IconClock, IconSquare, IconSquareCheckFilled } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useEffectEvent, useRef } from 'react';
import { isWaiting, usesThatHold } from '../../../../../domain/console/bank/row-use.ts';
import { formatSen } from '../../../../../domain/console/bank/sen-words.ts';
import { type BankWork, choiceOf, isTicked } from '../../../../../domain/console/bank/work.ts';
import { shortDateWords } from '../../../../../domain/console/moment.ts';
import type { BankRow } from '../../../../../domain/fees/bank/bank-row.ts';
import { ListFrame, listRow } from '../../../../ui/ListFrame.tsx';
import { useRem } from '../../../../ui/use-rem.ts';
import { useText } from '../../../../ui/use-text.ts';
import { todayInWib } from '../../../today-in-wib.ts';
import styles from './BankRowList.module.css';
import { ScoreBar } from './ScoreBar.tsx';
import { paysWords, usedAs } from './row-words.ts';

/** In rem, as in BankRowList.module.css. */
const ROW_HEIGHT = 4.25;
/** Rows left below when the next page is asked for. */
const ROWS_AHEAD = 40;

interface BankRowListProps {
  readonly id: string;
  readonly rows: readonly BankRow[];
  readonly work: BankWork;
  /** The row that the keys are at. */
  readonly active: string | undefined;
  /** Rows with which an act went wrong. */
  readonly failed: readonly (string | null)[];
  readonly onOpen: (row: string) => void;
  readonly onNearEnd: () => void;
}

/** Rows of a bank one a line, as the bank has them; only those in sight are in the page. */
export function BankRowList(props: BankRowListProps) {
  const { id, rows, active } = props;
  const say = useText();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useRowsInSight(props, scroller);
  const isActiveThere = rows.some(({ row }) => row === active);
  return (
    <ListFrame
      id={id}
      label={say.text('console.bank.list')}
      active={isActiveThere ? `${id}-${active}` : undefined}
      titles={
        <>
          <span />
          <span>{say.text('console.bank.title.date')}</span>
          <span className={styles.amount}>{say.text('console.bank.title.amount')}</span>
          <span>{say.text('console.bank.title.description')}</span>
          <span>{say.text('console.bank.title.suggested')}</span>
        </>
      }
      titlesClass={styles.titles}
      scrollerRef={scroller}
      heightPx={virtual.getTotalSize()}
    >
      {virtual.getVirtualItems().map(({ index, start }) => {
        const row = rows[index];
        return (
          row && (
            <Row
              key={row.row}
              id={`${id}-${row.row}`}
              row={row}
              work={props.work}
              isActive={row.row === active}
              isFailed={props.failed.includes(row.row)}
              startPx={start}
              onOpen={() => props.onOpen(row.row)}
            />
          )
        );
      })}
    </ListFrame>
  );
}

/** The rows in sight, the active one among them, and the next page in time. */
function useRowsInSight(
  { rows, active, onNearEnd }: BankRowListProps,
  scroller: { readonly current: HTMLDivElement | null },
) {
  const rem = useRem();
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT * rem,
    overscan: 8,
  });
  useEffect(() => virtual.measure(), [virtual, rem]);
  const nearEnd = useEffectEvent(onNearEnd);
  const isNearEnd = (virtual.getVirtualItems().at(-1)?.index ?? 0) >= rows.length - ROWS_AHEAD;
  // The list grows where it is looked at: the next page when its end comes into sight.
  useEffect(() => {
    if (isNearEnd) nearEnd();
  }, [isNearEnd, rows.length]);
  const show = useEffectEvent((row: string) => {
    const at = rows.findIndex((one) => one.row === row);
    if (at >= 0) virtual.scrollToIndex(at);
  });
  // The row that the keys are at comes into sight.
  useEffect(() => {
    if (active !== undefined) show(active);
  }, [active]);
  return virtual;
}

interface RowProps {
  readonly id: string;
  readonly row: BankRow;
  readonly work: BankWork;
  readonly isActive: boolean;
  readonly isFailed: boolean;
  readonly startPx: number;
  readonly onOpen: () => void;
}

function Row({ id, row, work, isActive, isFailed, startPx, onOpen }: RowProps) {
  const say = useText();
  const isSent = work.sent.includes(row.row);
  const isDone = !isWaiting(row);
  return (
    // Keys act on the whole list: see use-row-keys.ts.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list takes Enter
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      className={`${listRow} ${styles.row}`}
      style={{ transform: `translateY(${startPx}px)` }}
      data-done={isDone || undefined}
      data-failed={isFailed || undefined}
      onClick={onOpen}
    >
      <Mark row={row} work={work} />
      <span className={styles.date}>{shortDateWords(row.on, say.language, todayInWib())}</span>
      <span className={styles.amount}>
        <strong data-out={row.amountSen < 0 || undefined}>{formatSen(row.amountSen)}</strong>
        {!isDone && row.left * 100 < Math.abs(row.amountSen) - 99 && (
          <small>{say.text('console.bank.leftOf', { left: row.left })}</small>
        )}
      </span>
      <span className={styles.description}>
        <span>{row.description}</span>
      </span>
      <span className={styles.suggested}>
        {isSent ? say.text('console.bank.sending') : <Meant row={row} work={work} />}
      </span>
    </div>
  );
}

function Mark({ row, work }: { readonly row: BankRow; readonly work: BankWork }) {
  const say = useText();
  if (work.sent.includes(row.row)) return <IconClock aria-hidden size={20} />;
  if (!isWaiting(row)) return <IconCheck aria-hidden size={20} className={styles.done ?? ''} />;
  if (row.suggestions.length === 0) return <span />;
  if (!isTicked(work, row)) return <IconSquare aria-hidden size={20} stroke={1.25} />;
  return (
    <IconSquareCheckFilled
      size={20}
      className={styles.ticked ?? ''}
      role="img"
      aria-label={say.text('console.bank.ticked')}
    />
  );
}

/** What a row is, or is most likely. */
function Meant({ row, work }: { readonly row: BankRow; readonly work: BankWork }) {
  const say = useText();
  const uses = usesThatHold(row);
  if (!isWaiting(row)) {
    return (
      <>
        <strong>{uses.map((use) => usedAs(use, say)).join(', ')}</strong>
        <small>{uses.map(({ kuitansi }) => kuitansi ?? '').join(' ')}</small>
      </>
    );
  }
  const choice = choiceOf(work, row);
  if (choice === null) {
    return (
      <small>{say.text(row.amountSen < 0 ? 'console.bank.out' : 'console.bank.nobody')}</small>
    );
  }
  const { suggestion } = choice;
  return (
    <>
      <span className={styles.who}>
        <strong>
          {choice.stall} <span className={styles.name}>{choice.name}</span>
        </strong>
        {suggestion && <ScoreBar score={suggestion.score} />}
      </span>
      <small>
        {suggestion ? paysWords(suggestion, say).join(', ') : say.text('console.bank.found')}
      </small>
    </>
  );
}
