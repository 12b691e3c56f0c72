import { Button, FileInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { TITLE_MAX } from '../../../domain/down/item.ts';
import { useText } from '../../ui/use-text.ts';
import { useActId } from '../../ui/use-act-id.ts';
import { failureWords } from '../system/failure-words.ts';
import form from '../system/form.module.css';
import { refuseBlank } from '../system/refuse-blank.ts';
import { ChooseTo, everybody } from './ChooseTo.tsx';
import { TemplateRows } from './TemplateRows.tsx';
import { useCheckedTemplate, useNoticeActs } from './use-notices.ts';

/** A catalog file that stalls may take in: what a till makes of it, whom it is offered to. */
export function TemplateForm({ onDone }: { readonly onDone: () => void }) {
  const say = useText();
  const { publish } = useNoticeActs();
  const checking = useCheckedTemplate();
  const ids = useActId();
  const [to, setTo] = useState(everybody);
  const [name, setName] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const [isTried, setIsTried] = useState(false);
  const { data: checked } = checking;
  const isWithoutRows = checked?.check.goodRows === 0;
  const noRows = isWithoutRows ? say.text('error.templateNoRows') : '';
  const error = publish.error ?? checking.error;
  const failure = error ? failureWords(error, say) : noRows;
  const choose = (chosen: File | null): void => {
    setFile(chosen);
    publish.reset();
    if (chosen) checking.mutate(chosen);
    else checking.reset();
  };
  return (
    <form
      className={form.form}
      onSubmit={(event) => {
        event.preventDefault();
        setIsTried(true);
        if (!file || !checked) return;
        const offered = { to, name: name || file.name, csv: checked.csv };
        publish.mutate({ id: ids.of(offered), ...offered }, { onSuccess: onDone });
      }}
    >
      <ChooseTo to={to} onTo={setTo} />
      <FileInput
        required
        label={say.text('notices.csv')}
        description={say.text('notices.csvHow')}
        placeholder={say.text('notices.csvPick')}
        accept=".csv,.txt,text/csv"
        error={isTried && file === null && say.text('notices.csvNone')}
        value={file}
        onChange={choose}
      />
      {checked && <TemplateRows check={checked.check} />}
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
      <Button
        type="submit"
        loading={publish.isPending || checking.isPending}
        disabled={isWithoutRows || checking.isError} // the alert says why
      >
        {say.text('notices.send')}
      </Button>
    </form>
  );
}
