import { Button } from '@mantine/core';
import {
  IconAlertTriangle,
  IconFileDownload,
  IconFileSpreadsheet,
  IconPackageExport,
} from '@tabler/icons-react';
import { useRef, useState, type DragEvent } from 'react';
import { catalogTitles, requiredTitles } from '../../../domain/catalog/catalog-columns.ts';
import { catalogTemplate } from '../../../domain/catalog/template.ts';
import { useText } from '../../ui/use-text.ts';
import { download } from '../../ui/download.ts';
import { FileInput } from '../../ui/FileInput.tsx';
import styles from './PickFile.module.css';
import { useExport } from './use-export.ts';

interface PickFileProps {
  readonly failure: string;
  readonly onFile: (file: File) => void;
}

/** The choice of a file, and what such a file is. */
export function PickFile({ failure, onFile }: PickFileProps) {
  return (
    <div className={styles.pick}>
      <DropArea failure={failure} onFile={onFile} />
      <FileColumns />
    </div>
  );
}

function DropArea({ failure, onFile }: PickFileProps) {
  const say = useText();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const over = (event: DragEvent, isIn: boolean): void => {
    event.preventDefault();
    setIsOver(isIn);
  };
  return (
    <section
      className={styles.drop}
      data-over={isOver || undefined}
      aria-label={say.text('catalog.pick')}
      onDragOver={(event) => over(event, true)}
      onDragLeave={(event) => over(event, false)}
      onDrop={(event) => {
        over(event, false);
        const file = event.dataTransfer.files[0];
        if (file) onFile(file);
      }}
    >
      <IconFileSpreadsheet aria-hidden size={56} stroke={1.25} />
      <p className={styles.lead}>{say.text('catalog.drop')}</p>
      <Button size="lg" onClick={() => input.current?.click()}>
        {say.text('catalog.pick')}
      </Button>
      <FileInput ref={input} accept=".csv,.txt,text/csv" onFile={onFile} />
      <p className={styles.how}>{say.text('catalog.pickHow')}</p>
      {failure !== '' && (
        <p className={styles.failure} role="alert">
          <IconAlertTriangle aria-hidden />
          {failure}
        </p>
      )}
    </section>
  );
}

/** Every column, and two ways to a file that has them. */
function FileColumns() {
  const say = useText();
  const { isExporting, exportAll } = useExport();
  return (
    <section className={styles.columns} aria-label={say.text('catalog.columns')}>
      <h2>{say.text('catalog.columns')}</h2>
      <dl>
        {catalogTitles.map((title) => (
          <div key={title}>
            <dt>
              {title}
              {requiredTitles.includes(title) && <small>{say.text('catalog.required')}</small>}
            </dt>
            <dd>{say.text(`catalog.columnHow.${title}`)}</dd>
          </div>
        ))}
      </dl>
      <p>{say.text('catalog.columnsHow')}</p>
      <footer>
        <Button
          variant="default"
          px="xs"
          leftSection={<IconFileDownload aria-hidden size={20} />}
          onClick={() => {
            download(say.text('catalog.templateFile'), ['\uFEFF', catalogTemplate]);
          }}
        >
          {say.text('catalog.template')}
        </Button>
        <Button
          variant="default"
          px="xs"
          loading={isExporting}
          leftSection={<IconPackageExport aria-hidden size={20} />}
          onClick={exportAll}
        >
          {say.text('catalog.export')}
        </Button>
      </footer>
    </section>
  );
}
