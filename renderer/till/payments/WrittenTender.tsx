import { useRef, useState, type ReactNode } from 'react';
import { rupiah, type Rupiah } from '../../../domain/money.ts';
import { Tender, TENDER_TEXT_MAX } from '../../../domain/payments/tender.ts';
import type { PlainTextKey } from '../../../domain/text.ts';
import { useText } from '../../ui/use-text.ts';
import { AmountField } from '../shifts/AmountField.tsx';
import { TrainingMark } from '../sales/TrainingMark.tsx';
import { ConfirmButton } from '../shifts/ConfirmButton.tsx';
import { LineField } from '../shifts/LineField.tsx';
import { SheetColumns } from '../shifts/Sheet.tsx';
import { OverWarning } from './OverWarning.tsx';
import { StateButtons } from './StateButtons.tsx';
import { leaveTender, takeTender, useOver } from './take-tender.ts';
import { TenderFoot } from './TenderFoot.tsx';
import styles from './TenderSheet.module.css';

interface WrittenTenderProps {
  readonly amountRupiah: Rupiah;
}

/** A card: what the terminal took, as its slip says. */
export function CardTender({ amountRupiah }: WrittenTenderProps) {
  const say = useText();
  const [digits, setDigits] = useState(String(amountRupiah));
  const [bank, setBank] = useState('');
  const [approval, setApproval] = useState('');
  const [lastFour, setLastFour] = useState('');
  const approvalField = useRef<HTMLInputElement>(null);
  const lastField = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const overRupiah = useOver(Number(digits));
  const written = { bank: bank.trim(), approval: approval.trim(), last: lastFour.trim() };
  const tender = Tender.safeParse({ kind: 'card', amountRupiah: Number(digits), ...written });
  const missing = missingOf(digits, tender.error?.issues[0]?.path[0]);
  return (
    <TenderColumns
      title={say.text('payments.kind.card')}
      digits={digits}
      onDigits={setDigits}
      onEnter={() => button.current?.focus()}
      overRupiah={overRupiah}
      end={
        <ConfirmButton
          ref={button}
          isOff={!tender.success}
          onPress={() => tender.data && takeTender(tender.data, overRupiah)}
        >
          {say.text(missing ?? 'payments.takeCard')}
        </ConfirmButton>
      }
    >
      <p className={styles.how}>{say.text('payments.cardHow')}</p>
      <LineField
        label={say.text('payments.bank')}
        how={say.text('payments.bankHow')}
        lengthMax={TENDER_TEXT_MAX}
        value={bank}
        onValue={setBank}
        onEnter={() => approvalField.current?.focus()}
        isFirst
      />
      <LineField
        ref={approvalField}
        label={say.text('payments.approval')}
        how={say.text('payments.approvalHow')}
        lengthMax={12}
        value={approval}
        onValue={setApproval}
        onEnter={() => lastField.current?.focus()}
      />
      <LineField
        ref={lastField}
        label={say.text('payments.lastFour')}
        lengthMax={4}
        value={lastFour}
        onValue={setLastFour}
        onEnter={() => button.current?.focus()}
      />
    </TenderColumns>
  );
}

/** A transfer: who pays says that it was sent, or the stall's account shows it. */
export function TransferTender({ amountRupiah }: WrittenTenderProps) {
  const say = useText();
  const [digits, setDigits] = useState(String(amountRupiah));
  const [bank, setBank] = useState('');
  const [reference, setReference] = useState('');
  const referenceField = useRef<HTMLInputElement>(null);
  const overRupiah = useOver(Number(digits));
  const told = {
    ...(bank.trim() === '' ? {} : { bank: bank.trim() }),
    ...(reference.trim() === '' ? {} : { reference: reference.trim() }),
  };
  return (
    <TenderColumns
      title={say.text('payments.kind.transfer')}
      digits={digits}
      onDigits={setDigits}
      onEnter={() => undefined}
      overRupiah={overRupiah}
      end={
        <StateButtons
          isOff={Number(digits) === 0}
          onState={(state) => {
            const paid = { kind: 'transfer', amountRupiah: rupiah(Number(digits)) } as const;
            takeTender({ ...paid, state, ...told }, overRupiah);
          }}
        />
      }
    >
      <p className={styles.how}>{say.text('payments.transferHow')}</p>
      <LineField
        label={say.text('payments.bankOfTransfer')}
        lengthMax={TENDER_TEXT_MAX}
        value={bank}
        onValue={setBank}
        onEnter={() => referenceField.current?.focus()}
        isFirst
      />
      <LineField
        ref={referenceField}
        label={say.text('payments.reference')}
        lengthMax={TENDER_TEXT_MAX}
        value={reference}
        onValue={setReference}
        onEnter={() => undefined}
      />
    </TenderColumns>
  );
}

interface TenderColumnsProps {
  readonly title: string;
  readonly digits: string;
  readonly onDigits: (digits: string) => void;
  readonly onEnter: () => void;
  readonly overRupiah: number;
  /** The buttons that end it. */
  readonly end: ReactNode;
  readonly children: ReactNode;
}

/** What is written of it on the left, its amount on the right. */
function TenderColumns(props: TenderColumnsProps) {
  const { title, digits, onDigits, onEnter, overRupiah, end, children } = props;
  return (
    <SheetColumns
      title={title}
      act={<TrainingMark />}
      isBusy={false}
      onClose={leaveTender}
      side={
        <>
          <AmountField digits={digits} onDigits={onDigits} onEnter={onEnter} />
          <OverWarning overRupiah={overRupiah} />
        </>
      }
      foot={<TenderFoot>{end}</TenderFoot>}
    >
      {children}
    </SheetColumns>
  );
}

/** What is still to be written before a card is taken; null for nothing. */
function missingOf(digits: string, field: PropertyKey | undefined): PlainTextKey | null {
  if (Number(digits) === 0) return 'payments.amountNeeded';
  if (field === 'bank') return 'payments.bankNeeded';
  if (field === 'approval') return 'payments.approvalNeeded';
  return field === undefined ? null : 'payments.lastFourNeeded';
}
