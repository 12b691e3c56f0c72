import { IconMessage } from '@tabler/icons-react';
import type { FeesState, ShownMessage } from '../../../domain/fees/till-state.ts';
import { localStamp, type OffsetMinutes, writtenDate } from '../../../domain/time.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { type Say, useText } from '../../ui/use-text.ts';
import styles from './Fees.module.css';
import { refusalWords } from './refusal-words.ts';
import { spanWords } from './span-words.ts';
import { ToldPhoto } from './ToldPhoto.tsx';

interface MessageListProps {
  readonly state: FeesState;
  readonly offsetMinutes: OffsetMinutes;
}

/** What the stall told its mall, the newest first, and what became of it. */
export function MessageList({ state, offsetMinutes }: MessageListProps) {
  const say = useText();
  if (state.messages.length === 0) {
    return (
      <EmptyState Icon={IconMessage} title={say.text('fees.noMessages')}>
        {say.text('fees.noMessagesHow')}
      </EmptyState>
    );
  }
  return (
    <div className={styles.list}>
      <ul>
        {state.messages.map((told) => (
          <li key={told.id} className={styles.row}>
            <div>
              <strong>{saidWords(told.message, say)}</strong>
              <span className={styles.soft}>
                {localStamp(told.madeAtMs, offsetMinutes)}
                {told.hasPhoto && `, ${say.text('fees.withPhoto')}`}
              </span>
              {told.answer !== '' && (
                <span>{say.text('fees.answered', { words: told.answer })}</span>
              )}
            </div>
            <mark data-state={told.state}>{stateWords(told, say)}</mark>
            {told.hasPhoto && <ToldPhoto id={told.id} />}
          </li>
        ))}
      </ul>
    </div>
  );
}

function saidWords(message: ShownMessage['message'], say: Say): string {
  switch (message.kind) {
    case 'claim': {
      const { amount, on } = message;
      const how = say.text(`fees.credit.${message.how}`);
      return say.text('fees.said.claim', { amount, how, date: writtenDate(on) });
    }
    case 'dispute':
      return say.text('fees.said.dispute', { text: message.text });
    case 'closure': {
      const why = say.text(`fees.why.${message.why}`);
      return say.text('fees.said.closure', { why, days: spanWords(message) });
    }
    case 'closure-end':
      return say.text('fees.said.closureEnd', { words: message.text });
    case 'seen':
      return say.text('fees.said.seen');
  }
}

const outcomes = ['booked', 'refused', 'upheld', 'rejected', 'withdrawn'] as const;

function stateWords({ state, reason, outcome, came }: ShownMessage, say: Say): string {
  const known = outcomes.find((one) => one === outcome);
  if (known) return say.text(`fees.outcome.${known}`);
  if (came !== '') return say.text('fees.state.came', { kuitansi: came });
  if (state === 'refused') {
    return say.text('fees.state.refused', { why: refusalWords(reason, say) });
  }
  const isTooMany = state === 'waiting' && reason !== '';
  return say.text(isTooMany ? 'fees.state.tooMany' : `fees.state.${state}`);
}
