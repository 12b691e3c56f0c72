import { Button, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { TEXT_MAX, TITLE_MAX } from '../../../domain/down/item.ts';
import { useText } from '../../ui/use-text.ts';
import { useActId } from '../../ui/use-act-id.ts';
import { DateField } from '../dates/DateField.tsx';
import { todayInWib } from '../today-in-wib.ts';
import { failureWords } from '../system/failure-words.ts';
import form from '../system/form.module.css';
import { refuseBlank } from '../system/refuse-blank.ts';
import { ChooseTo, everybody } from './ChooseTo.tsx';
import { useNoticeActs } from './use-notices.ts';

/** What all tills, or some, are told, and when it holds. */
export function AnnouncementForm({ onDone }: { readonly onDone: () => void }) {
  const say = useText();
  const { announce } = useNoticeActs();
  const ids = useActId();
  const [to, setTo] = useState(everybody);
  const [title, setTitle] = useState('');
  const [text, setText] = useState('');
  const [today] = useState(todayInWib);
  const [from, setFrom] = useState<string>(today);
  const [until, setUntil] = useState('');
  return (
    <form
      className={form.form}
      onSubmit={(event) => {
        event.preventDefault();
        const said = { to, title, text, from, until: until === '' ? null : until };
        announce.mutate({ id: ids.of(said), ...said }, { onSuccess: onDone });
      }}
    >
      <ChooseTo to={to} onTo={setTo} />
      <TextInput
        data-autofocus
        required
        label={say.text('notices.title')}
        maxLength={TITLE_MAX}
        value={title}
        onChange={({ currentTarget }) => {
          refuseBlank(currentTarget, say.text('console.blank'));
          setTitle(currentTarget.value);
        }}
      />
      <Textarea
        required
        autosize
        minRows={3}
        label={say.text('notices.text')}
        maxLength={TEXT_MAX}
        value={text}
        onChange={({ currentTarget }) => {
          refuseBlank(currentTarget, say.text('console.blank'));
          setText(currentTarget.value);
        }}
      />
      <div className={form.dates}>
        <DateField isLabelSeen label={say.text('notices.from')} date={from} onDate={setFrom} />
        <DateField
          isLabelSeen
          isOptional
          label={say.text('notices.until')}
          description={say.text('notices.untilNone')}
          min={from > today ? from : today} // nobody would read what is over
          date={until}
          onDate={setUntil}
        />
      </div>
      {announce.error && <p role="alert">{failureWords(announce.error, say)}</p>}
      <Button type="submit" loading={announce.isPending}>
        {say.text('notices.send')}
      </Button>
    </form>
  );
}
