import { IconAlertTriangle, IconCircleCheckFilled, IconProgress } from '@tabler/icons-react';
import { useText } from '../../ui/use-text.ts';
import card from '../system/card.module.css';
import { Read } from '../system/Read.tsx';
import styles from './CheckedLamp.module.css';
import { useChecked } from './use-devices.ts';

/** How far the hub has checked each record's own signature, and what it found. */
export function CheckedLamp() {
  const say = useText();
  const found = useChecked();
  return (
    <Read of={found}>
      {({ records, checked, unsigned, unsettled, proven }) => {
        const isDone = checked === records;
        const isPlain = unsigned + proven === 0;
        const state = unsettled > 0 ? 'wrong' : isDone ? 'done' : 'going';
        const Picture = pictures[state];
        if (records === 0) return null; // nothing to say yet
        const far = isDone ? 'devices.checkedAll' : 'devices.checking';
        return (
          <p className={`${card.card} ${styles.lamp}`} data-state={state} role="status">
            <Picture aria-hidden size={24} />
            <span>
              {say.text(far, { records, checked })}{' '}
              {unsigned > 0 && <strong>{say.text('devices.unsignedSome', { unsigned })} </strong>}
              {proven > 0 && say.text('devices.provenSome', { proven })}
              {isDone && isPlain && say.text('devices.wrongNone')}
            </span>
          </p>
        );
      }}
    </Read>
  );
}

const pictures = {
  wrong: IconAlertTriangle,
  done: IconCircleCheckFilled,
  going: IconProgress,
} as const;
