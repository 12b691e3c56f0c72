import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useRef } from 'react';
import type { Invitation } from '../../../domain/enrolment/invitation.ts';
import { Ask } from '../../ui/Ask.tsx';
import { useText } from '../../ui/use-text.ts';
import { CodeField, isPaste } from './CodeField.tsx';
import styles from './HubScreen.module.css';
import { useEnrol } from './use-enrol.ts';

/** The till takes fewer; a second scan may come behind the first. */
const LETTERS_MAX = 300;

interface EnrolFormProps {
  /** What was scanned before the form was there. */
  readonly scanned: Invitation | null;
  /** Whether details are shared with the hub of now. */
  readonly sharesDetails: boolean;
  /** Of a form that is opened beside what is there; none of one that is all there is. */
  readonly onEnd?: () => void;
}

/** Gives this till to a stall: an invitation that is scanned or pasted fills both of its fields. */
export function EnrolForm({ scanned, sharesDetails, onEnd }: EnrolFormProps) {
  const say = useText();
  const first = useRef<HTMLInputElement>(null);
  const act = useRef<HTMLButtonElement>(null);
  const enrolling = useEnrol(scanned, onEnd ?? (() => undefined));
  const { draft, faults, isSending, keyToCompare, change, settle, enrol, compared } = enrolling;
  useEffect(() => {
    // After the page has given the focus to the screen: a scanner types where the focus is.
    const timer = setTimeout(() => (scanned ? act : first).current?.focus());
    return () => clearTimeout(timer);
  }, [scanned]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    enrol();
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <p>{say.text('sync.enrolHow')}</p>
      {sharesDetails && <p>{say.text('sync.enrolTotals')}</p>}
      <TextInput
        ref={first}
        label={say.text('sync.hubField')}
        placeholder="https://hub.example/#K7QF-2M9D-XR4T-8WHB"
        maxLength={LETTERS_MAX}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        data-scans
        value={draft.hub}
        error={faults.hub?.(say)}
        onChange={({ currentTarget: { value }, nativeEvent }) =>
          change('hub', value, isPaste(nativeEvent))
        }
        onBlur={settle}
      />
      <CodeField
        label={say.text('sync.codeField')}
        description={say.text('sync.codeHow')}
        maxLength={LETTERS_MAX}
        value={draft.code}
        error={faults.code?.(say)}
        onChange={(typed, isPasted) => change('code', typed, isPasted)}
        onBlur={settle}
      />
      <div className={styles.acts}>
        <Button ref={act} type="submit" loading={isSending}>
          {say.text('sync.enrolAct')}
        </Button>
        {onEnd && (
          <Button variant="default" onClick={onEnd}>
            {say.text('sync.enrolCancel')}
          </Button>
        )}
      </div>
      <Ask
        isOpen={keyToCompare !== null}
        title={say.text('sync.keyAsk')}
        keep={say.text('sync.keyOther')}
        onKeep={() => compared(false)}
        act={say.text('sync.keySame')}
        onAct={() => compared(true)}
      >
        {say.text('sync.keyAskHow')}
        <strong className={styles.hubKey}>{keyToCompare}</strong>
      </Ask>
    </form>
  );
}
