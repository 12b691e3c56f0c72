import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { ImportReport, RejectedCell } from '../../../domain/catalog/contract.ts';
import { csvTable } from '../../../domain/tables/csv-table.ts';
import { type Say, useText } from '../../ui/use-text.ts';
import styles from './ImportWizard.module.css';

/** Rejected cells shown on the screen; the download has them all. */
const REJECTED_SHOWN = 500;

interface ImportReportViewProps {
  /** `checked`: nothing has been changed yet. */
  readonly kind: 'checked' | 'done';
  readonly report: ImportReport;
  readonly fileName: string;
  readonly onOtherFile: () => void;
  /** Imports after a check, leaves after the end. */
  readonly onGoOn: () => void;
}

/** What a file would do, or did: counts, then every cell that kept its row out. */
export function ImportReportView(props: ImportReportViewProps) {
  const { kind, report, fileName, onOtherFile, onGoOn } = props;
  const say = useText();
  const isChecked = kind === 'checked';
  const isStopped = !isChecked && report.cancelled;
  const toApply = report.added + report.updated;
  return (
    <section className={styles.report} aria-label={say.text('catalog.importTitle')}>
      <h2>
        {isStopped
          ? say.text('catalog.stopped')
          : say.text(isChecked ? 'catalog.checked' : 'catalog.done', { file: fileName })}
      </h2>
      {isChecked && <p>{say.text('catalog.checkedHow')}</p>}
      {isStopped && <p>{say.text('catalog.stoppedHow')}</p>}
      <Counts report={report} />
      {report.rejected.length > 0 && <Rejected rejected={report.rejected} />}
      <footer className={styles.acts}>
        {report.rejected.length > 0 && (
          <Button
            variant="default"
            leftSection={<IconDownload aria-hidden size={20} />}
            onClick={() => download(`ditolak-${fileName}`, rejectedCsv(report.rejected, say))}
          >
            {say.text('catalog.downloadRejected')}
          </Button>
        )}
        <span className={styles.gap} />
        <Button variant="default" onClick={onOtherFile}>
          {say.text('catalog.otherFile')}
        </Button>
        <Button
          disabled={isChecked && toApply === 0}
          title={isChecked && toApply === 0 ? say.text('catalog.nothingToApply') : undefined}
          onClick={onGoOn}
        >
          {isChecked ? say.text('catalog.apply', { count: toApply }) : say.text('catalog.finish')}
        </Button>
      </footer>
    </section>
  );
}

function Counts({ report }: { readonly report: ImportReport }) {
  const say = useText();
  const rejectedRows = new Set(report.rejected.map((cell) => cell.row)).size;
  const counts = [
    { textKey: 'catalog.rows', count: report.rows, isWarning: false },
    { textKey: 'catalog.added', count: report.added, isWarning: false },
    { textKey: 'catalog.updated', count: report.updated, isWarning: false },
    { textKey: 'catalog.unchanged', count: report.unchanged, isWarning: false },
    { textKey: 'catalog.rejected', count: rejectedRows, isWarning: rejectedRows > 0 },
  ] as const;
  return (
    <dl className={styles.counts}>
      {counts.map(({ textKey, count, isWarning }) => (
        <div key={textKey} data-warning={isWarning || undefined}>
          <dt>{say.text(textKey)}</dt>
          <dd>{say.quantity(count * 1000)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Rejected({ rejected }: { readonly rejected: readonly RejectedCell[] }) {
  const say = useText();
  return (
    <div className={styles.scroller}>
      <table className={styles.rejected} aria-label={say.text('catalog.rejectedList')}>
        <thead>
          <tr>
            <th scope="col">{say.text('catalog.row')}</th>
            <th scope="col">{say.text('catalog.column')}</th>
            <th scope="col">{say.text('catalog.value')}</th>
            <th scope="col">{say.text('catalog.reason')}</th>
          </tr>
        </thead>
        <tbody>
          {rejected.slice(0, REJECTED_SHOWN).map((cell) => (
            <tr key={`${cell.row} ${cell.column} ${cell.reason}`}>
              <td>{cell.row}</td>
              <td>{cell.column === '' ? say.text('catalog.wholeRow') : cell.column}</td>
              <td className={styles.value}>{cell.value}</td>
              <td>{reasonWords(cell, say)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rejected.length > REJECTED_SHOWN && (
        <p>{say.text('catalog.rejectedMore', { count: rejected.length - REJECTED_SHOWN })}</p>
      )}
    </div>
  );
}

function reasonWords(cell: RejectedCell, say: Say): string {
  // The till only names reasons that have words; its own test holds this.
  return say.text(`import.reason.${cell.reason}`, { ...cell });
}

function rejectedCsv(rejected: readonly RejectedCell[], say: Say): string {
  const head = (['catalog.row', 'catalog.column', 'catalog.value', 'catalog.reason'] as const).map(
    (textKey) => say.text(textKey),
  );
  const rows = rejected.map((cell) => [
    String(cell.row),
    cell.column,
    cell.value,
    reasonWords(cell, say),
  ]);
  return csvTable([head, ...rows]);
}

function download(name: string, content: string): void {
  // The mark at the start tells spreadsheets that this is UTF-8.
  const url = URL.createObjectURL(new Blob(['\uFEFF', content], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
