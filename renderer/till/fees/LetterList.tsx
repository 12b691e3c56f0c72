import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import type { ShownLedger, ShownNotice } from '../../../domain/fees/till-state.ts';
import { periodWords } from '../../../domain/fees/till-words.ts';
import { writtenDate } from '../../../domain/time.ts';
import { useText } from '../../ui/use-text.ts';
import styles from './Fees.module.css';

interface LetterListProps extends Pick<ShownLedger, 'notices'> {
  /** A letter is opened that nobody of the stall has seen. */
  readonly onSeen: (positions: readonly number[]) => void;
}

/** The letters of the mall; one that is opened is one that was received, and the mall is told. */
export function LetterList({ notices, onSeen }: LetterListProps) {
  const say = useText();
  const [shown, setShown] = useState<string | null>(null);
  const letter = notices.find(({ id }) => id === shown);
  if (notices.length === 0) return null;
  const open = ({ id, position, isSeen }: ShownNotice): void => {
    setShown(id);
    if (!isSeen) onSeen([position]);
  };
  return (
    <section aria-label={say.text('fees.notices')}>
      <h3>{say.text('fees.notices')}</h3>
      <ul>
        {notices.map((notice) => (
          <li key={notice.id} className={styles.row}>
            <div>
              <span>
                {say.text('fees.notice', {
                  level: say.text(`fees.level.${notice.level}`),
                  number: notice.number,
                  date: writtenDate(notice.on),
                  owed: notice.owedRupiah,
                  until: writtenDate(notice.until),
                })}
                {!notice.isSeen && <mark>{say.text('fees.letterNew')}</mark>}
              </span>
              {notice.note !== '' && <span className={styles.soft}>{notice.note}</span>}
            </div>
            <Button
              size="compact-md"
              variant="default"
              aria-label={`${say.text('fees.letterOpen')} ${notice.number}`}
              onClick={() => open(notice)}
            >
              {say.text('fees.letterOpen')}
            </Button>
          </li>
        ))}
      </ul>
      {letter && <Letter letter={letter} onClose={() => setShown(null)} />}
    </section>
  );
}

interface LetterProps {
  readonly letter: ShownNotice;
  readonly onClose: () => void;
}

/** What a letter said when it was written. */
function Letter({ letter, onClose }: LetterProps) {
  const say = useText();
  const { level, number, on, until, owedRupiah, lines } = letter;
  return (
    <Modal
      opened
      onClose={onClose}
      title={say.text(`fees.level.${level}`)}
      closeButtonProps={{ 'aria-label': say.text('screen.close'), size: 44, iconSize: 20 }}
      centered
    >
      <div className={styles.kuitansi}>
        <p className={styles.number}>{number}</p>
        <p>{say.text('fees.letterSays', { date: writtenDate(on) })}</p>
        <dl className={styles.facts}>
          {lines.map(({ kind, period, due, amountRupiah }) => (
            <div key={`${kind} ${period} ${due}`}>
              <dt>
                {say.text(`fees.charge.${kind}`)} {periodWords(period, say.language)},{' '}
                {say.text('fees.due', { date: writtenDate(due) })}
              </dt>
              <dd>{say.money(amountRupiah)}</dd>
            </div>
          ))}
        </dl>
        <p className={styles.sum}>{say.money(owedRupiah)}</p>
        <p>{say.text('fees.letterUntil', { until: writtenDate(until) })}</p>
      </div>
    </Modal>
  );
}
