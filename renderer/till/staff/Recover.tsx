import { Button, TextInput } from '@mantine/core';
import { ORPCError } from '@orpc/client';
import { useState } from 'react';
import { nameOf, type Person } from '../../../domain/staff/staff.ts';
import type { Words } from '../../ui/Notice.tsx';
import { useText } from '../../ui/use-text.ts';
import { quietTill } from '../till-client.ts';
import { showRecoveryCode } from './asked.ts';
import { signIn } from './line.ts';
import { NewPin } from './NewPin.tsx';
import styles from './PersonPin.module.css';
import { firstFocus, TopDialog } from './TopDialog.tsx';
import { readPeopleAgain } from './use-people.ts';

const CODE_MAX = 60;

interface RecoverProps {
  readonly owner: Person;
  readonly isWhole: boolean;
  readonly onBack: () => void;
  /** The owner is signed in again. */
  readonly onDone: () => void;
}

type RecoverStep =
  | { readonly kind: 'typed'; readonly told: Words | null }
  | { readonly kind: 'pin' };

/** From a forgotten PIN, by the code on the owner's paper, to a new one and a new code. */
export function Recover({ owner, isWhole, onBack, onDone }: RecoverProps) {
  const say = useText();
  const [typed, setTyped] = useState('');
  const [step, setStep] = useState<RecoverStep>({ kind: 'typed', told: null });
  const recover = async (pin: string): Promise<void> => {
    try {
      const { recoveryCode } = await quietTill.staff.recover({ code: typed, pin });
      showRecoveryCode({ code: recoveryCode, to: owner.id });
    } catch (error) {
      if (!isOfCode(error)) throw error;
      return setStep({ kind: 'typed', told: (now) => now.failure(error) });
    }
    await signIn(owner.id, pin);
    await readPeopleAgain();
    onDone();
  };
  switch (step.kind) {
    case 'typed':
      return (
        <TypedCode
          typed={typed}
          told={step.told}
          isWhole={isWhole}
          onTyped={(next) => {
            setTyped(next);
            setStep({ kind: 'typed', told: null });
          }}
          onNext={() => setStep({ kind: 'pin' })}
          onBack={onBack}
        />
      );
    case 'pin':
      return (
        <NewPin
          title={say.text('staff.recover')}
          name={nameOf(owner)}
          isWhole={isWhole}
          onPin={recover}
          onClose={onBack}
        />
      );
  }
}

interface TypedCodeProps {
  readonly typed: string;
  readonly told: Words | null;
  readonly isWhole: boolean;
  readonly onTyped: (typed: string) => void;
  readonly onNext: () => void;
  readonly onBack: () => void;
}

function TypedCode({ typed, told, isWhole, onTyped, onNext, onBack }: TypedCodeProps) {
  const say = useText();
  const isEmpty = typed.trim() === '';
  return (
    <TopDialog title={say.text('staff.recover')} isWhole={isWhole} onClose={onBack}>
      <p className={styles.note}>{say.text('staff.recoverHow')}</p>
      <form
        className={styles.asked}
        onSubmit={(event) => {
          event.preventDefault();
          if (!isEmpty) onNext();
        }}
      >
        <TextInput
          label={say.text('staff.recoveryCode')}
          value={typed}
          maxLength={CODE_MAX}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          {...firstFocus}
          error={told?.(say)}
          onChange={({ currentTarget }) => onTyped(currentTarget.value.toUpperCase())}
        />
        <div className={styles.acts} data-end>
          <Button
            type="submit"
            disabled={isEmpty}
            title={isEmpty ? say.text('staff.recoverHow') : undefined}
          >
            {say.text('staff.next')}
          </Button>
        </div>
      </form>
    </TopDialog>
  );
}

/** Whether it is the code that is wrong, or not tried for a while: it is typed again. */
function isOfCode(error: unknown): boolean {
  return error instanceof ORPCError && ['RECOVERY_WRONG', 'PIN_LOCKED'].includes(error.code);
}
