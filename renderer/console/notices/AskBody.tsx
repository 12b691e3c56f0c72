import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { REASON_MAX } from '../../../domain/down/item.ts';
import type { Notice } from '../../../domain/down/manage-contract.ts';
import { zonedStamp, zones } from '../../../domain/time.ts';
import { useText } from '../../ui/use-text.ts';
import card from '../system/card.module.css';
import { failureWords } from '../system/failure-words.ts';
import form from '../system/form.module.css';
import { refuseBlank } from '../system/refuse-blank.ts';
import { Read } from '../system/Read.tsx';
import styles from './AskBody.module.css';
import { useNoticeActs, useRequestOf } from './use-notices.ts';

interface AskBodyProps {
  readonly stall: string;
  readonly leaf: string;
}

/** Asks the till for the details of one record, with a reason; then what became of that. */
export function AskBody({ stall, leaf }: AskBodyProps) {
  const request = useRequestOf(stall, leaf);
  return (
    <Read of={request}>
      {({ notice }) =>
        notice?.request && notice.request.state !== 'withdrawn' ? (
          <Asked notice={notice} />
        ) : (
          <AskForm stall={stall} leaf={leaf} />
        )
      }
    </Read>
  );
}

/** Who asked for details that are there, when and why; nothing where nobody had to. */
export function RequestOf({ stall, leaf }: AskBodyProps) {
  const { data } = useRequestOf(stall, leaf);
  return data?.notice?.request?.state === 'taken' && <Asked notice={data.notice} />;
}

function Asked({ notice }: { readonly notice: Notice }) {
  const say = useText();
  if (notice.request === null) return null;
  const { by, state } = notice.request;
  return (
    <p role="status" className={styles.asked}>
      <strong>{say.text(`notices.state.${state}`)}.</strong>{' '}
      {say.text('notices.asked', {
        by,
        stamp: zonedStamp(notice.madeAtMs, zones.WIB),
        reason: notice.text,
      })}
    </p>
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
