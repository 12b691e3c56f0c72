import { IconAlertTriangle } from '@tabler/icons-react';
import type { AlarmKind } from '../../../domain/reports/contract.ts';
import { useText } from '../../ui/use-text.ts';
import styles from './Alarms.module.css';

/** What a manager has to look at, and what to do about it. */
export function Alarms({ alarms }: { readonly alarms: readonly AlarmKind[] }) {
  const say = useText();
  return alarms.map((alarm) => (
    <span key={alarm} className={styles.alarm} data-alarm={alarm}>
      <IconAlertTriangle aria-hidden size={20} />
      <span>
        <strong>{say.text(`console.alarm.${alarm}`)}.</strong>{' '}
        {say.text(`console.alarmHow.${alarm}`)}
      </span>
    </span>
  ));
}
