import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { firstOwner, nameFault, StaffName } from '../../../domain/staff/staff.ts';
import type { Words } from '../../ui/Notice.tsx';
import { type Say, useText } from '../../ui/use-text.ts';
import { till } from '../till-client.ts';
import { showRecoveryCode } from './asked.ts';
import { signIn } from './line.ts';
import { NewPin } from './NewPin.tsx';
import styles from './PersonPin.module.css';
import { firstFocus, TopDialog } from './TopDialog.tsx';
import { readPeopleAgain, usePeople } from './use-people.ts';

interface SetUpOwnerProps {
  readonly onDone: () => void;
}

/** From a stall where everybody is the owner to one whose owner has a name and a PIN. */
export function SetUpOwner({ onDone }: SetUpOwnerProps) {
  const say = useText();
  const [name, setName] = useState<string | null>(null);
  const owner = firstOwner(usePeople() ?? []);
  if (name === null || !owner) return <OwnerName onName={setName} onClose={onDone} />;
  return (
    <NewPin
      title={say.text('staff.setUp')}
      name={name}
      onPin={async (pin) => {
        await beginAsOwner(owner.id, name, pin);
        onDone();
      }}
      onClose={onDone}
    />
  );
}

/** Gives the owner a name and a PIN, signs them in, and shows the recovery code. */
async function beginAsOwner(staff: string, name: string, pin: string): Promise<void> {
  await till.staff.change({ staff, name, role: 'owner' });
  const { recoveryCode } = await till.staff.setPin({ staff, pin });
  await signIn(staff, pin);
  await readPeopleAgain();
  if (recoveryCode !== null) showRecoveryCode({ code: recoveryCode, to: staff });
}

interface OwnerNameProps {
  readonly onName: (name: string) => void;
  readonly onClose: () => void;
}

function OwnerName({ onName, onClose }: OwnerNameProps) {
  const say = useText();
  const known = firstOwner(usePeople() ?? [])?.name ?? '';
  const [typed, setTyped] = useState<string | null>(null);
  const [told, setTold] = useState<Words | null>(null);
  const name = typed ?? known;
  const next = (): void => {
    const fault = nameFault(name);
    if (fault === null) onName(StaffName.parse(name));
    else setTold(() => (now: Say) => now.text(fault));
  };
  return (
    <TopDialog title={say.text('staff.setUp')} onClose={onClose}>
      <p className={styles.note}>{say.text('staff.setUpHow')}</p>
      <form
        className={styles.asked}
        onSubmit={(event) => {
          event.preventDefault();
          next();
        }}
      >
        <TextInput
          label={say.text('staff.ownerName')}
          value={name}
          maxLength={StaffName.maxLength ?? undefined}
          autoComplete="off"
          {...firstFocus}
          error={told?.(say)}
          onChange={({ currentTarget }) => {
            setTyped(currentTarget.value);
            setTold(null);
          }}
        />
        <div className={styles.acts} data-end>
          <Button type="submit">{say.text('staff.next')}</Button>
        </div>
      </form>
    </TopDialog>
  );
}
