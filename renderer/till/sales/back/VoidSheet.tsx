import { useRef, useState } from 'react';
import type { Receipt } from '../../../../domain/sales/receipt.ts';
import type { RefundQuote } from '../../../../domain/sales/refund.ts';
import { BACK_REASON_MAX } from '../../../../domain/sales/returned.ts';
import sheet from '../../../ui/sheet.module.css';
import { useNotices } from '../../../ui/Notice.tsx';
import { useFormId } from '../../../ui/use-act-id.ts';
import { useText } from '../../../ui/use-text.ts';
import { ConfirmButton } from '../../shifts/ConfirmButton.tsx';
import { LineField } from '../../shifts/LineField.tsx';
import { SheetColumns } from '../../shifts/Sheet.tsx';
import { SheetFailure } from '../../shifts/SheetFailure.tsx';
import { useDoing } from '../../shifts/use-doing.ts';
import { till } from '../../till-client.ts';
import { onceAnswered } from './once-answered.ts';
import styles from './RefundSheet.module.css';

interface VoidSheetProps {
  readonly receipt: Receipt;
  /** Undefined until it has come. */
  readonly quote: RefundQuote | undefined;
  readonly onBusy: (isBusy: boolean) => void;
  readonly onDone: (receipt: Receipt) => void;
  readonly onClose: () => void;
}

/** Takes a sale of this shift back whole, as it was paid: it was rung up by mistake. */
export function VoidSheet({ receipt, quote, onBusy, onDone, onClose }: VoidSheetProps) {
  const say = useText();
  const notices = useNotices();
  const [reason, setReason] = useState('');
  const { isBusy, error, run } = useDoing(onBusy);
  const button = useRef<HTMLButtonElement>(null);
  const { number, totalRupiah } = receipt;
  const ids = useFormId(`void ${number}`);
  const isTold = reason.trim() !== '';
  const noVoid = quote?.noVoid ?? null;
  const book = (): void => {
    if (!isTold || noVoid !== null) return;
    run(async () => {
      const order = { number, reason: reason.trim() };
      const id = ids.of(order);
      const taken = await onceAnswered(id, till.sales.void({ id, ...order }));
      notices.done((now) => now.text('back.voided', { number }));
      onDone(taken);
    });
  };
  return (
    <SheetColumns
      title={say.text('back.voidTitle', { number })}
      isBusy={isBusy}
      onClose={onClose}
      side={
        <>
          <p className={styles.due}>
            <span>{say.text('back.out')}</span>
            <strong>{say.money(totalRupiah)}</strong>
          </p>
          {noVoid !== null && (
            <p className={sheet.warning} role="alert">
              {say.text(`back.noVoid.${noVoid}`)}
            </p>
          )}
          <SheetFailure error={error} />
        </>
      }
      foot={
        <ConfirmButton ref={button} isOff={isBusy || !isTold || noVoid !== null} onPress={book}>
          {say.text(isBusy ? 'back.booking' : isTold ? 'back.void' : 'back.reasonNeeded')}
        </ConfirmButton>
      }
    >
      <p className={styles.how}>{say.text('back.voidHow')}</p>
      <LineField
        label={say.text('back.reason')}
        how={say.text('back.reasonHow')}
        lengthMax={BACK_REASON_MAX}
        value={reason}
        onValue={setReason}
        onEnter={() => button.current?.focus()}
        isFirst
      />
    </SheetColumns>
  );
}
