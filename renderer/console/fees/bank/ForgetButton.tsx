import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useText } from '../../../ui/use-text.ts';
import { failureWords } from '../../system/failure-words.ts';
import { Question } from '../../system/Question.tsx';
import styles from './ForgetButton.module.css';

interface ForgetButtonProps {
  /** An act that runs one at a time, as useAct() has it. */
  readonly act: { readonly isPending: boolean; readonly error: Error | null };
  readonly text: string;
  /** With what is forgotten. */
  readonly label: string;
  readonly question: string;
  readonly keep: string;
  readonly onForget: () => void;
  /** What comes of it. */
  readonly children: ReactNode;
}

/** Forgets something of a row once it was asked; why it could not stands below the row. */
export function ForgetButton(props: ForgetButtonProps) {
  const { act, text, label, question, keep, onForget, children } = props;
  const say = useText();
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <Button
        variant="subtle"
        c="var(--loss)"
        loading={act.isPending}
        aria-label={label}
        onClick={() => setIsAsking(true)}
      >
        {text}
      </Button>
      {act.error && (
        <p className={styles.failure} role="alert">
          {failureWords(act.error, say)}
        </p>
      )}
      <Question
        isOpen={isAsking}
        title={question}
        keep={keep}
        onKeep={() => setIsAsking(false)}
        act={text}
        onAct={() => {
          setIsAsking(false);
          onForget();
        }}
      >
        {children}
      </Question>
    </>
  );
}
