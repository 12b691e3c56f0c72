import { useState } from 'react';
import type { Settings } from '../../../domain/settings/settings.ts';
import type { CountResult, OpenShift } from '../../../domain/shifts/contract.ts';
import type { ShiftReport } from '../../../domain/shifts/report.ts';
import { FreshSurface } from '../../ui/FreshSurface.tsx';
import { till } from '../till-client.ts';
import { CloseCount } from './CloseCount.tsx';
import { CloseDone } from './CloseDone.tsx';
import { CloseResult } from './CloseResult.tsx';
import { useCount } from './use-count.ts';
import { useDoing } from './use-doing.ts';

/** Where a close stands. A count that was taken is held against what should be there. */
type CloseStep =
  | { readonly kind: 'count' }
  | { readonly kind: 'result'; readonly result: CountResult }
  | { readonly kind: 'done'; readonly report: ShiftReport; readonly opened: OpenShift | null };

interface CloseSheetProps {
  readonly shift: OpenShift;
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
  const [step, setStep] = useState<CloseStep>({ kind: 'count' });
  const count = useCount();
  const doing = useDoing(onBusy);
  const { run, clear } = doing;
  const take = (): void =>
    run(async () => {
      const result = await till.shifts.count({ shift: shift.shift, count: count.counted });
      setStep({ kind: 'result', result });
    });
  const recount = (): void => {
    clear();
    setStep({ kind: 'count' });
  };
  return (
    <FreshSurface key={step.kind}>
      {step.kind === 'count' && (
        <CloseCount {...{ shift, ends, settings, count, onClose }} {...doing} onCounted={take} />
      )}
      {step.kind === 'result' && (
        <CloseResult
          {...{ shift, ends, settings, onClose, onRegister }}
          {...doing}
          result={step.result}
          onRecount={recount}
          onEnded={(report, opened) => setStep({ kind: 'done', report, opened })}
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
