import { useState } from 'react';
import type { FeesState } from '../../../domain/fees/till-state.ts';
import { useText } from '../../ui/use-text.ts';
import { Sheet } from '../shifts/Sheet.tsx';
import { type AmountAct, AmountSheet } from './AmountSheet.tsx';
import type { Disputable } from './BillList.tsx';
import { ClaimSheet } from './ClaimSheet.tsx';
import { ClosureSheet } from './ClosureSheet.tsx';
import { DisputeSheet } from './DisputeSheet.tsx';
import { PaySheet } from './PaySheet.tsx';
import { PlanSheet } from './PlanSheet.tsx';

/** What lies over the page of fees. */
export type FeeSheet =
  | { readonly kind: 'pay' | 'claim' | 'closure' | 'plan' }
  | { readonly kind: 'amount'; readonly act: AmountAct }
  | { readonly kind: 'dispute'; readonly about: Disputable };

interface FeeSheetsProps {
  readonly sheet: FeeSheet | null;
  readonly state: FeesState;
  readonly onSheet: (sheet: FeeSheet | null) => void;
}

/** The sheet that is open. */
export function FeeSheets({ sheet, state, onSheet }: FeeSheetsProps) {
  const say = useText();
  const [isBusy, setIsBusy] = useState(false);
  const close = (): void => onSheet(null);
  return (
    <Sheet
      isOpen={sheet !== null}
      title={say.text('screen.fees')}
      isBusy={isBusy}
      onClose={() => close()}
    >
      {sheet && (
        <Content
          key={JSON.stringify(sheet)}
          {...{ sheet, state, onSheet }}
          onBusy={setIsBusy}
          onClose={close}
        />
      )}
    </Sheet>
  );
}

interface ContentProps extends FeeSheetsProps {
  readonly sheet: FeeSheet;
  readonly onBusy: (isBusy: boolean) => void;
  readonly onClose: () => void;
}

function Content({ sheet, state, onSheet, onBusy, onClose }: ContentProps) {
  // What came meanwhile changes no form that is filled in.
  const [first] = useState(state);
  const ends = { onBusy, onClose, onDone: onClose };
  switch (sheet.kind) {
    case 'pay':
      return (
        <PaySheet
          state={first}
          onClose={onClose}
          onClaim={() => onSheet({ kind: 'claim' })}
          onCash={() => onSheet({ kind: 'amount', act: 'cash' })}
        />
      );
    case 'claim':
      return <ClaimSheet state={first} {...ends} />;
    case 'closure':
      return <ClosureSheet today={first.today} {...ends} />;
    case 'plan':
      return <PlanSheet state={first} {...ends} />;
    case 'amount':
      return (
        <AmountSheet
          act={sheet.act}
          state={first}
          payableRupiah={state.ledger.payableRupiah}
          {...ends}
        />
      );
    case 'dispute':
      return <DisputeSheet about={sheet.about} {...ends} />;
  }
}
