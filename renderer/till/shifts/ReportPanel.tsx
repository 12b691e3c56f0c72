import { Button } from '@mantine/core';
import { IconFileTypePdf, IconPrinter } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useRef } from 'react';
import type { StallSettings } from '../../../domain/settings/settings.ts';
import type { ShiftReport } from '../../../domain/shifts/report.ts';
import { CloseButton } from '../../ui/CloseButton.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { useText } from '../../ui/use-text.ts';
import { isRefusal, NotRead } from './NotRead.tsx';
import styles from './ReportPanel.module.css';
import { ShiftReportView } from './ShiftReportView.tsx';
import { useReportActs } from './use-report-acts.ts';
import { type ShiftChosen, useShiftReport } from './use-shift-reports.ts';

interface ReportPanelProps {
  readonly chosen: ShiftChosen;
  readonly stall: StallSettings;
  readonly onClose: () => void;
  /** Hears what the print key does now. */
  readonly onPrintAct: (print: { readonly act: () => void } | null) => void;
}

/** A report to read, to print, and to keep as a file. */
export function ReportPanel({ chosen, stall, onClose, onPrintAct }: ReportPanelProps) {
  const say = useText();
  const { report, error, askLeave } = useShiftReport(chosen);
  const { print, save, isBusy } = useReportActs(stall);
  const body = useRef<HTMLDivElement>(null);
  const isThere = report !== undefined;
  const isRefused = !isThere && isRefusal(error);
  useEffect(() => {
    // A report scrolls by the arrows; without it there is only whom to ask.
    const asks = body.current?.querySelector('button');
    (isThere ? body.current : asks)?.focus();
  }, [isThere, isRefused]);
  const printIt = useEffectEvent(() => {
    if (report) print(report);
  });
  useEffect(() => {
    onPrintAct({ act: () => printIt() });
    return () => onPrintAct(null);
  }, [onPrintAct]);
  return (
    <section className={styles.panel} aria-label={say.text('shift.report')}>
      <header>
        <h2>{isThere ? titleOf(report, say) : error !== null && say.text('shift.report')}</h2>
        {report && (
          <>
            <Button
              variant="default"
              leftSection={<IconPrinter aria-hidden size={20} />}
              rightSection={<KeyHint>F8</KeyHint>}
              aria-keyshortcuts="F8"
              disabled={isBusy}
              onClick={() => print(report)}
            >
              {say.text(report.closing ? 'shift.reprintZ' : 'shift.printX')}
            </Button>
            <Button
              variant="default"
              classNames={{
                root: styles.pdf ?? '',
                section: styles.pdfIcon ?? '',
                label: styles.pdfWords ?? '',
              }}
              title={say.text('shift.savePdf')}
              leftSection={<IconFileTypePdf aria-hidden size={20} />}
              disabled={isBusy}
              onClick={() => save(report)}
            >
              {say.text('shift.savePdf')}
            </Button>
          </>
        )}
        <CloseButton onClose={onClose} />
      </header>
      {/* The arrows scroll it. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls takes the focus */}
      <div ref={body} className={styles.body} tabIndex={isThere ? 0 : -1}>
        {report && <ShiftReportView report={report} />}
        {!isThere && error !== null && <NotRead error={error} onAsk={askLeave} />}
      </div>
    </section>
  );
}

function titleOf(report: ShiftReport, say: ReturnType<typeof useText>): string {
  const { closing, shift } = report;
  return closing
    ? say.text('shift.titleZ', { number: closing.number })
    : say.text('shift.titleX', { shift });
}
