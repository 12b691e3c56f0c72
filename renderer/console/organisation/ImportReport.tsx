import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { formatWhole } from '../../../domain/money.ts';
import type { OrganisationReport } from '../../../domain/organisation/manage-contract.ts';
import { download } from '../../ui/download.ts';
import { useText } from '../../ui/use-text.ts';
import card from '../system/card.module.css';
import shared from '../system/counts.module.css';
import { ComingLines, RejectedLines } from '../system/FileLines.tsx';
import styles from './ImportReport.module.css';
import type { Tried } from './use-import.ts';

interface ImportReportProps {
  readonly tried: Tried;
  /** Why the import of it did not come about; empty for nothing. */
  readonly failure: string;
  readonly isBusy: boolean;
  readonly onImport: () => void;
  readonly onOtherFile: () => void;
}

/** What a file would do, or did: how many rows, which, and why some stay out. */
export function ImportReport(props: ImportReportProps) {
  const { tried, failure, isBusy, onImport, onOtherFile } = props;
  const say = useText();
  const { report, mode, isAnew } = tried;
  const { file, kind, added, updated, unchanged, rejectedRows } = report;
  const count = added + updated;
  const isDone = mode === 'apply';
  const counts = { added, updated, unchanged, rejected: rejectedRows } as const;
  return (
    <section className={card.card} aria-label={file}>
      <div className={styles.head}>
        <h2>
          {say.text('organisation.file', { file, kind: say.text(`organisation.kind.${kind}`) })}
        </h2>
        {isAnew && (
          <p role="alert" className={styles.anew}>
            {say.text('error.organisationChanged')}
          </p>
        )}
        {failure !== '' && (
          <p role="alert" className={styles.anew}>
            {failure}
          </p>
        )}
        <p role="status">
          {isDone
            ? say.text('console.org.done', { count })
            : say.text(trialKey(report.rows, count))}
        </p>
      </div>
      <dl className={`${shared.counts} ${styles.counts}`}>
        {(['added', 'updated', 'unchanged', 'rejected'] as const).map((what) => (
          <div key={what} data-what={what} data-none={counts[what] === 0 || undefined}>
            <dt>{say.text(`console.org.${what}`)}</dt>
            <dd>{formatWhole(counts[what])}</dd>
          </div>
        ))}
      </dl>
      <div className={styles.acts}>
        {!isDone && count > 0 && (
          <Button loading={isBusy} onClick={onImport}>
            {say.text('console.org.import', { count })}
          </Button>
        )}
        <Button variant="default" onClick={onOtherFile}>
          {say.text('catalog.otherFile')}
        </Button>
      </div>
      <UnknownColumns report={report} />
      <Rejected report={report} />
      {!isDone && <Changes report={report} />}
    </section>
  );
}

function trialKey(rows: number, count: number) {
  if (rows === 0) return 'console.org.noRows';
  return count === 0 ? 'console.org.nothing' : 'console.org.trial';
}

type OfReport = { readonly report: OrganisationReport };

function UnknownColumns({ report: { unknownColumns } }: OfReport) {
  const say = useText();
  if (unknownColumns.length === 0) return null;
  const columns = unknownColumns.join(', ');
  return <p className={styles.note}>{say.text('organisation.unknownColumns', { columns })}</p>;
}

function Rejected({ report }: OfReport) {
  const say = useText();
  const { file, rejected, rejectedRows, rejectedFile } = report;
  if (rejected.length === 0) return null;
  const told = new Set(rejected.map(({ row }) => row)).size;
  return (
    <div className={styles.part}>
      <div className={styles.partHead}>
        <h3>{say.text('console.org.rejectedTitle')}</h3>
        <Button
          variant="default"
          leftSection={<IconDownload aria-hidden size={18} />}
          onClick={() => download(`ditolak-${file}`, [rejectedFile])}
        >
          {say.text('console.org.rejectedFile')}
        </Button>
      </div>
      <RejectedLines rejected={rejected} more={rejectedRows - told} />
    </div>
  );
}

function Changes({ report: { changes, added, updated } }: OfReport) {
  const say = useText();
  const title = say.text('console.org.changesTitle');
  if (changes.length === 0) return null;
  return (
    <div className={styles.part}>
      <div className={styles.partHead}>
        <h3>{title}</h3>
      </div>
      <ComingLines
        title={title}
        coming={changes.map(({ row, key, becomes, changes: cells }) => ({
          id: row,
          label: say.text(`console.org.${becomes}`),
          name: key,
          cells: cells.map(({ column, old, new: now }) => {
            return `${column}: ${old === '' ? now : `${old} → ${now}`}`;
          }),
        }))}
        more={added + updated - changes.length}
      />
    </div>
  );
}
