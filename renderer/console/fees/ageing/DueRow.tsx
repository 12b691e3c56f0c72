import { Checkbox } from '@mantine/core';
import type { DueNotice } from '../../../../domain/fees/matters/notice-contract.ts';
import { useText } from '../../../ui/use-text.ts';
import { addressOf } from '../../route.ts';
import card from '../../system/card.module.css';
import { Chip } from '../Chip.tsx';
import { fees } from '../fees-route.ts';
import styles from './DueLetters.module.css';

interface DueRowProps {
  readonly mall: string;
  readonly due: DueNotice;
  readonly isTicked: boolean;
  readonly onTick: (isTicked: boolean) => void;
}

/** A stall that is late: its next letter, or why it gets none now. */
export function DueRow({ mall, due, isTicked, onTick }: DueRowProps) {
  const say = useText();
  const { stall, name, number, level, owed, disputed, daysLate, hold, last } = due;
  const said = [
    number,
    stall,
    say.text('console.fees.letters.late', { count: daysLate }),
    ...(disputed > 0 ? [say.text('console.fees.letters.disputed', { disputed })] : []),
    ...(last === null ? [] : [say.text('console.fees.letters.last', { number: last.paperNumber })]),
  ];
  return (
    <div className={styles.row}>
      <Checkbox
        className={styles.tick ?? ''}
        aria-label={name}
        checked={isTicked && hold === null}
        disabled={hold !== null}
        title={hold === null ? undefined : say.text(`console.fees.hold.${hold}`)}
        onChange={(event) => onTick(event.currentTarget.checked)}
      />
      <a className={styles.what} href={addressOf({ ...fees, mall, tab: 'stall', stall })}>
        <strong>{name}</strong>
        <span className={card.soft}>{said.filter(Boolean).join(' · ')}</span>
      </a>
      <span className={styles.state}>
        {hold === null && level !== null && (
          <Chip tone="warm">
            {say.text('console.fees.letters.next', {
              level: say.text(`console.fees.level.${level}`),
            })}
          </Chip>
        )}
        {hold !== null && (
          <span className={card.soft}>{say.text(`console.fees.hold.${hold}`)}</span>
        )}
      </span>
      <span className={card.figure}>{say.money(owed)}</span>
    </div>
  );
}
