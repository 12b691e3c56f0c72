import { shiftSpan } from '../../../domain/shifts/hours.ts';
import type { ShiftSummary } from '../../../domain/shifts/report.ts';
import { writtenDate } from '../../../domain/time.ts';
import { type Say, useText } from '../../ui/use-text.ts';
import { useNameOf } from '../staff/use-people.ts';
import styles from './PastShifts.module.css';

interface PastShiftsProps {
  readonly id: string;
  readonly shifts: readonly ShiftSummary[];
  /** The shift that the keys are at. */
  readonly active: string | undefined;
  readonly hasTwoDrawers: boolean;
  readonly hasMore: boolean;
  readonly onOpen: (shift: ShiftSummary) => void;
  readonly onMore: () => void;
}

/** Shifts one a row, the newest on top. */
export function PastShifts(props: PastShiftsProps) {
  const { id, shifts, active, hasTwoDrawers, hasMore, onOpen, onMore } = props;
  const say = useText();
  const nameOf = useNameOf();
  const isThere = shifts.some(({ shift }) => String(shift) === active);
  return (
    <div className={styles.scroller}>
      <div
        id={id}
        role="listbox"
        tabIndex={0}
        aria-label={say.text('shift.past')}
        aria-activedescendant={isThere ? `${id}-${active}` : undefined}
      >
        {shifts.map((one) => (
          // Keys act on the whole list: see use-shift-keys.ts.
          // biome-ignore lint/a11y/useKeyWithClickEvents: the list takes Enter
          <div
            key={one.shift}
            id={`${id}-${one.shift}`}
            role="option"
            tabIndex={-1}
            aria-selected={String(one.shift) === active}
            className={styles.row}
            onClick={() => onOpen(one)}
          >
            <strong>{one.closing?.number ?? say.text('shift.isOpenNow')}</strong>
            <span className={styles.when}>
              {writtenDate(one.businessDate)}
              <small>{shiftSpan(one)}</small>
            </span>
            <span className={styles.who}>
              {nameOf(one.cashier)}
              {(hasTwoDrawers || one.drawer > 1) && (
                <small>{say.text('shift.drawerN', { drawer: one.drawer })}</small>
              )}
            </span>
            <span className={styles.figure}>
              {one.closing && say.money(one.closing.netRupiah)}
              {one.closing && <small>{differenceOf(one.closing.differenceRupiah, say)}</small>}
            </span>
          </div>
        ))}
      </div>
      {hasMore && (
        <button type="button" className={styles.more} onClick={onMore}>
          {say.text('shift.more')}
        </button>
      )}
    </div>
  );
}

function differenceOf(rupiah: number, say: Say): string {
  if (rupiah === 0) return say.text('shift.is.even');
  const kind = rupiah > 0 ? 'over' : 'short';
  return `${say.text(`shift.is.${kind}`)} ${say.money(Math.abs(rupiah))}`;
}
