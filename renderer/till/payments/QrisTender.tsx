import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import type { Rupiah } from '../../../domain/money.ts';
import { readStaticQris } from '../../../domain/payments/qris.ts';
import { dynamicQris } from '../../../domain/payments/qris-dynamic.ts';
import { QrCode } from '../../ui/QrCode.tsx';
import { useText } from '../../ui/use-text.ts';
import { useTraining } from '../sales/TrainingBand.tsx';
import { TrainingMark } from '../sales/TrainingMark.tsx';
import { SheetColumns } from '../shifts/Sheet.tsx';
import { OverWarning } from './OverWarning.tsx';
import { StateButtons } from './StateButtons.tsx';
import { leaveTender, takeTender, useOver } from './take-tender.ts';
import { TenderFoot } from './TenderFoot.tsx';
import styles from './TenderSheet.module.css';

interface QrisTenderProps {
  readonly amountRupiah: Rupiah;
  /** The stall's own static QRIS; empty where it has told none. */
  readonly qris: string;
}

type Code = 'amount' | 'fixed';

/** The QRIS to scan, large; and whether the money has come, which is asked and never assumed. */
export function QrisTender({ amountRupiah, qris }: QrisTenderProps) {
  const say = useText();
  const [code, setCode] = useState<Code>('amount');
  const overRupiah = useOver(amountRupiah);
  const isTraining = useTraining();
  const asked = qris === '' ? 'payments.askSticker' : 'payments.askQris';
  const merchant = qris === '' ? '' : readStaticQris(qris).merchant;
  const shown = code === 'fixed' || qris === '' ? qris : dynamicQris(qris, amountRupiah);
  return (
    <SheetColumns
      title={say.text('payments.kind.qris')}
      act={<TrainingMark />}
      isBusy={false}
      onClose={leaveTender}
      side={
        <>
          <p className={styles.ask}>{say.text(isTraining ? 'payments.askNobody' : asked)}</p>
          {qris !== '' && (
            <SegmentedControl
              fullWidth
              aria-label={say.text('payments.whichCode')}
              data={[
                { value: 'amount', label: say.text('payments.withAmount') },
                { value: 'fixed', label: say.text('payments.withoutAmount') },
              ]}
              value={code}
              onChange={setCode}
            />
          )}
          {code === 'fixed' && (
            <p className={styles.how}>
              {say.text('payments.withoutAmountHow', { amount: amountRupiah })}
            </p>
          )}
          <OverWarning overRupiah={overRupiah} />
        </>
      }
      foot={
        <TenderFoot>
          <StateButtons
            isOff={false}
            onState={(state) => takeTender({ kind: 'qris', amountRupiah, state }, overRupiah)}
          />
        </TenderFoot>
      }
    >
      <p className={styles.amount}>
        <span>{merchant}</span>
        <strong>{say.money(amountRupiah)}</strong>
      </p>
      {isTraining && <p className={styles.nobody}>{say.text('payments.noQris')}</p>}
      {qris !== '' && (
        <div className={styles.code}>
          <QrCode
            text={isTraining ? say.text('payments.noQris') : shown}
            label={
              isTraining
                ? say.text('payments.noQris')
                : say.text('payments.qrisCode', { merchant, amount: amountRupiah })
            }
          />
        </div>
      )}
    </SheetColumns>
  );
}
