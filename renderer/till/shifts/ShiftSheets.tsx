import { useState } from 'react';
import type { Settings } from '../../../domain/settings/settings.ts';
import type { CashCount } from '../../../domain/shifts/cash-count.ts';
import type { ShiftReport } from '../../../domain/shifts/report.ts';
import { useNotices } from '../../ui/Notice.tsx';
import { useText } from '../../ui/use-text.ts';
import { till } from '../till-client.ts';
import { CloseSheet } from './CloseSheet.tsx';
import { type DrawerAct, DrawerSheet } from './DrawerSheet.tsx';
import { OpenShiftForm } from './OpenShiftForm.tsx';
import { Sheet } from './Sheet.tsx';
import { SheetFailure } from './SheetFailure.tsx';
import { useActId } from '../../ui/use-act-id.ts';
import { useDoing } from './use-doing.ts';
import { useFreshness } from './use-freshness.ts';
import type { LineShift } from './use-line-shift.ts';

/** What lies over the screen of the shift. */
export type SheetName = 'open' | DrawerAct | 'handOver' | 'close';

interface ShiftSheetsProps {
  readonly sheet: SheetName | null;
  readonly line: LineShift | undefined;
  readonly settings: Settings;
  readonly onClose: () => void;
  readonly onReport: (closed: ShiftReport) => void;
  readonly onRegister: () => void;
}

const titles = {
  open: 'shift.open',
  in: 'shift.in',
  out: 'shift.out',
  noSale: 'shift.noSale',
  handOver: 'shift.handOver',
  close: 'shift.close',
} as const;

/** The sheet that is open. */
export function ShiftSheets({ sheet, ...props }: ShiftSheetsProps) {
  const say = useText();
  const [isBusy, setIsBusy] = useState(false);
  return (
    <Sheet
      isOpen={sheet !== null}
      title={sheet ? say.text(titles[sheet]) : ''}
      isBusy={isBusy}
      onClose={() => props.onClose()}
    >
      {sheet && <Content key={sheet} sheet={sheet} {...props} onBusy={setIsBusy} />}
    </Sheet>
  );
}

interface ContentProps extends ShiftSheetsProps {
  readonly sheet: SheetName;
  readonly onBusy: (isBusy: boolean) => void;
}

function Content({ sheet, line, settings, onBusy, onClose, onReport, onRegister }: ContentProps) {
  // What is closed here stays on its sheet: its shift is another one, or none, by then.
  const [shift] = useState(line?.open ?? null);
  const isEnded = line !== undefined && line.open?.shift !== shift?.shift;
  switch (sheet) {
    case 'open':
      return <OpenContent line={line} settings={settings} onBusy={onBusy} onClose={onClose} />;
    case 'in':
    case 'out':
    case 'noSale':
      return (
        shift && (
          <DrawerSheet
            act={sheet}
            shift={shift.shift}
            {...{ isEnded, onBusy, onClose }}
            onDone={onClose}
          />
        )
      );
    case 'handOver':
    case 'close':
      return (
        shift && (
          <CloseSheet
            shift={shift}
            ends={sheet}
            {...{ isEnded, settings, onBusy, onClose, onReport, onRegister }}
          />
        )
      );
  }
}

type OpenContentProps = Pick<ContentProps, 'line' | 'settings' | 'onBusy' | 'onClose'>;

function OpenContent({ line, settings, onBusy, onClose }: OpenContentProps) {
  const say = useText();
  const notices = useNotices();
  const ids = useActId();
  const { isBusy, error, run } = useDoing(onBusy);
  const { isFresh, isMeant } = useFreshness();
  const drawer = line?.drawer ?? 1;
  const open = (float: CashCount): void =>
    run(async () => {
      const { shift } = await till.shifts.open({ id: ids.of({ drawer, float }), drawer, float });
      ids.done();
      notices.done((now) => now.text('shift.opened', { shift }));
      onClose();
    });
  return (
    <OpenShiftForm
      line={line}
      isOneOfTwo={settings.drawers === 2}
      isBusy={isBusy}
      isFresh={isFresh}
      confirm={say.text('shift.open')}
      onOpen={(float, event) => {
        if (isMeant(event.timeStamp)) open(float);
      }}
      onClose={onClose}
    >
      <SheetFailure error={error} />
    </OpenShiftForm>
  );
}
