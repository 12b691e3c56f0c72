import { Button, Progress } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useEffect, useEffectEvent } from 'react';
import { FreshSurface } from '../../ui/FreshSurface.tsx';
import { useText } from '../../ui/use-text.ts';
import { ImportReportView } from './ImportReportView.tsx';
import styles from './ImportWizard.module.css';
import { NumberQuestion } from './NumberQuestion.tsx';
import { forgetOffer } from './offered-file.ts';
import { PickFile } from './PickFile.tsx';
import { useImport, type ImportInHand, type ImportStep } from './use-import.ts';

interface ImportWizardProps {
  /** Checked at once; null lets a person choose. */
  readonly first: File | null;
  readonly onClose: () => void;
}

/** Brings a catalog file in: choose, look at what it would do, keep it, see what became of it. */
export function ImportWizard({ first, onClose }: ImportWizardProps) {
  const say = useText();
  const work = useImport();
  const begin = useEffectEvent(() => {
    forgetOffer();
    if (first) work.check(first);
  });
  useEffect(() => begin(), []);
  const isBusy = work.step.kind === 'checking' || work.step.kind === 'applying';
  return (
    <main className={styles.screen}>
      <header className={styles.head}>
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconArrowLeft aria-hidden size={20} />}
          disabled={isBusy}
          title={isBusy ? say.text('catalog.busy') : undefined}
          onClick={onClose}
        >
          {say.text('catalog.back')}
        </Button>
        <h1>{say.text('catalog.importTitle')}</h1>
      </header>
      {/* The next step has its buttons where those of the last one were. */}
      <FreshSurface key={work.step.kind}>
        <Step work={work} onClose={onClose} />
      </FreshSurface>
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
    case 'doubt':
      return (
        <NumberQuestion doubt={step.doubt} onOtherFile={work.restart} onDecide={work.decide} />
      );
    case 'checked':
    case 'done':
      return (
        <ImportReportView
          kind={step.kind}
          report={step.report}
          isAgain={step.kind === 'checked' && step.isAgain}
          fileName={fileName}
          onOtherFile={work.restart}
          onGoOn={step.kind === 'checked' ? work.apply : onClose}
        />
      );
  }
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
