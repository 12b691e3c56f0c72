import { Checkbox, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { type PaymentKind, paymentKinds } from '../../../domain/fees/kinds.ts';
import { REFERENCE_MAX } from '../../../domain/fees/message-bounds.ts';
import type { FeesState } from '../../../domain/fees/till-state.ts';
import { NOTE_MAX } from '../../../domain/shifts/movement.ts';
import type { PlainTextKey } from '../../../domain/text.ts';
import { isDate } from '../../../domain/time.ts';
import { useNotices } from '../../ui/Notice.tsx';
import { useActId } from '../../ui/use-act-id.ts';
import { useText } from '../../ui/use-text.ts';
import { AmountField } from '../shifts/AmountField.tsx';
import { Choices } from '../shifts/Choices.tsx';
import { ConfirmButton } from '../shifts/ConfirmButton.tsx';
import { SheetColumns } from '../shifts/Sheet.tsx';
import { SheetFailure } from '../shifts/SheetFailure.tsx';
import sheet from '../shifts/Sheet.module.css';
import { useDoing } from '../shifts/use-doing.ts';
import { till } from '../till-client.ts';
import styles from './Fees.module.css';
import { amountOf } from './PaySheet.tsx';
import { PhotoField } from './PhotoField.tsx';
import { base64Of } from '../../ui/shrink-photo.ts';
import { usePhoto } from '../../ui/use-photo.ts';

interface ClaimSheetProps {
  readonly state: FeesState;
  readonly onBusy: (isBusy: boolean) => void;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** "I have paid": to the mall a claim; in a ledger of one's own the payment itself. */
export function ClaimSheet({ state, onBusy, onDone, onClose }: ClaimSheetProps) {
  const say = useText();
  const isClaim = state.keeper === 'hub';
  const form = useClaim(state, onBusy, onDone);
  const amount = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <SheetColumns
      title={say.text(isClaim ? 'fees.claim' : 'fees.record')}
      isBusy={form.isBusy}
      onClose={onClose}
      side={
        <>
          <AmountField
            ref={amount}
            digits={form.digits}
            onDigits={form.setDigits}
            onEnter={() => button.current?.focus()}
          />
          <SheetFailure error={form.error} />
          <ConfirmButton ref={button} isOff={form.isBusy || form.why !== null} onPress={form.send}>
            {say.text(form.why ?? (isClaim ? 'fees.send' : 'fees.record'))}
          </ConfirmButton>
        </>
      }
    >
      <Choices
        isFirst
        label={say.text('fees.how')}
        options={paymentKinds.map((value) => ({ value, label: say.text(`fees.credit.${value}`) }))}
        chosen={form.how}
        onChoose={form.setHow}
        onDone={() => amount.current?.focus()}
      />
      <ClaimFields form={form} state={state} />
    </SheetColumns>
  );
}

interface ClaimFieldsProps extends Pick<ClaimSheetProps, 'state'> {
  readonly form: ReturnType<typeof useClaim>;
}

/** When it was paid and what goes with it. */
function ClaimFields({ form, state }: ClaimFieldsProps) {
  const say = useText();
  const isClaim = state.keeper === 'hub';
  return (
    <>
      <div className={styles.fields}>
        <TextInput
          type="date"
          label={say.text('fees.paidOn')}
          max={state.today}
          defaultValue={form.on}
          onChange={({ currentTarget: { value } }) => form.setOn(value)}
        />
        <TextInput
          label={say.text(isClaim ? 'fees.reference' : 'fees.text')}
          description={isClaim ? say.text('fees.referenceHow') : undefined}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          autoComplete="off"
          maxLength={isClaim ? REFERENCE_MAX : NOTE_MAX}
          value={form.text}
          onChange={({ currentTarget: { value } }) => form.setText(value)}
        />
      </div>
      {isClaim ? (
        <>
          <PhotoField photo={form.photo} />
          <p className={sheet.how}>{say.text('fees.claimHow')}</p>
        </>
      ) : (
        state.setAside.balanceRupiah > 0 && (
          <Checkbox
            label={say.text('fees.fromSaving')}
            checked={form.fromSetAside}
            onChange={({ currentTarget: { checked } }) => form.setFromSetAside(checked)}
          />
        )
      )}
    </>
  );
}

function useClaim(
  state: FeesState,
  onBusy: ClaimSheetProps['onBusy'],
  onDone: ClaimSheetProps['onDone'],
) {
  const notices = useNotices();
  const ids = useActId();
  const [how, setHow] = useState<PaymentKind | null>(null);
  const due = state.keeper === 'hub' ? amountOf(state.ledger) : state.ledger.payableRupiah;
  const [digits, setDigits] = useState(due === 0 ? '' : String(due));
  const [on, setOn] = useState(state.today);
  const [text, setText] = useState('');
  const photo = usePhoto();
  const [fromSetAside, setFromSetAside] = useState(false);
  const { isBusy, error, run } = useDoing(onBusy);
  const amountRupiah = Number(digits);
  const isDated = isDate(on) && on <= state.today;
  const why = whyNot({ how, amountRupiah, isDated, isShrinking: photo.isShrinking });
  const send = (): void => {
    if (why !== null || how === null) return;
    run(async () => {
      if (state.keeper === 'hub') {
        const message = { kind: 'claim', amount: amountRupiah, how, on, reference: text } as const;
        const picture = photo.bytes && base64Of(photo.bytes);
        await till.fees.send({ id: ids.of([message, picture]), message, photo: picture });
        notices.done((say) => say.text('fees.told'));
      } else {
        const order = { how, amountRupiah, on, note: text, fromSetAside };
        await till.fees.pay({ id: ids.of(order), ...order });
        notices.done((say) => say.text('fees.recorded'));
      }
      ids.done();
      onDone();
    });
  };
  return {
    how,
    setHow,
    digits,
    setDigits,
    on,
    setOn,
    text,
    setText,
    photo,
    fromSetAside,
    setFromSetAside,
    isBusy,
    error,
    why,
    send,
  };
}

interface Filled {
  readonly how: PaymentKind | null;
  readonly amountRupiah: number;
  readonly isDated: boolean;
  readonly isShrinking: boolean;
}

function whyNot({ how, amountRupiah, isDated, isShrinking }: Filled): PlainTextKey | null {
  if (how === null) return 'fees.howNeeded';
  if (amountRupiah === 0) return 'fees.amountNeeded';
  if (!isDated) return 'fees.dateWrong';
  return isShrinking ? 'fees.photoShrinks' : null;
}
