import { ORPCError } from '@orpc/client';
import { useState } from 'react';
import { nameOf, type Person } from '../../../domain/staff/staff.ts';
import { useNotices, type Words } from '../../ui/Notice.tsx';
import { useText } from '../../ui/use-text.ts';
import { quietTill } from '../till-client.ts';
import { signIn } from './line.ts';
import { NewPin } from './NewPin.tsx';
import { PinField } from './PinField.tsx';
import { TopDialog } from './TopDialog.tsx';
import { usePinKeys } from './use-pin-keys.ts';

interface ChangeOwnPinProps {
  readonly person: Person;
  readonly onClose: () => void;
}

/** Somebody changes their own PIN: the one they have, then the new one twice. */
export function ChangeOwnPin({ person, onClose }: ChangeOwnPinProps) {
  const say = useText();
  const notices = useNotices();
  const [old, setOld] = useState<string | null>(null);
  const [told, setTold] = useState<{ readonly words: Words | null }>({ words: null });
  const { id: staff } = person;
  const name = nameOf(person);
  if (old === null)
    return <OldPin name={name} told={told.words} onPin={setOld} onClose={onClose} />;
  const change = async (newPin: string): Promise<void> => {
    try {
      await quietTill.staff.changePin({ staff, pin: old, newPin });
    } catch (error) {
      if (!isOfOldPin(error)) throw error;
      setTold({ words: (now) => now.failure(error) });
      return setOld(null);
    }
    await signIn(staff, newPin);
    notices.done((now) => now.text('staff.pinKept', { name }));
    onClose();
  };
  return (
    <NewPin title={say.text('staff.pinChange')} name={name} onPin={change} onClose={onClose} />
  );
}

interface OldPinProps {
  readonly name: string;
  /** What was wrong with the one before. */
  readonly told: Words | null;
  readonly onPin: (pin: string) => void;
  readonly onClose: () => void;
}

function OldPin({ name, told, onPin, onClose }: OldPinProps) {
  const say = useText();
  const keys = usePinKeys({
    begin: name,
    choices: new Map(),
    onOutcome: (outcome) => {
      if (outcome.kind === 'pin') onPin(outcome.pin);
      return undefined;
    },
  });
  return (
    <TopDialog
      title={say.text('staff.pinChange')}
      onClose={onClose}
      onKey={(event) => {
        if (keys.onKey(event)) event.preventDefault();
      }}
    >
      <PinField
        label={say.text('staff.pinOld')}
        typed={keys.entry.digits.length}
        isBusy={false}
        told={told}
        shakes={told === null ? 0 : 1}
        onTouch={keys.touch}
        onErase={keys.erase}
      />
    </TopDialog>
  );
}

function isOfOldPin(error: unknown): boolean {
  return error instanceof ORPCError && ['PIN_WRONG', 'PIN_LOCKED'].includes(error.code);
}
