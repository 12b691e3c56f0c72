import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { AlarmKind } from '../../../domain/reports/contract.ts';
import { useText } from '../../ui/use-text.ts';
import styles from './Alarms.module.css';

interface AlarmProps {
  readonly kind: AlarmKind;
  /** What stands behind the words. */
  readonly children?: ReactNode;
}

/** What a manager has to look at, and what to do about it. */
export function Alarm({ kind, children }: AlarmProps) {
  const say = useText();
  return (
    <span className={styles.alarm} data-alarm={kind}>
      <IconAlertTriangle aria-hidden size={20} />
      <span className={styles.words}>
        <span>
          <strong>{say.text(`console.alarm.${kind}`)}.</strong>{' '}
          {say.text(`console.alarmHow.${kind}`)}
        </span>
        {children}
      </span>
    </span>
  );
}

/** Each of them. */
export function Alarms({ alarms }: { readonly alarms: readonly AlarmKind[] }) {
  return alarms.map((kind) => <Alarm key={kind} kind={kind} />);
}
