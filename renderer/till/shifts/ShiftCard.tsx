import { IconAlertTriangle } from '@tabler/icons-react';
import type { OpenShift } from '../../../domain/shifts/contract.ts';
import { daysBetween, localStamp, writtenDate } from '../../../domain/time.ts';
import { KeyHint } from '../../ui/KeyHint.tsx';
import sheet from '../../ui/sheet.module.css';
import { useText } from '../../ui/use-text.ts';
import { useNameOf } from '../staff/use-people.ts';
import { OPEN_KEY, type ShiftAct, shiftActs } from './shift-acts.ts';
import styles from './ShiftCard.module.css';

interface ShiftCardProps {
  readonly open: OpenShift | null;
  readonly today: string;
  readonly drawer: number;
  readonly hasTwoDrawers: boolean;
  readonly onOpen: () => void;
  readonly onAct: (act: ShiftAct) => void;
}

/** How it stands with the shift of this drawer, and what can be done. */
export function ShiftCard(props: ShiftCardProps) {
  const { open, today, drawer, hasTwoDrawers, onOpen, onAct } = props;
  const say = useText();
  const at = hasTwoDrawers ? say.text('shift.drawerN', { drawer }) : null;
  if (!open) {
    return (
      <section className={styles.card} aria-label={say.text('shift.state')}>
        <p className={styles.state}>
          {say.text('shift.notOpen')}
          {at && <small>{at}</small>}
        </p>
        <p>{say.text('shift.notOpenHow')}</p>
        <button type="button" className={styles.main} aria-keyshortcuts={OPEN_KEY} onClick={onOpen}>
          {say.text('shift.open')}
          <KeyHint>{OPEN_KEY}</KeyHint>
        </button>
      </section>
    );
  }
  return (
    <section className={styles.card} aria-label={say.text('shift.state')}>
      <p className={styles.state}>
        {say.text('shift.isOpen', { shift: open.shift })}
        {at && <small>{at}</small>}
      </p>
      <OpenFacts open={open} today={today} />
      <div className={styles.acts}>
        {shiftActs.map(({ act, key, textKey, Icon }) => (
          <button key={act} type="button" aria-keyshortcuts={key} onClick={() => onAct(act)}>
            <Icon aria-hidden size={20} />
            <span>{say.text(textKey)}</span>
            <KeyHint>{key}</KeyHint>
          </button>
        ))}
      </div>
    </section>
  );
}

interface OpenFactsProps {
  readonly open: OpenShift;
  readonly today: string;
}

function OpenFacts({ open, today }: OpenFactsProps) {
  const say = useText();
  const nameOf = useNameOf();
  const days = daysBetween(open.businessDate, today);
  return (
    <>
      {days > 0 && (
        <p className={sheet.warning} role="status">
          <IconAlertTriangle aria-hidden size={20} />
          {days === 1
            ? say.text('shift.fromYesterday')
            : say.text('shift.fromDay', { date: writtenDate(open.businessDate), days })}
        </p>
      )}
      <dl>
        <div>
          <dt>{say.text('shift.by')}</dt>
          <dd>{nameOf(open.cashier)}</dd>
        </div>
        <div>
          <dt>{say.text('shift.since')}</dt>
          <dd>{localStamp(open.openedAtMs, open.offsetMinutes)}</dd>
        </div>
      </dl>
    </>
  );
}
