import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useEffectEvent, useRef } from 'react';
import type { TrailEntry } from '../../../domain/journal/trail.ts';
import {
  actWords,
  changeWords,
  noteWords,
  pseudonymWords,
  subjectWords,
} from '../../../domain/journal/trail-words.ts';
import { localStamp } from '../../../domain/time.ts';
import { ListFrame, listRow } from '../../ui/ListFrame.tsx';
import { useRem } from '../../ui/use-rem.ts';
import { type Say, useText } from '../../ui/use-text.ts';
import { useNameOf } from '../staff/use-people.ts';
import styles from './TrailList.module.css';

/** In rem: a row with little in it. Others grow. */
const ROW_HEIGHT = 3.25;
/** Rows left below when the next page is asked for. */
const ROWS_AHEAD = 10;

interface TrailListProps {
  readonly id: string;
  readonly entries: readonly TrailEntry[];
  /** Mark of the entry that the keys are at. */
  readonly active: string | undefined;
  /** Mark of the one that is shown with all that it has. */
  readonly opened: string | undefined;
  readonly onOpen: (mark: string) => void;
  readonly onNearEnd: () => void;
}

/** Who did what, one a row, the newest on top; only the rows in sight are in the page. */
export function TrailList(props: TrailListProps) {
  const { id, entries, active, opened, onOpen } = props;
  const say = useText();
  const personWords = usePersonWords();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useRows(props, scroller);
  const isActiveThere = entries.some(({ mark }) => mark === active);
  return (
    <ListFrame
      id={id}
      label={say.text('trail.list')}
      active={isActiveThere ? `${id}-${active}` : undefined}
      titles={
        <>
          <span>{say.text('trail.time')}</span>
          <span>{say.text('trail.who')}</span>
          <span>{say.text('trail.what')}</span>
          <span className={styles.details}>{say.text('trail.details')}</span>
          <span className={styles.figure}>{say.text('trail.amountShort')}</span>
        </>
      }
      titlesClass={styles.titles}
      scrollerRef={scroller}
      heightPx={virtual.getTotalSize()}
    >
      {virtual.getVirtualItems().map(({ index, start }) => {
        const entry = entries[index];
        return (
          entry && (
            <TrailRow
              key={entry.mark}
              {...{ id, entry, index, personWords }}
              measure={virtual.measureElement}
              isActive={entry.mark === active}
              isOpen={entry.mark === opened}
              startPx={start}
              onOpen={() => onOpen(entry.mark)}
            />
          )
        );
      })}
    </ListFrame>
  );
}

/** The rows in sight, the active one among them, and the next page in time. */
function useRows(
  { entries, active, onNearEnd }: TrailListProps,
  scroller: RefObject<HTMLDivElement | null>,
) {
  const rem = useRem();
  const virtual = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT * rem,
    getItemKey: (index) => entries[index]?.mark ?? index,
    overscan: 8,
  });
  useEffect(() => virtual.measure(), [virtual, rem]);
  const nearEnd = useEffectEvent(onNearEnd);
  const isNearEnd = (virtual.getVirtualItems().at(-1)?.index ?? 0) >= entries.length - ROWS_AHEAD;
  // The list grows where it is looked at: the next page when its end comes into sight.
  useEffect(() => {
    if (isNearEnd) nearEnd();
  }, [isNearEnd, entries.length]);
  const show = useEffectEvent((mark: string) => {
    const at = entries.findIndex((entry) => entry.mark === mark);
    if (at >= 0) virtual.scrollToIndex(at);
  });
  // The row that the keys are at comes into sight.
  useEffect(() => {
    if (active !== undefined) show(active);
  }, [active]);
  return virtual;
}

type PersonWords = (pseudonym: string) => string;

/** What whoever acted is called: by name, else by pseudonym; the program and nobody in words. */
function usePersonWords(): PersonWords {
  const say = useText();
  const nameOf = useNameOf();
  return (pseudonym) => {
    const words = pseudonymWords(pseudonym, say);
    return words === pseudonym ? nameOf(pseudonym) : words;
  };
}

interface TrailRowProps {
  readonly id: string;
  readonly entry: TrailEntry;
  readonly index: number;
  readonly personWords: PersonWords;
  readonly measure: (row: HTMLElement | null) => void;
  readonly isActive: boolean;
  readonly isOpen: boolean;
  readonly startPx: number;
  readonly onOpen: () => void;
}

function TrailRow(props: TrailRowProps) {
  const { id, entry, index, personWords, measure, isActive, isOpen, startPx, onOpen } = props;
  const say = useText();
  const { mark, approver, amountRupiah } = entry;
  const [date, time] = localStamp(entry.atMs, entry.offsetMinutes).split(' ');
  return (
    // Keys act on the whole list: see use-list-keys.ts.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list takes Enter
    <div
      ref={measure}
      id={`${id}-${mark}`}
      data-index={index}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      data-open={isOpen || undefined}
      className={`${listRow} ${styles.row}`}
      style={{ transform: `translateY(${startPx}px)` }}
      onClick={onOpen}
    >
      <span>
        {time}
        <small>{date}</small>
      </span>
      <span className={styles.who}>
        {personWords(entry.cashier)}
        {approver !== null && (
          <small data-approved>{say.text('trail.allowed', { name: personWords(approver) })}</small>
        )}
      </span>
      <span className={styles.what}>
        <strong>{actWords(entry, say)}</strong>
        <small>{subjectWords(entry, say, personWords)}</small>
      </span>
      <span className={styles.details}>
        <span>{detailsOf(entry, say, personWords)}</span>
        {isOpen && <small>{say.text('trail.markOf', { mark })}</small>}
      </span>
      <span className={styles.figure}>{amountRupiah !== null && say.money(amountRupiah)}</span>
    </div>
  );
}

/** What was changed, and what was noted, each on a line of its own. */
function detailsOf(entry: TrailEntry, say: Say, personWords: PersonWords): string {
  const changes = entry.changes.map((change) => changeWords(change, say, personWords));
  return [...changes, noteWords(entry, say)].filter((part) => part !== '').join('\n');
}
