import type { StallView } from '../../../../domain/fees/manage/stall-calls.ts';
import { useText } from '../../../ui/use-text.ts';
import { Dialog } from '../../system/Dialog.tsx';
import { AgreeForm } from './AgreeForm.tsx';
import { AllocateForm } from './AllocateForm.tsx';
import { EndInstalmentsForm, ReverseForm } from './PlainForms.tsx';
import { ChargeForm } from './ChargeForm.tsx';
import { LessForm } from './LessForm.tsx';
import { MoneyForm } from './MoneyForm.tsx';
import { NoticeForm } from './NoticeForm.tsx';
import { PayForm } from './PayForm.tsx';
import { TakeOffForm } from './TakeOffForm.tsx';
import type { StallAct } from './stall-act.ts';
import type { StallFormProps } from './stall-form.ts';

interface StallActDialogProps {
  readonly stall: StallView;
  readonly today: string;
  /** Null while nothing is done. */
  readonly act: StallAct | null;
  readonly onClose: () => void;
}

/** What a person does with the fees of a stall; begun anew each time that it is opened. */
export function StallActDialog({ stall, today, act, onClose }: StallActDialogProps) {
  const say = useText();
  return (
    <Dialog
      isOpen={act !== null}
      title={act === null ? '' : `${say.text(`console.fees.do.${act.kind}`)} · ${stall.name}`}
      onClose={onClose}
      isWide
    >
      {act !== null && <ActOf stall={stall} today={today} act={act} onDone={onClose} />}
    </Dialog>
  );
}

function ActOf({ act, ...given }: StallFormProps & { readonly act: StallAct }) {
  switch (act.kind) {
    case 'pay':
      return <PayForm {...given} />;
    case 'charge':
      return <ChargeForm {...given} />;
    case 'waive':
    case 'creditNote':
      return <LessForm {...given} kind={act.kind} charge={act.charge} />;
    case 'reverse':
      return <ReverseForm {...given} of={act.of} what={act.what} />;
    case 'takeOff':
      return <TakeOffForm {...given} credit={act.credit} />;
    case 'allocate':
      return <AllocateForm {...given} />;
    case 'refund':
    case 'takeDeposit':
    case 'returnDeposit':
    case 'useDeposit':
      return <MoneyForm key={act.kind} {...given} kind={act.kind} />;
    case 'agree':
      return <AgreeForm {...given} />;
    case 'endInstalments':
      return <EndInstalmentsForm {...given} />;
    case 'notice':
      return <NoticeForm {...given} />;
  }
}
