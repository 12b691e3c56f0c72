import { useRef, useState } from 'react';
import type { Settings } from '../../../domain/settings/settings.ts';
import type { CashCount } from '../../../domain/shifts/cash-count.ts';
import type { CountResult, OpenShift } from '../../../domain/shifts/contract.ts';
import type { ShiftReport } from '../../../domain/shifts/report.ts';
import { isAnythingTyped } from '../../../domain/shifts/typed-count.ts';
import { FreshSurface } from '../../ui/FreshSurface.tsx';
import { useNotices } from '../../ui/Notice.tsx';
import { useLine } from '../staff/line.ts';
import { useNameOf } from '../staff/use-people.ts';
import { till } from '../till-client.ts';
import { CloseCount } from './CloseCount.tsx';
import { CloseDone } from './CloseDone.tsx';
import { CloseResult } from './CloseResult.tsx';
import { dropKeptCounts, readKeptCount } from './kept-count.ts';
import { useDoing } from './use-doing.ts';
import { useOtherPerson } from './use-other-person.ts';

/** Where a close stands. A count that was taken is held against what should be there. */
type CloseStep =
  | { readonly kind: 'count' }
  | { readonly kind: 'result'; readonly result: CountResult }
  | { readonly kind: 'done'; readonly report: ShiftReport; readonly opened: OpenShift | null };

interface CloseSheetProps {
  readonly shift: OpenShift;
  /** Whether it is open no more. */
  readonly isEnded: boolean;
  /** `handOver`: somebody takes the drawer over in the same act. */
  readonly ends: 'close' | 'handOver';
  readonly settings: Settings;
  readonly onBusy: (isBusy: boolean) => void;
  readonly onClose: () => void;
  /** Shows the report of a shift that is closed. */
  readonly onReport: (closed: ShiftReport) => void;
  readonly onRegister: () => void;
}

/** Closes a shift or hands it over: count, see what it comes to, say why, and the Z is there. */
export function CloseSheet(props: CloseSheetProps) {
  const { shift, ends, settings, onBusy, onClose, onReport, onRegister } = props;
  const tellKept = useTellKept(shift);
  const [step, setStep] = useState<CloseStep>({ kind: 'count' });
  const cashier = useLine()?.cashier ?? '';
  /** While it is handed over the window becomes the receiver's. */
  const isHandingOver = useRef(false);
  const doing = useDoing(onBusy);
  const { run, clear } = doing;
  useOtherPerson((left) => {
    if (step.kind === 'done' || doing.isBusy || isHandingOver.current) return;
    tellKept(left);
    onClose();
  });
  // While it is being closed here it may be told to have ended before that is answered.
  const isEnded = props.isEnded && !doing.isBusy;
  const take = (count: CashCount): void =>
    run(async () => {
      const result = await till.shifts.count({ shift: shift.shift, count });
      setStep({ kind: 'result', result });
    });
  const recount = (): void => {
    clear();
    setStep({ kind: 'count' });
  };
  return (
    <FreshSurface key={step.kind}>
      {step.kind === 'count' && (
        <CloseCount
          {...{ shift, cashier, ends, settings, isEnded, onClose }}
          {...doing}
          onCounted={take}
        />
      )}
      {step.kind === 'result' && (
        <CloseResult
          {...{ shift, ends, settings, isEnded, onClose, onRegister }}
          {...doing}
          result={step.result}
          onRecount={recount}
          onHandingOver={(isNow) => {
            isHandingOver.current = isNow;
          }}
          onEnded={(report, opened) => {
            dropKeptCounts();
            setStep({ kind: 'done', report, opened });
          }}
        />
      )}
      {step.kind === 'done' && (
        <CloseDone
          report={step.report}
          opened={step.opened}
          onClose={onClose}
          onReport={onReport}
        />
      )}
    </FreshSurface>
  );
}

/** Tells whoever is at the window that the count of a person who left is kept for them. */
function useTellKept(shift: OpenShift): (left: string) => void {
  const notices = useNotices();
  const nameOf = useNameOf();
  return (left) => {
    if (!isAnythingTyped(readKeptCount({ shift, cashier: left }))) return;
    notices.warnUntilRead((say) => say.text('shift.countKept', { name: nameOf(left) }));
  };
}
