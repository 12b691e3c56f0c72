import { hourRows } from '../../../domain/shifts/report-rows.ts';
import type { ShiftReport } from '../../../domain/shifts/report.ts';
import { hoursInARow } from '../../../domain/shifts/hours.ts';
import { formatWhole } from '../../../domain/money.ts';
import { localStamp } from '../../../domain/time.ts';
import { Bars } from '../../ui/Bars.tsx';
import { useText } from '../../ui/use-text.ts';
import styles from './HourChart.module.css';

/** What was sold in each hour, as bars to look at and as a table to read. */
export function HourChart({ report }: { readonly report: ShiftReport }) {
  const say = useText();
  const hours = hoursInARow(report.hours);
  if (hours.length === 0) return null;
  return (
    <section className={styles.part} aria-label={say.text('report.partHours')}>
      <h3>{say.text('report.partHours')}</h3>
      <Bars
        bars={hours.map(({ fromMs, netRupiah }) => {
          const hour = localStamp(fromMs, report.offsetMinutes).slice(11, 13);
          const title = `${hour}.00 · ${say.money(netRupiah)}`;
          return { key: fromMs, label: hour, title, amount: netRupiah };
        })}
      />
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
