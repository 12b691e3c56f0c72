import { ageBands } from '../../../../domain/fees/ageing.ts';
import type { AgeingStall } from '../../../../domain/fees/manage/mall-calls.ts';
import { bandWords } from '../../../../domain/fees/papers/paper-words.ts';
import { formatWhole } from '../../../../domain/money.ts';
import { useText } from '../../../ui/use-text.ts';
import { addressOf } from '../../route.ts';
import card from '../../system/card.module.css';
import { fees } from '../fees-route.ts';
import styles from './AgeingList.module.css';

interface AgeingListProps {
  readonly mall: string;
  readonly stalls: readonly AgeingStall[];
  /** Whether another list is on its way. */
  readonly isOld: boolean;
}

/** What each stall owes, a column for each age; each leads to its charges. */
export function AgeingList({ mall, stalls, isOld }: AgeingListProps) {
  const say = useText();
  return (
    <section className={card.card} aria-busy={isOld}>
      <div className={`${card.row} ${card.titles} ${styles.row}`} aria-hidden>
        <span className={styles.name}>{say.text('console.fees.month.stall')}</span>
        {ageBands.map((band) => (
          <span key={band} className={styles.band}>
            {bandWords(band, say)}
          </span>
        ))}
        <span className={styles.total}>{say.text('console.fees.month.openOf')}</span>
      </div>
      <ul className={card.list} aria-label={say.text('console.fees.ageing.list')}>
        {stalls.map((stall) => (
          <li key={stall.stall}>
            <a
              className={`${card.row} ${styles.row}`}
              href={addressOf({ ...fees, mall, tab: 'stall', stall: stall.stall })}
            >
              <AgeingRow stall={stall} />
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function AgeingRow({ stall: of }: { readonly stall: AgeingStall }) {
  const say = useText();
  const { stall, name, number, bands, total, advance } = of;
  const about = [
    number,
    stall,
    ...(advance > 0 ? [say.text('console.fees.ageing.advance', { advance })] : []),
  ];
  return (
    <>
      <span className={styles.name}>
        <strong>{name}</strong>
        <span className={card.soft}>{about.filter(Boolean).join(' · ')}</span>
      </span>
      {ageBands.map((band) => (
        <span key={band} className={styles.band} data-none={bands[band] === 0 || undefined}>
          <small>{bandWords(band, say)}</small>
          {formatWhole(bands[band])}
        </span>
      ))}
      <span className={`${styles.total} ${card.figure}`}>{say.money(total)}</span>
    </>
  );
}
