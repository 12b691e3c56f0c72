import { Button } from '@mantine/core';
import { useState } from 'react';
import type { FeeNotice } from '../../../../domain/fees/matters/notice-contract.ts';
import { writtenDate } from '../../../../domain/time.ts';
import { useText } from '../../../ui/use-text.ts';
import card from '../../system/card.module.css';
import { Chip } from '../Chip.tsx';
import { LetterOne } from '../papers/LetterOne.tsx';
import { PaperDialog } from '../papers/PaperDialog.tsx';
import { Photo } from '../photo/Photo.tsx';
import { DeliverDialog } from './DeliverDialog.tsx';
import styles from './LetterRow.module.css';

interface LetterRowProps {
  readonly letter: FeeNotice;
  /** Whether its stall is named: on a page of one stall it is known. */
  readonly isNamed?: boolean;
}

/** A letter: its number, what it is about, and whether it was handed over. */
export function LetterRow({ letter, isNamed = false }: LetterRowProps) {
  const say = useText();
  const [isOpen, setIsOpen] = useState(false);
  const [isRead, setIsRead] = useState(false);
  const {
    paperNumber: number,
    level,
    name,
    stall,
    on,
    until,
    owed,
    deliveredOn,
    deliveredHow,
    photo,
  } = letter;
  const how = deliveredHow === null ? '' : say.text(`console.fees.letter.how.${deliveredHow}`);
  return (
    <div className={styles.row}>
      <span className={styles.what}>
        <strong>{isNamed ? `${name} · ${stall}` : number}</strong>
        <span className={card.soft}>
          {isNamed && `${number} · `}
          {say.text('console.fees.letter.on', { on: writtenDate(on), until: writtenDate(until) })}
        </span>
      </span>
      <span className={styles.state}>
        <Chip tone={deliveredOn === null ? 'warm' : 'good'}>
          {say.text(`console.fees.level.${level}`)}
        </Chip>
        <span className={card.soft}>
          {deliveredOn === null
            ? say.text('console.fees.letter.undelivered')
            : say.text('console.fees.letter.delivered', { on: writtenDate(deliveredOn), how })}
        </span>
      </span>
      <span className={card.figure}>{say.money(owed)}</span>
      <span className={styles.acts}>
        {photo !== null && <Photo sha256={photo} of={number} />}
        <Button variant="default" onClick={() => setIsRead(true)}>
          {say.text('console.fees.paper.letter')}
        </Button>
        {deliveredOn === null && (
          <Button variant="default" onClick={() => setIsOpen(true)}>
            {say.text('console.fees.letter.deliver')}
          </Button>
        )}
      </span>
      <PaperDialog isOpen={isRead} title={`${number} · ${name}`} onClose={() => setIsRead(false)}>
        <LetterOne letter={letter} />
      </PaperDialog>
      <DeliverDialog letter={letter} isOpen={isOpen} onClose={() => setIsOpen(false)} />
    </div>
  );
}
