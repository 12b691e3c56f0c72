import { useRef, useState } from 'react';
import { rupiah, type Rupiah } from '../../../domain/money.ts';
import { VoucherCode } from '../../../domain/payments/voucher.ts';
import { useText } from '../../ui/use-text.ts';
import { ConfirmButton } from '../shifts/ConfirmButton.tsx';
import { LineField } from '../shifts/LineField.tsx';
import { SheetColumns } from '../shifts/Sheet.tsx';
import { SheetFailure } from '../shifts/SheetFailure.tsx';
import { useDoing } from '../shifts/use-doing.ts';
import { till } from '../till-client.ts';
import { leaveTender, takeTender } from './take-tender.ts';
import styles from './TenderSheet.module.css';

/** Longest text of a code: with its prefix, blanks and dashes. */
const CODE_LETTERS = 40;

/** A voucher as the till knows it. */
interface Known {
  readonly code: string;
  readonly amountRupiah: Rupiah;
  /** Of the receipt that gave it out. */
  readonly number: string;
}

/** A voucher of the stall's own: looked at first, then used for what is left to pay. */
export function CreditTender({ amountRupiah }: { readonly amountRupiah: Rupiah }) {
  const say = useText();
  const [text, setText] = useState('');
  const [known, setKnown] = useState<Known | null>(null);
  const { isBusy, error, run, clear } = useDoing(() => undefined);
  const button = useRef<HTMLButtonElement>(null);
  const code = VoucherCode.safeParse(text);
  const usedRupiah = rupiah(Math.min(known?.amountRupiah ?? 0, amountRupiah));
  const read = (): void => {
    if (!code.success) return;
    run(async () => {
      const { amountRupiah: worth, number } = await till.payments.voucher({ code: text });
      setKnown({ code: code.data, amountRupiah: rupiah(worth), number });
      button.current?.focus();
    });
  };
  const use = (): void => {
    if (known) takeTender({ kind: 'credit', amountRupiah: usedRupiah, code: known.code }, 0);
  };
  return (
    <SheetColumns
      title={say.text('payments.kind.credit')}
      isBusy={isBusy}
      onClose={leaveTender}
      side={
        <>
          {known && <Worth known={known} usedRupiah={usedRupiah} />}
          <div className={styles.spring} />
          <SheetFailure error={error} />
          <ConfirmButton
            ref={button}
            isOff={isBusy || (!known && !code.success)}
            onPress={known ? use : read}
          >
            {say.text(
              known
                ? 'payments.takeVoucher'
                : code.success
                  ? 'payments.voucherRead'
                  : 'payments.voucherNeeded',
            )}
          </ConfirmButton>
        </>
      }
    >
      <LineField
        label={say.text('payments.voucherCode')}
        how={say.text('payments.voucherHow')}
        lengthMax={CODE_LETTERS}
        value={text}
        onValue={(value) => {
          setText(value);
          setKnown(null);
          clear();
        }}
        onEnter={read}
        isFirst
      />
    </SheetColumns>
  );
}

interface WorthProps {
  readonly known: Known;
  readonly usedRupiah: Rupiah;
}

/** What a voucher is worth, what of it is used, and what is left of it. */
function Worth({ known: { amountRupiah, number }, usedRupiah }: WorthProps) {
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
