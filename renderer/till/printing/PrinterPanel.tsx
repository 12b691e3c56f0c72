import { Button } from '@mantine/core';
import type { PrinterStatus } from '../../../domain/printing/printer.ts';
import type { OffsetMinutes } from '../../../domain/time.ts';
import { useText } from '../../ui/use-text.ts';
import { useConnection } from '../use-connection.ts';
import { PrinterForm } from './PrinterForm.tsx';
import styles from './PrinterPanel.module.css';
import { PrintQueue } from './PrintQueue.tsx';
import { reasonWords } from './reason-words.ts';
import { usePrinterStatus, usePrintTest, useReprint } from './use-printer.ts';

interface PrinterPanelProps {
  /** The stall's own time. */
  readonly offsetMinutes: OffsetMinutes;
}

/** The printer in words: how it is, what waits for it, where it is, how wide its paper is. */
export function PrinterPanel({ offsetMinutes }: PrinterPanelProps) {
  const say = useText();
  const status = usePrinterStatus();
  const statusNow = useConnection() === 'open' ? status : undefined;
  const reprint = useReprint();
  const printTest = usePrintTest();
  return (
    <div className={styles.panel}>
      {statusNow && <PrinterState status={statusNow} />}
      <PrintQueue status={statusNow} offsetMinutes={offsetMinutes} />
      <div className={styles.acts}>
        <Button variant="default" onClick={printTest}>
          {say.text('printing.test')}
        </Button>
        <Button variant="default" onClick={() => reprint('last')}>
          {say.text('printing.reprintLast')}
        </Button>
      </div>
      {status && <PrinterForm settings={status} />}
    </div>
  );
}

function PrinterState({ status }: { readonly status: PrinterStatus }) {
  const say = useText();
  const { state, reason, detail, pendingJobs } = status;
  const isWaiting = state === 'waiting';
  return (
    <div className={styles.state} data-state={state} role="status">
      <p>{isWaiting ? reasonWords(reason, say) : say.text(`printing.${state}Sentence`)}</p>
      {isWaiting && pendingJobs > 0 && (
        <p className={styles.detail}>
          {say.text('printing.pendingSentence', { count: pendingJobs })}
        </p>
      )}
      {detail !== '' && detail !== reason && (
        <small className={styles.detail}>{say.text('printing.detail', { detail })}</small>
      )}
    </div>
  );
}
