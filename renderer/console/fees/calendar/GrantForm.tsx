import { Checkbox } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { FeeClosure, StallRelief } from '../../../../domain/fees/matters/closure-contract.ts';
import { MATTERS_PAGE_MAX } from '../../../../domain/fees/matters/values.ts';
import { chargeWords } from '../../../../domain/fees/papers/paper-words.ts';
import { slicesOf } from '../../../../domain/slices.ts';
import { useActIds } from '../../../ui/use-act-id.ts';
import { useText } from '../../../ui/use-text.ts';
import { hub, hubQuery } from '../../hub-client.ts';
import card from '../../system/card.module.css';
import { More } from '../../system/More.tsx';
import { Read } from '../../system/Read.tsx';
import { ActForm } from '../ActForm.tsx';
import { Chip } from '../Chip.tsx';
import { NoteField } from '../NoteField.tsx';
import { byCursor, useFeeAct } from '../use-fees.ts';
import styles from './calendar.module.css';

interface GrantFormProps {
  readonly closure: FeeClosure;
  readonly onDone: () => void;
}

/** What a closure comes to by stall, and credit notes of it, once for each. */
export function GrantForm({ closure: { id: closure, text }, onDone }: GrantFormProps) {
  const offer = useInfiniteQuery({
    ...hubQuery.matters.offerRelief.infiniteOptions({
      input: (cursor: string) => ({ closure, cursor }),
      ...byCursor,
    }),
    refetchInterval: false,
  });
  return (
    <Read of={offer}>
      {({ pages }) => (
        <Offer
          closure={closure}
          reason={text}
          stalls={pages.flatMap((page) => page.stalls)}
          more={<More of={offer} />}
          onGranted={() => {
            if (!offer.hasNextPage) onDone();
          }}
        />
      )}
    </Read>
  );
}

interface OfferProps {
  readonly closure: string;
  readonly reason: string;
  readonly stalls: readonly StallRelief[];
  /** Behind the stalls: the way to those that were not asked for yet. */
  readonly more: ReactNode;
  /** All that were chosen have their credit. */
  readonly onGranted: () => void;
}

function Offer({ closure, reason, stalls, more, onGranted }: OfferProps) {
  const say = useText();
  const grant = useFeeAct(grantAll);
  const ids = useActIds();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [note, setNote] = useState(reason);
  const chosen = stalls.filter((one) => isPossible(one) && !left.has(one.stall));
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
        const onSuccess = ({ refused }: Granted): void => {
          if (refused.length === 0) onGranted();
        };
        grant.mutate({ closure, stalls: given, note }, { onSuccess });
      }}
    >
      <p>{say.text('console.fees.calendar.grantHow')}</p>
      <ul className={card.list} aria-label={say.text('console.fees.calendar.grant')}>
        {stalls.map((one) => (
          <ReliefRow
            key={one.stall}
            of={one}
            isTicked={!left.has(one.stall)}
            onTick={(isTicked) => tick(one.stall, isTicked)}
          />
        ))}
      </ul>
      {more}
      <NoteField isReason note={note} onNote={setNote} />
      {grant.data?.refused.map(({ stall, reason: why }) => (
        <p key={stall} role="alert">
          {say.text(`console.fees.calendar.refused.${why}`, { stall })}
        </p>
      ))}
    </ActForm>
  );
}

function isPossible({ isGranted, total }: StallRelief): boolean {
  return !isGranted && total > 0;
}

interface ReliefRowProps {
  readonly of: StallRelief;
  readonly isTicked: boolean;
  readonly onTick: (isTicked: boolean) => void;
}

function ReliefRow({ of, isTicked, onTick }: ReliefRowProps) {
  const say = useText();
  const { name, parts, total, isGranted } = of;
  return (
    <li className={styles.relief}>
      <Checkbox
        aria-label={name}
        checked={isPossible(of) && isTicked}
        disabled={!isPossible(of)}
        onChange={(event) => onTick(event.currentTarget.checked)}
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
  );
}

type Granted = Pick<Awaited<ReturnType<typeof hub.matters.grantRelief>>, 'refused'>;

/** Grants however many stalls their credit, so many at a time as the hub takes. */
async function grantAll(given: Parameters<typeof hub.matters.grantRelief>[0]): Promise<Granted> {
  const refused: Granted['refused'] = [];
  for (const stalls of slicesOf(given.stalls, MATTERS_PAGE_MAX)) {
    refused.push(...(await hub.matters.grantRelief({ ...given, stalls })).refused);
  }
  return { refused };
}
