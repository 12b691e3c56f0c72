import { Button } from '@mantine/core';
import type { FeesState, ShownMessage } from '../../../domain/fees/till-state.ts';
import { type Say, useText } from '../../ui/use-text.ts';
import styles from './Fees.module.css';
import { refusalWords } from './refusal-words.ts';

interface RefusedClaimsProps {
  readonly messages: FeesState['messages'];
  /** Somebody has read it. @param id of the message */
  readonly onRead: (id: string) => void;
}

/** Claims that the mall or its hub did not accept, until somebody has read so. */
export function RefusedClaims({ messages, onRead }: RefusedClaimsProps) {
  const say = useText();
  return messages.filter(isUnread).map((told) =>
    told.message.kind === 'claim' ? (
      <div key={told.id} className={styles.waiting} role="note">
        <p>
          {say.text('fees.refusedClaim', { amount: told.message.amount, why: whyOf(told, say) })}
        </p>
        <Button size="compact-md" variant="default" onClick={() => onRead(told.id)}>
          {say.text('fees.refusedClaimRead')}
        </Button>
      </div>
    ) : null,
  );
}

function isUnread({ state, outcome, isAcknowledged }: ShownMessage): boolean {
  return !isAcknowledged && (state === 'refused' || outcome === 'refused');
}

function whyOf({ state, reason, answer }: ShownMessage, say: Say): string {
  if (state === 'refused') return refusalWords(reason, say);
  return answer === '' ? say.text('fees.outcome.refused') : answer;
}
