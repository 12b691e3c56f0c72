import { IconCircleCheckFilled, IconPrinter } from '@tabler/icons-react';
import type { OpenShift } from '../../../domain/shifts/contract.ts';
import type { ShiftReport } from '../../../domain/shifts/report.ts';
import type { PrinterStatus } from '../../../domain/printing/printer.ts';
import { useText } from '../../ui/use-text.ts';
import { usePrinterStatus } from '../printing/use-printer.ts';
import { useNameOf } from '../staff/use-people.ts';
import styles from './CloseDone.module.css';
import { ConfirmButton } from './ConfirmButton.tsx';
import { DifferenceView } from './DifferenceView.tsx';
import { SheetColumns } from './Sheet.tsx';
import { sheetLooks } from './SheetButton.tsx';
import sheet from './Sheet.module.css';
import { PrepareFloat } from './SmallChangeView.tsx';

interface CloseDoneProps {
  readonly report: ShiftReport;
  /** The shift that went on at the same drawer. */
  readonly opened: OpenShift | null;
  readonly onClose: () => void;
  readonly onReport: (closed: ShiftReport) => void;
}

/** The shift is closed: its Z, whether it is on paper, and what to prepare for tomorrow. */
export function CloseDone({ report, opened, onClose, onReport }: CloseDoneProps) {
  const say = useText();
  const nameOf = useNameOf();
  const printer = usePrinterStatus();
  const { closing, cash } = report;
  if (!closing) return null;
  return (
    <SheetColumns
      title={say.text(opened ? 'shift.handedOver' : 'shift.closed', { shift: report.shift })}
      isBusy={false}
      onClose={onClose}
      side={
        <>
          {opened ? <div className={sheet.spring} /> : <PrepareFloat shift={report.shift} />}
          <button type="button" className={sheetLooks.other} onClick={() => onReport(report)}>
            {say.text('shift.showReport')}
          </button>
          <ConfirmButton isFirst onPress={onClose}>
            {say.text('shift.finish')}
          </ConfirmButton>
        </>
      }
    >
      <section className={styles.done} aria-label={say.text('shift.zNumber')}>
        <IconCircleCheckFilled aria-hidden size={32} />
        <div>
          <span>{say.text('shift.zNumber')}</span>
          <strong>{closing.number}</strong>
        </div>
      </section>
      {opened && (
        <p className={styles.holder} role="status">
          {say.text('shift.heldBy', {
            drawer: opened.drawer,
            name: nameOf(opened.cashier),
            shift: opened.shift,
          })}
        </p>
      )}
      <DifferenceView
        result={{
          countedRupiah: closing.countedRupiah,
          expectedRupiah: cash?.expectedRupiah ?? closing.countedRupiah,
          differenceRupiah: closing.differenceRupiah,
          counts: closing.counts,
        }}
      />
      <p className={styles.printer}>
        <IconPrinter aria-hidden size={20} />
        {say.text(`shift.zPaper.${paperOf(printer)}`)}
      </p>
    </SheetColumns>
  );
}

/** What has become of the paper, as far as the printer says. */
function paperOf(printer: PrinterStatus | undefined): 'printing' | 'printed' | 'waiting' {
  if (!printer || printer.state === 'untried' || printer.state === 'printing') return 'printing';
  return printer.state === 'ready' ? 'printed' : 'waiting';
}
