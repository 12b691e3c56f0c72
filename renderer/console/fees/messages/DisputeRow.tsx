import { Button } from '@mantine/core';
import { useState } from 'react';
import type { FeeDispute } from '../../../../domain/fees/matters/dispute-contract.ts';
import { chargeWords, periodWords } from '../../../../domain/fees/papers/paper-words.ts';
import { writtenDate } from '../../../../domain/time.ts';
import { type Say, useText } from '../../../ui/use-text.ts';
import { addressOf } from '../../route.ts';
import card from '../../system/card.module.css';
import { Dialog } from '../../system/Dialog.tsx';
import { Chip } from '../Chip.tsx';
import { fees } from '../fees-route.ts';
import { Photo } from '../photo/Photo.tsx';
import { CreditForm, SettleForm } from './DisputeForms.tsx';
import styles from './messages.module.css';

interface DisputeRowProps {
  readonly mall: string;
  readonly dispute: FeeDispute;
}

/** What a stall disputes, in its own words; answered, and credited where it was right. */
export function DisputeRow({ mall, dispute }: DisputeRowProps) {
  const say = useText();
  const [doing, setDoing] = useState<'uphold' | 'reject' | 'credit' | null>(null);
  const { stall, name, number, on, text, photo, outcome, answer, isCredited, charge } = dispute;
  const close = (): void => setDoing(null);
  return (
    <div className={styles.row}>
      <span className={styles.what}>
        <a href={addressOf({ ...fees, mall, tab: 'stall', stall })}>{name}</a>
        <span className={card.soft}>
          {[number, stall, writtenDate(on)].filter(Boolean).join(' · ')}
        </span>
        <span>{aboutWords(dispute, say)}</span>
        <q className={styles.said}>{text}</q>
        {answer !== '' && <span className={card.soft}>{answer}</span>}
      </span>
      <Chip tone={outcome === null ? 'warm' : outcome === 'upheld' ? 'good' : 'plain'}>
        {say.text(
          outcome === null ? 'console.fees.messages.waiting' : `console.fees.outcome.${outcome}`,
        )}
      </Chip>
      <span className={styles.acts}>
        {photo !== null && <Photo sha256={photo} of={name} />}
        {outcome === null && (
          <>
            <Button onClick={() => setDoing('uphold')}>
              {say.text('console.fees.messages.uphold')}
            </Button>
            <Button variant="default" onClick={() => setDoing('reject')}>
              {say.text('console.fees.messages.reject')}
            </Button>
          </>
        )}
        {outcome === 'upheld' && !isCredited && charge !== null && (
          <Button onClick={() => setDoing('credit')}>
            {say.text('console.fees.messages.credit')}
          </Button>
        )}
      </span>
      <Dialog
        isOpen={doing !== null}
        title={`${say.text(`console.fees.messages.${doing ?? 'reject'}`)} · ${name}`}
        onClose={close}
        isWide
      >
        {doing === 'credit' && <CreditForm dispute={dispute} onDone={close} />}
        {(doing === 'uphold' || doing === 'reject') && (
          <SettleForm
            dispute={dispute}
            outcome={doing === 'uphold' ? 'upheld' : 'rejected'}
            onDone={close}
          />
        )}
      </Dialog>
    </div>
  );
}

function aboutWords({ charge, reading }: FeeDispute, say: Say): string {
  if (reading !== null) {
    const month = periodWords(reading.period, say);
    return say.text('console.fees.messages.aboutReading', { month, used: reading.usedMilli });
  }
  if (charge === null) return '';
  const what = chargeWords(charge, say);
  return say.text('console.fees.messages.about', { what, amount: charge.amount });
}
