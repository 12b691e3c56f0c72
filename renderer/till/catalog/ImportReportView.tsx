import { Button, Tabs } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { ImportReport } from '../../../domain/catalog/import-report.ts';
import { Figure } from '../../ui/Figure.tsx';
import { useText } from '../../ui/use-text.ts';
import { ChangeTable, NoteTable, RejectedTable } from './ImportTables.tsx';
import { download } from '../../ui/download.ts';
import styles from './ImportReportView.module.css';

interface ImportReportViewProps {
  /** `checked`: nothing has been changed yet. */
  readonly kind: 'checked' | 'done';
  readonly report: ImportReport;
  /** Another page has changed the catalog since the file was checked before. */
  readonly isAgain: boolean;
  readonly fileName: string;
  readonly onOtherFile: () => void;
  /** Imports after a check, leaves after the end. */
  readonly onGoOn: () => void;
}

/** What a file would do, or did: counts, each change, and every row that stays out. */
export function ImportReportView(props: ImportReportViewProps) {
  const { kind, report, isAgain, fileName } = props;
  const say = useText();
  const isChecked = kind === 'checked';
  const isStopped = !isChecked && report.cancelled;
  const { unknownColumns } = report;
  return (
    <section className={styles.report} aria-label={say.text('catalog.importTitle')}>
      <header>
        <h2>
          {isStopped
            ? say.text('catalog.stopped')
            : say.text(isChecked ? 'catalog.checked' : 'catalog.done', { file: fileName })}
        </h2>
        {isAgain && (
          <strong className={styles.again} role="alert">
            {say.error('CATALOG_CHANGED', {})}
          </strong>
        )}
        <p>{say.text(isChecked ? 'catalog.checkedHow' : 'catalog.editHere')}</p>
        {isStopped && <p>{say.text('catalog.stoppedHow')}</p>}
        {unknownColumns.length > 0 && (
          <p>{say.text('catalog.unknownColumns', { columns: unknownColumns.join(', ') })}</p>
        )}
      </header>
      <Counts report={report} />
      <Lists report={report} />
      <Acts {...props} />
    </section>
  );
}

function Acts({ kind, report, fileName, onOtherFile, onGoOn }: ImportReportViewProps) {
  const say = useText();
  const isChecked = kind === 'checked';
  const toApply = report.products.added + report.products.updated;
  const isIdle = isChecked && toApply === 0;
  return (
    <footer className={styles.acts}>
      {report.rejectedFile !== '' && (
        <Button
          variant="default"
          leftSection={<IconDownload aria-hidden size={20} />}
          onClick={() => {
            const name = say.text('catalog.rejectedFile', { file: fileName });
            download(name, [report.rejectedFile]);
          }}
        >
          {say.text('catalog.downloadRejected')}
        </Button>
      )}
      <span className={styles.gap} />
      <Button variant="default" onClick={onOtherFile}>
        {say.text('catalog.otherFile')}
      </Button>
      <Button
        disabled={isIdle}
        title={isIdle ? say.text('catalog.nothingToApply') : undefined}
        onClick={onGoOn}
      >
        {isChecked ? say.text('catalog.apply', { count: toApply }) : say.text('catalog.finish')}
      </Button>
    </footer>
  );
}

function Counts({ report }: { readonly report: ImportReport }) {
  const say = useText();
  const counts = [
    { textKey: 'catalog.rows', count: report.rows },
    { textKey: 'catalog.added', count: report.added },
    { textKey: 'catalog.updated', count: report.updated },
    { textKey: 'catalog.unchanged', count: report.unchanged },
    { textKey: 'catalog.rejected', count: report.rejectedRows },
    ...(report.remaining > 0
      ? ([{ textKey: 'catalog.remaining', count: report.remaining }] as const)
      : []),
  ] as const;
  return (
    <dl className={styles.counts}>
      {counts.map(({ textKey, count }) => (
        <div
          key={textKey}
          data-warning={(textKey === 'catalog.rejected' && count > 0) || undefined}
        >
          <dt>{say.text(textKey)}</dt>
          <dd>
            <Figure text={say.quantity(count * 1000)} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The list that a person has to look at first stands open. */
function Lists({ report }: { readonly report: ImportReport }) {
  const say = useText();
  const changed = report.products.added + report.products.updated;
  const lists = [
    { key: 'changes', textKey: 'catalog.changes', count: changed },
    { key: 'rejected', textKey: 'catalog.rejected', count: report.rejectedRows },
    { key: 'notes', textKey: 'catalog.notes', count: report.noteCount },
  ] as const;
  const first = lists.find(({ count }) => count > 0)?.key ?? 'changes';
  return (
    <Tabs defaultValue={first} className={styles.lists} keepMounted={false}>
      <Tabs.List>
        {lists.map(({ key, textKey, count }) => (
          <Tabs.Tab key={key} value={key} rightSection={<span>{say.quantity(count * 1000)}</span>}>
            {say.text(textKey)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="changes">
        <ChangeTable changes={report.changes} total={changed} />
      </Tabs.Panel>
      <Tabs.Panel value="rejected">
        <RejectedTable rejected={report.rejected} />
      </Tabs.Panel>
      <Tabs.Panel value="notes">
        <NoteTable notes={report.notes} total={report.noteCount} />
      </Tabs.Panel>
    </Tabs>
  );
}
