import { formatSen } from '../../../../../domain/console/bank/sen-words.ts';
import { shortDateWords } from '../../../../../domain/console/moment.ts';
import type { ProfileTrial } from '../../../../../domain/fees/bank/import-report.ts';
import { writtenDate } from '../../../../../domain/time.ts';
import { type Say, useText } from '../../../../ui/use-text.ts';
import { todayInWib } from '../../../today-in-wib.ts';
import { Lines, Sums } from '../files/ReportParts.tsx';
import styles from './TrialReport.module.css';

/** Rows that are shown as they were read. */
const SHOWN = 5;

/** What the hub makes of a sample: rows, sums, whether they add up, and what stays out. */
export function TrialReport({ trial }: { readonly trial: ProfileTrial }) {
  const say = useText();
  const { rows, rejectedRows, account, inSen, outSen } = trial;
  return (
    <div className={styles.trial}>
      <p role="status" data-wrong={rejectedRows > 0 || trial.rowCount === 0 || undefined}>
        {resultWords(trial, say)}
      </p>
      {trial.rowCount > 0 && (
        <dl className={styles.sums}>
          {account !== null && (
            <div>
              <dt>{say.text('console.teach.account')}</dt>
              <dd>{account}</dd>
            </div>
          )}
          <div>
            <dt>{say.text('console.teach.in.sum')}</dt>
            <dd>{formatSen(inSen)}</dd>
          </div>
          <div>
            <dt>{say.text('console.teach.out.sum')}</dt>
            <dd>{formatSen(outSen)}</dd>
          </div>
        </dl>
      )}
      <Sums report={trial} />
      {rows.length > 0 && (
        <ul className={styles.rows} aria-label={say.text('console.teach.firstRows')}>
          {rows.slice(0, SHOWN).map((one) => (
            <li key={one.row}>
              <span>
                {one.on === null
                  ? say.text('console.teach.pending')
                  : shortDateWords(one.on, say.language, todayInWib())}
              </span>
              <span className={styles.description}>{one.description}</span>
              <b data-out={one.amountSen < 0 || undefined}>{signed(one.amountSen)}</b>
            </li>
          ))}
        </ul>
      )}
      <Lines report={trial} level="h3" />
    </div>
  );
}

function resultWords({ rowCount, rejectedRows, from, to }: ProfileTrial, say: Say): string {
  if (rowCount === 0) return say.text('console.teach.noneRead');
  if (rejectedRows > 0 || from === null || to === null) {
    return say.text('console.teach.someRead', { count: rowCount, rejected: rejectedRows });
  }
  const span = { from: writtenDate(from), to: writtenDate(to) };
  return say.text('console.teach.allRead', { count: rowCount, ...span });
}

function signed(sen: number): string {
  return sen > 0 ? `+${formatSen(sen)}` : formatSen(sen);
}
