import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { rupiah, type Rupiah } from '../../../domain/money.ts';
import { VoucherCode } from '../../../domain/payments/voucher.ts';
import sheet from '../../ui/sheet.module.css';
import { useText } from '../../ui/use-text.ts';
import { ConfirmButton } from '../shifts/ConfirmButton.tsx';
import { LineField } from '../shifts/LineField.tsx';
import { SheetColumns } from '../shifts/Sheet.tsx';
import { SheetFailure } from '../shifts/SheetFailure.tsx';
import { tillQuery } from '../till-client.ts';
import { leaveTender, takeTender } from './take-tender.ts';
import { TenderFoot } from './TenderFoot.tsx';
import styles from './TenderSheet.module.css';

/** Longest text of a code: with its prefix, blanks and dashes. */
const CODE_LETTERS = 40;

interface CreditTenderProps {
  readonly amountRupiah: Rupiah;
  /** What was scanned; empty where the code is to be typed. */
  readonly scanned: string;
}

/** A voucher of the stall's own: looked at first, then used for what is left to pay. */
export function CreditTender({ amountRupiah, scanned }: CreditTenderProps) {
  const say = useText();
  const [text, setText] = useState(scanned);
  const code = VoucherCode.safeParse(text);
  /** The code that is looked up. */
  const [asked, setAsked] = useState(code.data ?? null);
  const { data: voucher, error } = useQuery({
    ...tillQuery.payments.voucher.queryOptions({ input: { code: asked ?? '' } }),
    enabled: asked !== null,
    gcTime: 0, // used meanwhile, it is refused
    retry: false,
  });
  const button = useRef<HTMLButtonElement>(null);
  const usedRupiah = rupiah(Math.min(voucher?.amountRupiah ?? 0, amountRupiah));
  const act = (): void => {
    if (voucher && asked !== null) {
      takeTender({ kind: 'credit', amountRupiah: usedRupiah, code: asked }, 0);
    } else if (code.success) setAsked(code.data);
  };
  const words = voucher ? 'payments.takeVoucher' : 'payments.voucherRead';
  return (
    <SheetColumns
      title={say.text('payments.kind.credit')}
      isBusy={false}
      onClose={leaveTender}
      side={
        <>
          {voucher && <Worth {...voucher} usedRupiah={usedRupiah} />}
          {voucher?.isBeforeRecovery === true && (
            <p className={sheet.warning} role="alert">
              {say.text('payments.voucherBeforeRecovery')}
            </p>
          )}
          <SheetFailure error={error} />
        </>
      }
      foot={
        <TenderFoot>
          <ConfirmButton ref={button} isOff={!code.success} onPress={act}>
            {say.text(code.success ? words : 'payments.voucherNeeded')}
          </ConfirmButton>
        </TenderFoot>
      }
    >
      <LineField
        label={say.text('payments.voucherCode')}
        how={say.text('payments.voucherHow')}
        lengthMax={CODE_LETTERS}
        value={text}
        onValue={(value) => {
          setText(value);
          setAsked(null);
        }}
        onEnter={() => {
          if (voucher) button.current?.focus();
          else act();
        }}
        isFirst
      />
    </SheetColumns>
  );
}

interface WorthProps {
  readonly amountRupiah: number;
  /** Of the receipt that gave it out. */
  readonly number: string;
  readonly usedRupiah: Rupiah;
}

/** What a voucher is worth, what of it is used, and what is left of it. */
function Worth({ amountRupiah, number, usedRupiah }: WorthProps) {
  const say = useText();
  const rest = amountRupiah - usedRupiah;
  return (
    <dl className={styles.worth}>
      <div>
        <dt>{say.text('payments.voucherWorth', { number })}</dt>
        <dd>{say.money(amountRupiah)}</dd>
      </div>
      <div>
        <dt>{say.text('payments.voucherUsed')}</dt>
        <dd>{say.money(usedRupiah)}</dd>
      </div>
      {rest > 0 && (
        <div>
          <dt>{say.text('payments.voucherRest')}</dt>
          <dd>{say.money(rest)}</dd>
        </div>
      )}
    </dl>
  );
}
