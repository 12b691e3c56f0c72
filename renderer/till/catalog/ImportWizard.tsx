import { Button, Progress } from '@mantine/core';
import { IconAlertTriangle, IconArrowLeft, IconFileSpreadsheet } from '@tabler/icons-react';
import { useRef, useState, type DragEvent } from 'react';
import { useText } from '../../ui/use-text.ts';
import { ImportReportView } from './ImportReportView.tsx';
import styles from './ImportWizard.module.css';
import { useImport, type ImportInHand, type ImportStep } from './use-import.ts';

interface ImportWizardProps {
  readonly onClose: () => void;
}

/** Brings a catalog file in: choose, look at what it would do, keep it, see what became of it. */
export function ImportWizard({ onClose }: ImportWizardProps) {
  const say = useText();
  const work = useImport();
  const isBusy = work.step.kind === 'checking' || work.step.kind === 'applying';
  return (
    <main className={styles.screen}>
      <header className={styles.head}>
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconArrowLeft aria-hidden size={20} />}
          disabled={isBusy}
          onClick={onClose}
        >
          {say.text('catalog.back')}
        </Button>
        <h1>{say.text('catalog.importTitle')}</h1>
      </header>
      <Step work={work} onClose={onClose} />
    </main>
  );
}

function Step({ work, onClose }: { readonly work: ImportInHand; readonly onClose: () => void }) {
  const { step, fileName } = work;
  switch (step.kind) {
    case 'pick':
      return <PickFile failure={step.failure} onFile={work.check} />;
    case 'checking':
    case 'applying':
      return <Running step={step} fileName={fileName} onCancel={work.cancel} />;
    case 'checked':
      return (
        <ImportReportView
          kind="checked"
          report={step.report}
          fileName={fileName}
          onOtherFile={work.restart}
          onGoOn={work.apply}
        />
      );
    case 'done':
      return (
        <ImportReportView
          kind="done"
          report={step.report}
          fileName={fileName}
          onOtherFile={work.restart}
          onGoOn={onClose}
        />
      );
  }
}

interface PickFileProps {
  readonly failure: string;
  readonly onFile: (file: File) => void;
}

function PickFile({ failure, onFile }: PickFileProps) {
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
      <input
        ref={input}
        type="file"
        accept=".csv,.txt,text/csv"
        hidden
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = ''; // the same file can be chosen again once it is mended
          if (file) onFile(file);
        }}
      />
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

interface RunningProps {
  readonly step: Extract<ImportStep, { kind: 'checking' | 'applying' }>;
  readonly fileName: string;
  readonly onCancel: () => void;
}

function Running({ step, fileName, onCancel }: RunningProps) {
  const say = useText();
  const title = say.text(step.kind === 'applying' ? 'catalog.applying' : 'catalog.checking', {
    file: fileName,
  });
  return (
    <section className={styles.running} aria-label={title}>
      <h2>{title}</h2>
      <Progress
        aria-label={title}
        size="lg"
        value={step.totalRows === 0 ? 0 : (step.doneRows / step.totalRows) * 100}
      />
      <p>
        {step.totalRows > 0 &&
          say.text('catalog.progress', { done: step.doneRows, total: step.totalRows })}
      </p>
      <Button variant="default" onClick={onCancel}>
        {say.text('catalog.cancel')}
      </Button>
    </section>
  );
}
