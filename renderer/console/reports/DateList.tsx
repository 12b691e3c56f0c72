import type { DateOfStall } from '../../../domain/reports/contract.ts';
import { dateWords, shortDateWords } from '../../../domain/console/moment.ts';
import { tenderWords } from '../../../domain/payments/tender-words.ts';
import { useText } from '../../ui/use-text.ts';
import { addressOf } from '../route.ts';
import card from '../system/card.module.css';
import styles from './DateList.module.css';
import { StateChip } from './StateChip.tsx';

interface DateListProps {
  readonly stall: string;
  readonly dates: readonly DateOfStall[];
}

/** The dates of a stall, each of which leads to its records. */
export function DateList({ stall, dates }: DateListProps) {
  const say = useText();
  return (
    <section className={card.card}>
      <ul className={card.list} aria-label={say.text('console.stall.dates')}>
        {dates.map((day) => (
          <li key={day.date}>
            <a
              className={`${card.row} ${styles.row}`}
              href={addressOf({ page: 'date', stall, date: day.date })}
            >
              <DateCells day={day} />
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function DateCells({ day }: { readonly day: DateOfStall }) {
  const say = useText();
  const { date, state, takings, tenders, zCount, quarantined } = day;
  const { refundCount, refundsRupiah: sum } = takings;
  const about = [
    say.text('console.day.receipts', { count: takings.receipts }),
    ...(refundCount > 0 ? [say.text('console.day.refunds', { count: refundCount, sum })] : []),
    ...(zCount > 0 ? [say.text('console.stall.zCount', { count: zCount })] : []),
    ...tenders.map(
      ({ tender, netRupiah }) => `${tenderWords(tender, say)} ${say.money(netRupiah)}`,
    ),
  ];
  return (
    <>
      <strong className={styles.date} title={dateWords(date, say.language)}>
        {shortDateWords(date, say.language)}
      </strong>
      <span className={styles.state}>
        <StateChip state={state} zCount={zCount} />
      </span>
      <span className={`${styles.about} ${card.soft}`}>
        {about.join(' · ')}
        {quarantined > 0 && (
          <strong className={styles.wrong}>
            {' · '}
            {say.text('console.stall.quarantined', { count: quarantined })}
          </strong>
        )}
      </span>
      <span className={`${styles.net} ${card.figure}`}>{say.money(takings.netRupiah)}</span>
    </>
  );
}
