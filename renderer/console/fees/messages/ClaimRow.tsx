import { Button } from '@mantine/core';
import type { StallMessage } from '../../../../domain/fees/matters/message-contract.ts';
import { creditWords } from '../../../../domain/fees/papers/paper-words.ts';
import { writtenDate } from '../../../../domain/time.ts';
import { useText } from '../../../ui/use-text.ts';
import { addressOf } from '../../route.ts';
import { Ago } from '../../system/Ago.tsx';
import card from '../../system/card.module.css';
import { fees } from '../fees-route.ts';
import { Photo } from '../photo/Photo.tsx';
import styles from './messages.module.css';

interface ClaimRowProps {
  readonly mall: string;
  readonly message: StallMessage;
  readonly onDo: (what: 'book' | 'link' | 'refuse') => void;
}

/** That a stall says it has paid: how much, how, when, and its photo. */
export function ClaimRow({ mall, message, onDo }: ClaimRowProps) {
  const say = useText();
  const { stall, name, number, said, photo, receivedAtMs } = message;
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
      </span>
      <span className={styles.sum}>{say.money(amount)}</span>
      <span className={styles.acts}>
        {photo !== null && <Photo sha256={photo} of={name} />}
        <Button onClick={() => onDo('book')}>{say.text('console.fees.messages.book')}</Button>
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
