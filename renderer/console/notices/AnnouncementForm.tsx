import { Button, Textarea, TextInput } from '@mantine/core';
import { type RefObject, useRef, useState } from 'react';
import { TEXT_MAX, TITLE_MAX } from '../../../domain/down/item.ts';
import { businessDate, zones } from '../../../domain/time.ts';
import { type Say, useText } from '../../ui/use-text.ts';
import { useActId } from '../../ui/use-act-id.ts';
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
  const [today] = useState(() => businessDate(Date.now(), zones.WIB, 0));
  const [dates, setDates] = useState<Dates>({ from: today, until: '' });
  const untilField = useRef<HTMLInputElement>(null);
  const [isTried, setIsTried] = useState(false); // a date that is half typed is no fault yet
  const fault = faultOf(dates, today, say);
  return (
    <form
      className={form.form}
      onSubmit={(event) => {
        event.preventDefault();
        setIsTried(true);
        if (fault !== null) return untilField.current?.focus();
        const { from, until } = dates;
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
      <DateFields
        dates={dates}
        onDates={setDates}
        fault={isTried ? fault : null}
        untilField={untilField}
      />
      {announce.error && <p role="alert">{failureWords(announce.error, say)}</p>}
      <Button type="submit" loading={announce.isPending}>
        {say.text('notices.send')}
      </Button>
    </form>
  );
}

/** As they are typed; nothing for none. */
interface Dates {
  readonly from: string;
  readonly until: string;
}

interface DateFieldsProps {
  readonly dates: Dates;
  readonly onDates: (dates: Dates) => void;
  readonly fault: string | null;
  readonly untilField: RefObject<HTMLInputElement | null>;
}

function DateFields({ dates, onDates, fault, untilField }: DateFieldsProps) {
  const say = useText();
  return (
    <div className={form.dates}>
      <TextInput
        required
        type="date"
        label={say.text('notices.from')}
        value={dates.from}
        onChange={(event) => onDates({ ...dates, from: event.currentTarget.value })}
      />
      <TextInput
        ref={untilField}
        type="date"
        error={fault}
        label={say.text('notices.until')}
        description={say.text('notices.untilNone')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={dates.until}
        onChange={(event) => onDates({ ...dates, until: event.currentTarget.value })}
      />
    </div>
  );
}

/** Why nobody would read it with such a last date; null where somebody does. */
function faultOf({ from, until }: Dates, today: string, say: Say): string | null {
  if (until === '') return null;
  if (until < today) return say.text('error.announcementOver');
  return until < from ? say.text('notices.backwards') : null;
}
