import { IconAlertTriangle, IconCashRegister } from '@tabler/icons-react';
import { daysBetween, localStamp } from '../../../domain/time.ts';
import { type Say, useText } from '../../ui/use-text.ts';
import styles from './ShiftChip.module.css';
import { type LineShift, useLineShift } from './use-line-shift.ts';

interface ShiftChipProps {
  /** Whether the till has two drawers. */
  readonly hasTwoDrawers: boolean;
  readonly onPress: () => void;
}

/** The shift of this line at a glance; one that was left open overnight is marked. */
export function ShiftChip({ hasTwoDrawers, onPress }: ShiftChipProps) {
  const say = useText();
  const line = useLineShift();
  if (!line) return null;
  const { open, today, drawer } = line;
  const isOld = open !== null && open.businessDate !== today;
  const at = hasTwoDrawers ? `${say.text('shift.drawerN', { drawer })} · ` : '';
  return (
    <button
      type="button"
      className={styles.chip}
      data-state={isOld ? 'old' : open ? 'open' : 'none'}
      aria-keyshortcuts="F3"
      onClick={onPress}
    >
      {isOld ? (
        <IconAlertTriangle aria-hidden size={18} />
      ) : (
        <IconCashRegister aria-hidden size={18} />
      )}
      {!isOld && <span className={styles.dot} />}
      <span className={styles.words}>{at + chipWords(line, say)}</span>
    </button>
  );
}

function chipWords({ open, today }: LineShift, say: Say): string {
  if (!open) return say.text('shift.chipNone');
  const days = daysBetween(open.businessDate, today);
  if (days === 1) return say.text('shift.chipYesterday');
  if (days !== 0) return say.text('shift.chipDays', { days });
  return say.text('shift.chipSince', {
    time: localStamp(open.openedAtMs, open.offsetMinutes).slice(11),
  });
}
