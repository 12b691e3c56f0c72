import { hourRows } from '../../../domain/shifts/report-rows.ts';
import type { ShiftReport } from '../../../domain/shifts/report.ts';
import { hoursInARow } from '../../../domain/shifts/hours.ts';
import { formatWhole } from '../../../domain/money.ts';
import { localStamp } from '../../../domain/time.ts';
import { useText } from '../../ui/use-text.ts';
import styles from './HourChart.module.css';

/** What was sold in each hour, as bars to look at and as a table to read. */
export function HourChart({ report }: { readonly report: ShiftReport }) {
  const say = useText();
  const hours = hoursInARow(report.hours);
  if (hours.length === 0) return null;
  const most = Math.max(1, ...hours.map(({ netRupiah }) => netRupiah));
  return (
    <section className={styles.part} aria-label={say.text('report.partHours')}>
      <h3>{say.text('report.partHours')}</h3>
      <div className={styles.bars} aria-hidden>
        {hours.map(({ fromMs, netRupiah }) => {
          const hour = localStamp(fromMs, report.offsetMinutes).slice(11, 13);
          const share = Math.max(0, netRupiah) / most;
          return (
            <span key={fromMs} title={`${hour}.00 · ${say.money(netRupiah)}`}>
              <b>
                <i style={{ height: `${share * 100}%` }} />
              </b>
              <small>{hour}</small>
            </span>
          );
        })}
      </div>
      <details>
        <summary>{say.text('shift.hoursTable')}</summary>
        <table>
          <tbody>
            {hourRows(report).map(({ label, count = 0, amountRupiah }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>{formatWhole(count)}</td>
                <td>{say.money(amountRupiah)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
