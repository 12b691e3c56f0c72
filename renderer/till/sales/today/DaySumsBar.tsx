import type { DaySums } from '../../../../domain/sales/day.ts';
import { useText } from '../../../ui/use-text.ts';
import { dateWords } from './date-words.ts';
import styles from './DayScreen.module.css';
import { tenderWords } from '../../../../domain/payments/tender-words.ts';

/** What the day came to, of the stall itself; what came from another system stands apart. */
export function DaySumsBar({ date, sums }: { readonly date: string; readonly sums: DaySums }) {
  const say = useText();
  const { own, tenders, history } = sums;
  return (
    <section className={styles.sums} aria-label={dateWords(date, say.language)}>
      <h2>{dateWords(date, say.language)}</h2>
      <dl>
        <div data-net>
          <dt>{say.text('day.net')}</dt>
          <dd>{say.money(own.netRupiah)}</dd>
        </div>
        <div>
          <dt>{say.text('day.sales', { count: own.sales })}</dt>
          <dd>{say.money(own.salesTotalRupiah)}</dd>
        </div>
        {own.refunds > 0 && (
          <div>
            <dt>{say.text('day.refunds', { count: own.refunds })}</dt>
            <dd>{say.money(-own.refundsTotalRupiah)}</dd>
          </div>
        )}
        {tenders.map(({ kind, netRupiah }) => (
          <div key={kind}>
            <dt>{tenderWords(kind, say)}</dt>
            <dd>{say.money(netRupiah)}</dd>
          </div>
        ))}
        {history.sales + history.refunds > 0 && (
          <div data-history title={say.text('day.historyHow')}>
            <dt>{say.text('day.history', { count: history.sales + history.refunds })}</dt>
            <dd>{say.money(history.netRupiah)}</dd>
          </div>
        )}
      </dl>
    </section>
  );
}
