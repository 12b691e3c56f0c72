import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '../../ui/use-text.ts';
import { isRefused } from '../hub-client.ts';
import { failureWords, notReadWords } from '../system/failure-words.ts';
import form from '../system/form.module.css';

/** Something that has to be known before an act is sent, as react-query has it. */
interface Needed {
  readonly data: unknown;
  readonly error: Error | null;
  readonly refetch: () => Promise<unknown>;
}

interface ActFormProps {
  /** An act that runs one at a time, as useFeeAct() has it. */
  readonly act: { readonly isPending: boolean; readonly error: Error | null };
  /** What its button says. */
  readonly button: string;
  /** Why it cannot be sent as it stands; empty where it can. */
  readonly fault?: string;
  /** What it is made of; until all of it was read it cannot be sent. */
  readonly needs?: readonly Needed[];
  /** Whether nothing else is on its way that belongs to it. */
  readonly isReady?: boolean;
  readonly onSend: () => void;
  readonly children: ReactNode;
}

/** The fields of an act, why it failed, and the button that sends it; Enter sends it too. */
export function ActForm(props: ActFormProps) {
  const { act, button, fault = '', needs = [], isReady = true, onSend, children } = props;
  const say = useText();
  const missing = needs.filter(({ data }) => data === undefined);
  const failed = missing.find(({ error }) => error !== null);
  const isKnown = isReady && missing.length === 0;
  // It was booked with what was sent first: whoever read that begins anew.
  const isBooked = isRefused(act.error) && act.error.code === 'ACT_ID_REUSED';
  return (
    <form
      className={form.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (fault === '' && isKnown && !isBooked) onSend();
      }}
    >
      {children}
      {act.error && <p role="alert">{failureWords(act.error, say)}</p>}
      {failed && (
        <>
          <p role="alert">{notReadWords(failed.error, say)}</p>
          <Button
            className={form.again ?? ''}
            variant="default"
            onClick={() => void failed.refetch()}
          >
            {say.text('console.tryAgain')}
          </Button>
        </>
      )}
      {fault !== '' && <p role="status">{fault}</p>}
      <Button
        type="submit"
        disabled={failed !== undefined || isBooked} // the words above it say why
        loading={act.isPending || (!isKnown && !failed)}
      >
        {button}
      </Button>
    </form>
  );
}
