import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '../../ui/use-text.ts';
import { failureWords } from '../system/failure-words.ts';
import form from '../system/form.module.css';

interface ActFormProps {
  /** An act that runs one at a time, as useFeeAct() has it. */
  readonly act: { readonly isPending: boolean; readonly error: Error | null };
  /** What its button says. */
  readonly button: string;
  /** Why it cannot be sent as it stands; empty where it can. */
  readonly fault?: string;
  /** Whether what it is made of has been read; until then it cannot be sent. */
  readonly isReady?: boolean;
  readonly onSend: () => void;
  readonly children: ReactNode;
}

/** The fields of an act, why it failed, and the button that sends it; Enter sends it too. */
export function ActForm(props: ActFormProps) {
  const { act, button, fault = '', isReady = true, onSend, children } = props;
  const say = useText();
  return (
    <form
      className={form.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (fault === '' && isReady) onSend();
      }}
    >
      {children}
      {act.error && <p role="alert">{failureWords(act.error, say)}</p>}
      {fault !== '' && <p role="status">{fault}</p>}
      <Button type="submit" loading={act.isPending || !isReady}>
        {button}
      </Button>
    </form>
  );
}
