import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { REASON_MAX } from '../../../domain/down/item.ts';
import { zonedStamp, zones } from '../../../domain/time.ts';
import { useText } from '../../ui/use-text.ts';
import card from '../system/card.module.css';
import { failureWords } from '../system/failure-words.ts';
import form from '../system/form.module.css';
import { refuseBlank } from '../system/refuse-blank.ts';
import { Read } from '../system/Read.tsx';
import { useNoticeActs, useRequestOf } from './use-notices.ts';

interface AskBodyProps {
  readonly stall: string;
  readonly leaf: string;
}

/** Asks the till for the details of one record, with a reason; then what became of that. */
export function AskBody({ stall, leaf }: AskBodyProps) {
  const say = useText();
  const request = useRequestOf(stall, leaf);
  return (
    <Read of={request}>
      {({ notice }) =>
        notice?.request && notice.request.state !== 'withdrawn' ? (
          <p role="status">
            <strong>{say.text(`notices.state.${notice.request.state}`)}.</strong>{' '}
            {say.text('notices.asked', {
              by: notice.request.by,
              stamp: zonedStamp(notice.madeAtMs, zones.WIB),
              reason: notice.text,
            })}
          </p>
        ) : (
          <AskForm stall={stall} leaf={leaf} />
        )
      }
    </Read>
  );
}

function AskForm({ stall, leaf }: AskBodyProps) {
  const say = useText();
  const [reason, setReason] = useState('');
  const { askBody } = useNoticeActs();
  return (
    <form
      className={form.form}
      onSubmit={(event) => {
        event.preventDefault();
        askBody.mutate({ stall, leaf, reason });
      }}
    >
      <p className={card.soft}>{say.text('notices.askHow')}</p>
      <TextInput
        required
        label={say.text('notices.reason')}
        maxLength={REASON_MAX}
        value={reason}
        onChange={({ currentTarget }) => {
          refuseBlank(currentTarget, say.text('console.blank'));
          setReason(currentTarget.value);
        }}
      />
      {askBody.error && <p role="alert">{failureWords(askBody.error, say)}</p>}
      <Button type="submit" variant="default" loading={askBody.isPending}>
        {say.text('notices.ask')}
      </Button>
    </form>
  );
}
