import { Button } from '@mantine/core';
import type { StallMessage } from '../../../../domain/fees/matters/message-contract.ts';
import { creditWords } from '../../../../domain/fees/papers/paper-words.ts';
import { writtenDate } from '../../../../domain/time.ts';
import { useText } from '../../../ui/use-text.ts';
import { addressOf } from '../../route.ts';
import { Ago } from '../../system/Ago.tsx';
import card from '../../system/card.module.css';
import { failureWords } from '../../system/failure-words.ts';
import { fees } from '../fees-route.ts';
import { Photo } from '../photo/Photo.tsx';
import styles from './messages.module.css';

/** What is done with a claim. */
export type ClaimAct = 'book' | 'link' | 'refuse';

interface ClaimRowProps {
  readonly mall: string;
  readonly message: StallMessage;
  readonly onDo: (what: ClaimAct) => void;
  /** Answers it with what came for it. */
  readonly onAnswer: () => void;
  readonly isBusy: boolean;
  /** Why it was not answered. */
  readonly error: unknown;
}

/** That a stall says it has paid: how much, how, when, and its photo. */
export function ClaimRow({ mall, message, onDo, onAnswer, isBusy, error }: ClaimRowProps) {
  const say = useText();
  const { stall, name, number, said, photo, receivedAtMs, came } = message;
  if (said.kind !== 'claim') return null;
  const { amount, how, on, reference } = said;
  const facts = [
    say.text('console.fees.messages.paidOn', { how: creditWords(how, say), on: writtenDate(on) }),
    ...(reference === '' ? [] : [say.text('console.fees.messages.reference', { reference })]),
  ];
  return (
    <div className={styles.row}>
      <span className={styles.what}>
        <a href={addressOf({ ...fees, mall, tab: 'stall', stall })}>{name}</a>
        <span className={card.soft}>
          {[number, stall].filter(Boolean).join(' · ')} · <Ago atMs={receivedAtMs} />
        </span>
        <span>{facts.join(' · ')}</span>
        {came && (
          <span className={styles.came}>
            {say.text('console.fees.messages.cameAs', {
              kuitansi: came.kuitansi,
              date: writtenDate(came.on),
            })}
          </span>
        )}
      </span>
      <span className={styles.sum}>{say.money(amount)}</span>
      {error !== null && (
        <span className={styles.fault} role="alert">
          {failureWords(error, say)}
        </span>
      )}
      <span className={styles.acts}>
        {photo !== null && <Photo sha256={photo} of={name} />}
        {came && (
          <Button loading={isBusy} onClick={onAnswer}>
            {say.text('console.fees.messages.answer')}
          </Button>
        )}
        <Button variant={came ? 'default' : 'filled'} onClick={() => onDo('book')}>
          {say.text('console.fees.messages.book')}
        </Button>
        <Button variant="default" onClick={() => onDo('link')}>
          {say.text('console.fees.messages.link')}
        </Button>
        <Button variant="subtle" c="var(--loss)" onClick={() => onDo('refuse')}>
          {say.text('console.fees.messages.refuse')}
        </Button>
      </span>
    </div>
  );
}
