import { Button } from '@mantine/core';
import { useState } from 'react';
import { firstOwner, nameOf, type Person } from '../../../domain/staff/staff.ts';
import { useNotices } from '../../ui/Notice.tsx';
import { useText } from '../../ui/use-text.ts';
import { till } from '../till-client.ts';
import { openSetUp, showRecoveryCode } from './asked.ts';
import { ChangeOwnPin } from './ChangeOwnPin.tsx';
import { useLine } from './line.ts';
import { NewPin } from './NewPin.tsx';
import styles from './StaffSheet.module.css';
import { readPeopleAgain, usePeople } from './use-people.ts';
import { useStaffActs } from './use-staff-acts.ts';

/** The PIN of a person: given, or another in its place; and the owner's recovery code. */
export function GivePin({ person }: { readonly person: Person }) {
  const say = useText();
  const line = useLine();
  const notices = useNotices();
  const { act } = useStaffActs();
  const [isGiving, setIsGiving] = useState(false);
  const { id: staff, hasPin } = person;
  const name = nameOf(person);
  const isOwnOnly =
    line?.state === 'in' && line.cashier === staff && !line.permissions.includes('staff.change');
  const isAnswering = staff === firstOwner(usePeople() ?? [])?.id;
  const isFirst = isAnswering && line?.state === 'unset';
  const close = (): void => setIsGiving(false);
  const showCode = (code: string): void => showRecoveryCode({ code, to: line?.cashier ?? staff });
  const give = async (pin: string): Promise<void> => {
    const { recoveryCode } = await till.staff.setPin({ staff, pin });
    setIsGiving(false);
    await readPeopleAgain();
    notices.done((now) => now.text('staff.pinKept', { name }));
    if (recoveryCode !== null) showCode(recoveryCode);
  };
  const renew = async (): Promise<void> => {
    const done = await act(
      () => till.staff.renewRecoveryCode(),
      (now) => now.text('staff.recoveryRenewed'),
    );
    if (done) showCode(done.answer.recoveryCode);
  };
  return (
    <section className={styles.part} aria-label={say.text('staff.pin')}>
      <h3>{say.text('staff.pin')}</h3>
      <p>{say.text(hasPin ? 'staff.pinKnown' : 'staff.pinMissing')}</p>
      <div className={styles.acts}>
        <Button
          variant={hasPin ? 'default' : 'filled'}
          onClick={() => (isFirst ? openSetUp(true) : setIsGiving(true))}
        >
          {say.text(hasPin ? 'staff.pinChange' : 'staff.pinGive')}
        </Button>
        {isAnswering && hasPin && (
          <Button variant="default" onClick={() => void renew()}>
            {say.text('staff.recoveryRenew')}
          </Button>
        )}
      </div>
      {isGiving && isOwnOnly && <ChangeOwnPin person={person} onClose={close} />}
      {isGiving && !isOwnOnly && (
        <NewPin
          title={say.text(hasPin ? 'staff.pinChange' : 'staff.pinGive')}
          name={name}
          onPin={give}
          onClose={close}
        />
      )}
    </section>
  );
}
