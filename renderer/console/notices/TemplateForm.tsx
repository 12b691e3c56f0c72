import { Button, FileInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { TEMPLATE_CHARACTERS_MAX, TITLE_MAX } from '../../../domain/down/item.ts';
import { LapakError } from '../../../domain/errors.ts';
import { readText } from '../../ui/read-text.ts';
import { useText } from '../../ui/use-text.ts';
import { useActId } from '../../ui/use-act-id.ts';
import { failureWords } from '../system/failure-words.ts';
import form from '../system/form.module.css';
import { refuseBlank } from '../system/refuse-blank.ts';
import { ChooseTo, everybody } from './ChooseTo.tsx';
import { useNoticeActs } from './use-notices.ts';

/** A catalog file that stalls may take in: whom it is offered to, and as what. */
export function TemplateForm({ onDone }: { readonly onDone: () => void }) {
  const say = useText();
  const { publish } = useNoticeActs();
  const ids = useActId();
  const [to, setTo] = useState(everybody);
  const [name, setName] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const [unread, setUnread] = useState('');
  const send = async (chosen: File): Promise<void> => {
    setUnread('');
    try {
      const csv = await readText(chosen, TEMPLATE_CHARACTERS_MAX);
      const offered = { to, name: name || chosen.name, csv };
      publish.mutate({ id: ids.of(offered), ...offered }, { onSuccess: onDone });
    } catch (error) {
      setUnread(error instanceof LapakError ? say.failure(error) : failureWords(error, say));
    }
  };
  const failure = publish.error ? failureWords(publish.error, say) : unread;
  return (
    <form
      className={form.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (file) void send(file);
      }}
    >
      <ChooseTo to={to} onTo={setTo} />
      <FileInput
        required
        label={say.text('notices.csv')}
        description={say.text('notices.csvHow')}
        placeholder={say.text('notices.csvPick')}
        accept=".csv,.txt,text/csv"
        value={file}
        onChange={setFile}
      />
      <TextInput
        label={say.text('notices.name')}
        placeholder={file?.name ?? ''}
        maxLength={TITLE_MAX}
        value={name}
        onChange={({ currentTarget }) => {
          refuseBlank(currentTarget, say.text('console.blank'));
          setName(currentTarget.value);
        }}
      />
      {failure !== '' && <p role="alert">{failure}</p>}
      <Button type="submit" loading={publish.isPending}>
        {say.text('notices.send')}
      </Button>
    </form>
  );
}
