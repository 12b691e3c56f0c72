import { Button, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Profile } from '../../../../../domain/fees/bank/profile.ts';
import { profileIdOf } from '../../../../../domain/fees/bank/teach/make-profile.ts';
import { useText } from '../../../../ui/use-text.ts';
import { hub, hubQuery } from '../../../hub-client.ts';
import { failureWords } from '../../../system/failure-words.ts';
import form from '../../../system/form.module.css';
import { refuseBlank } from '../../../system/refuse-blank.ts';
import { useAct } from '../../../system/use-act.ts';
import { useProfiles } from '../use-bank.ts';
import styles from './TeachPage.module.css';
import type { Lesson } from './use-sample.ts';
import { profileText } from './use-trial.ts';

interface SaveProfileProps {
  readonly base: Profile | null;
  readonly lesson: Lesson;
  readonly isCopy: boolean;
  /** Whether the sample is read by it, as it stands. */
  readonly isReadable: boolean;
  readonly onSaved: (
    profile: { readonly id: string; readonly name: string },
    file: File | null,
  ) => void;
}

/** The name of what was taught, and the end of the lesson. */
export function SaveProfile({ base, lesson, isCopy, isReadable, onSaved }: SaveProfileProps) {
  const say = useText();
  const client = useQueryClient();
  const profiles = useProfiles();
  const before = base?.name ?? '';
  const [name, setName] = useState(
    isCopy ? say.text('console.teach.copyName', { name: before }) : before,
  );
  const save = useAct({
    mutationFn: async (content: string) => await hub.bank.saveProfile({ content }),
    onSuccess: () => client.invalidateQueries({ queryKey: hubQuery.bank.profiles.key() }),
  });
  const send = (isTaken: boolean): void => {
    if (!isReadable || !profiles.data) return;
    const taken = new Set(profiles.data.profiles.map(({ id }) => id));
    const id = base && !isCopy ? base.id : profileIdOf(name, taken);
    save.mutate(profileText(lesson, base, { id, name: name.trim() }), {
      onSuccess: (saved) => onSaved(saved, isTaken ? lesson.sample.file : null),
    });
  };
  const canSave = isReadable && profiles.data !== undefined;
  return (
    <form
      className={form.form}
      onSubmit={(event) => {
        event.preventDefault();
        const { submitter } = event.nativeEvent;
        send(submitter?.dataset.take !== undefined);
      }}
    >
      <TextInput
        required
        label={say.text('console.teach.name')}
        description={say.text('console.teach.nameHow')}
        autoComplete="off"
        maxLength={80}
        value={name}
        onChange={({ currentTarget }) => {
          refuseBlank(currentTarget, say.text('console.teach.nameBlank'));
          setName(currentTarget.value);
        }}
      />
      {save.error && <p role="alert">{failureWords(save.error, say)}</p>}
      {!isReadable && <p>{say.text('console.teach.saveLater')}</p>}
      <div className={styles.acts}>
        <Button
          type="submit"
          data-take
          variant="default"
          loading={save.isPending}
          disabled={!canSave}
        >
          {say.text('console.teach.saveAndTake')}
        </Button>
        <Button type="submit" loading={save.isPending} disabled={!canSave}>
          {say.text('console.teach.save')}
        </Button>
      </div>
    </form>
  );
}
