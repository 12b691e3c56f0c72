import { IconMessageDollar } from '@tabler/icons-react';
import type { StallMessage } from '../../../../domain/fees/matters/message-contract.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { FreshSurface } from '../../../ui/FreshSurface.tsx';
import { useText } from '../../../ui/use-text.ts';
import card from '../../system/card.module.css';
import { type ClaimAct, ClaimRow } from './ClaimRow.tsx';
import { ComeBar } from './ComeBar.tsx';
import { useAnswerCome } from './use-answer-come.ts';

interface ClaimListProps {
  readonly mall: string;
  readonly claims: readonly StallMessage[];
  readonly onDo: (what: ClaimAct, message: StallMessage) => void;
}

/**
 * Claims that wait, above them those whose money is booked at once. Whenever rows come or go, a tap
 * that was meant for another does nothing.
 */
export function ClaimList({ mall, claims, onDo }: ClaimListProps) {
  const say = useText();
  const { mutate: answer, isPending: isBusy, error, variables: asked = [] } = useAnswerCome();
  const come = claims.filter(({ came }) => came !== null);
  const [only] = asked.length === 1 ? asked : [];
  const isOnlyShown = claims.some(({ id }) => id === only?.id);
  return (
    <FreshSurface of={claims.map(({ id, came }) => `${id} ${came?.credit ?? ''}`).join()}>
      <section className={card.card}>
        <ComeBar
          count={come.length}
          isBusy={isBusy && !only}
          error={isOnlyShown ? null : error}
          onAnswer={() => answer(come)}
        />
        {claims.length === 0 ? (
          <EmptyState Icon={IconMessageDollar} title={say.text('console.fees.messages.claimsNone')}>
            {say.text('console.fees.messages.claimsNoneHow')}
          </EmptyState>
        ) : (
          <ul className={card.list} aria-label={say.text('console.fees.messages.claimsList')}>
            {claims.map((message) => (
              <li key={message.id}>
                <ClaimRow
                  mall={mall}
                  message={message}
                  onDo={(what) => onDo(what, message)}
                  onAnswer={() => answer([message])}
                  isBusy={isBusy && message.id === only?.id}
                  error={message.id === only?.id ? error : null}
                />
              </li>
            ))}
          </ul>
        )}
      </section>
    </FreshSurface>
  );
}
