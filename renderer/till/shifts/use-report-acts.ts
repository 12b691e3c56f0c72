import { useState } from 'react';
import type { StallSettings } from '../../../domain/settings/settings.ts';
import type { ShiftReport } from '../../../domain/shifts/report.ts';
import { useNotices } from '../../ui/Notice.tsx';
import { useText } from '../../ui/use-text.ts';
import { useReprintZ } from '../printing/use-printer.ts';
import { useNameOf } from '../staff/use-people.ts';
import { downloadBlob } from '../../ui/download.ts';
import { till } from '../till-client.ts';

/** What can be done with a report; one thing at a time. */
export function useReportActs(stall: StallSettings) {
  const say = useText();
  const notices = useNotices();
  const nameOf = useNameOf();
  const reprintZ = useReprintZ();
  const [isBusy, setIsBusy] = useState(false);
  const run = async (work: () => Promise<void>): Promise<void> => {
    setIsBusy(true);
    try {
      await work();
    } catch (error) {
      notices.failed(error);
    } finally {
      setIsBusy(false);
    }
  };
  return {
    isBusy,
    print: ({ shift, closing }: ShiftReport): void => {
      if (isBusy) return;
      if (closing) return reprintZ(closing.z, closing.number);
      void run(async () => {
        notices.done((now) => now.text('shift.printingX'));
        await till.shifts.printX({ shift });
        notices.done((now) => now.text('shift.printedX'));
      });
    },
    save: (report: ShiftReport): void => {
      if (isBusy) return;
      void run(async () => {
        // Large, and seldom needed: loaded the first time.
        const { shiftPdf } = await import('./shift-pdf.ts');
        const how = { say, nameOf, stall, atMs: Date.now() };
        downloadBlob(fileName(report), await shiftPdf(report, how));
        notices.done((now) => now.text('shift.savedPdf'));
      });
    },
  };
}

/** `laporan-Z-000012.pdf`, `laporan-X-3.pdf` */
function fileName({ shift, closing }: ShiftReport): string {
  return `laporan-${closing ? closing.number : `X-${shift}`}.pdf`;
}
