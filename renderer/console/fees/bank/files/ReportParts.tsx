import { Fragment } from 'react';
import { formatSen } from '../../../../../domain/console/bank/sen-words.ts';
import type { ImportReport, LineReason } from '../../../../../domain/fees/bank/import-report.ts';
import { useText } from '../../../../ui/use-text.ts';
import { RejectedLines } from '../../../system/FileLines.tsx';
import styles from './FileReport.module.css';

interface SumsProps {
  readonly report: Pick<ImportReport, 'openingSen' | 'closingSen' | 'balanced'>;
}

/** `Saldo awal + mutasi = saldo akhir`, where the file tells them. */
export function Sums({ report: { openingSen, closingSen, balanced } }: SumsProps) {
  const say = useText();
  if (openingSen === null || closingSen === null) return null;
  const parts = [
    { name: 'console.bank.opening', sen: openingSen },
    { name: 'console.bank.sum', sen: closingSen - openingSen },
    { name: 'console.bank.closing', sen: closingSen },
  ] as const;
  return (
    <p className={styles.sums} data-wrong={!balanced || undefined}>
      {parts.map(({ name, sen }, at) => (
        <Fragment key={name}>
          {at > 0 && <span>{at === 1 ? '+' : '='}</span>}
          <span>
            <small>{say.text(name)}</small> <b>{formatSen(sen)}</b>
          </span>
        </Fragment>
      ))}
      <strong>{say.text(balanced ? 'console.bank.balanced' : 'console.bank.notBalanced')}</strong>
    </p>
  );
}

interface LinesProps {
  readonly report: Pick<ImportReport, 'rejected' | 'rejectedRows' | 'notes'>;
  /** Of its titles among the headings around it. */
  readonly level: 'h3' | 'h4';
}

/** Lines that stay out and why, and what else is to be known. */
export function Lines({ report, level: Heading }: LinesProps) {
  const say = useText();
  const { rejected, rejectedRows, notes } = report;
  const told = new Set(rejected.map(({ row }) => row)).size;
  return (
    <>
      {rejected.length > 0 && (
        <div className={styles.part}>
          <Heading>{say.text('console.org.rejectedTitle')}</Heading>
          <RejectedLines rejected={rejected.map(lineOf)} more={rejectedRows - told} />
        </div>
      )}
      {notes.length > 0 && (
        <div className={styles.part}>
          <Heading>{say.text('console.bank.notes')}</Heading>
          <ul className={styles.notes}>
            {notes.map((note) => (
              <li key={`${note.row} ${note.column} ${note.reason}`}>
                {note.row > 0 && `${say.text('console.org.row', { row: String(note.row) })}: `}
                {note.reason}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

function lineOf({ row, column, reason: sentence }: LineReason) {
  return { row, column, sentence };
}
