import { Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { FeeClosure, StallRelief } from '../../../../domain/fees/matters/closure-contract.ts';
import { chargeWords } from '../../../../domain/fees/papers/paper-words.ts';
import { useActIds } from '../../../ui/use-act-id.ts';
import { useText } from '../../../ui/use-text.ts';
import { hub, hubQuery } from '../../hub-client.ts';
import card from '../../system/card.module.css';
import { Read } from '../../system/Read.tsx';
import { ActForm } from '../ActForm.tsx';
import { Chip } from '../Chip.tsx';
import { NoteField } from '../NoteField.tsx';
import { useFeeAct } from '../use-fees.ts';
import styles from './calendar.module.css';

interface GrantFormProps {
  readonly closure: FeeClosure;
  readonly onDone: () => void;
}

/** What a closure comes to by stall, and credit notes of it, once for each. */
export function GrantForm({ closure: { id: closure, text }, onDone }: GrantFormProps) {
  const offer = useQuery({
    ...hubQuery.matters.offerRelief.queryOptions({ input: { closure } }),
    refetchInterval: false,
  });
  return (
    <Read of={offer}>
      {({ stalls }) => <Offer closure={closure} reason={text} stalls={stalls} onDone={onDone} />}
    </Read>
  );
}

interface OfferProps {
  readonly closure: string;
  readonly reason: string;
  readonly stalls: readonly StallRelief[];
  readonly onDone: () => void;
}

function Offer({ closure, reason, stalls, onDone }: OfferProps) {
  const say = useText();
  const grant = useFeeAct(hub.matters.grantRelief);
  const ids = useActIds();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [note, setNote] = useState(reason);
  const possible = stalls.filter(({ isGranted, total }) => !isGranted && total > 0);
  const chosen = possible.filter(({ stall }) => !left.has(stall));
  const amount = chosen.reduce((sum, { total }) => sum + total, 0);
  const tick = (stall: string, isTicked: boolean): void => {
    const others = [...left].filter((one) => one !== stall);
    setLeft(new Set(isTicked ? others : [...others, stall]));
  };
  return (
    <ActForm
      act={grant}
      button={say.text('console.fees.calendar.grantAct', { amount })}
      fault={chosen.length === 0 ? say.text('console.fees.calendar.grantNone') : ''}
      onSend={() => {
        const given = chosen.map(({ stall }) => ({ id: ids.of([stall, note]), stall }));
        grant.mutate({ closure, stalls: given, note }, { onSuccess: onDone });
      }}
    >
      <p>{say.text('console.fees.calendar.grantHow')}</p>
      <ul className={card.list} aria-label={say.text('console.fees.calendar.grant')}>
        {stalls.map(({ stall, name, parts, total, isGranted }) => (
          <li key={stall} className={styles.relief}>
            <Checkbox
              aria-label={name}
              checked={!isGranted && total > 0 && !left.has(stall)}
              disabled={isGranted || total === 0}
              onChange={(event) => tick(stall, event.currentTarget.checked)}
            />
            <span>
              <strong>{name}</strong>
              {parts.map((part) => (
                <small key={part.charge}>
                  {chargeWords(part, say)}:{' '}
                  {say.text('console.fees.calendar.days', {
                    days: String(part.days),
                    ofDays: String(part.ofDays),
                  })}
                  , {say.money(part.credit)}
                </small>
              ))}
            </span>
            {isGranted ? (
              <Chip tone="good">{say.text('console.fees.calendar.grantDone')}</Chip>
            ) : (
              <b>{say.money(total)}</b>
            )}
          </li>
        ))}
      </ul>
      <NoteField isReason note={note} onNote={setNote} />
    </ActForm>
  );
}
