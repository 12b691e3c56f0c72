import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { nameOf, type Person } from '../../../domain/staff/staff.ts';
import { Ask } from '../../ui/Ask.tsx';
import { useText } from '../../ui/use-text.ts';
import { till } from '../till-client.ts';
import { GivePin } from './GivePin.tsx';
import { PersonForm } from './PersonForm.tsx';
import { type FormHandle, Sheet } from './Sheet.tsx';
import styles from './StaffSheet.module.css';
import { usePeople, useRoles } from './use-people.ts';
import { useStaffActs } from './use-staff-acts.ts';

/** Who the sheet is about. */
export type PersonSubject =
  | { readonly kind: 'new' }
  | { readonly kind: 'known'; readonly id: string };

interface PersonSheetProps {
  readonly subject: PersonSubject | null;
  readonly onSubject: (subject: PersonSubject | null) => void;
}

/** A person slides in beside the list: name, role, PIN, and whether they work here. */
export function PersonSheet({ subject, onSubject }: PersonSheetProps) {
  const say = useText();
  const people = usePeople();
  const roles = useRoles();
  const form = useRef<FormHandle>(null);
  const id = subject?.kind === 'known' ? subject.id : null;
  const person = people?.find((one) => one.id === id) ?? null;
  return (
    <Sheet
      isOpen={subject !== null}
      title={id === null ? say.text('staff.add') : person ? nameOf(person) : id}
      form={form}
      onClose={() => onSubject(null)}
    >
      {roles && (id === null || person) && (
        <div className={styles.parts} key={id ?? 'new'}>
          <PersonForm
            handle={form}
            person={person}
            roles={roles}
            onAdded={(added) => onSubject({ kind: 'known', id: added.id })}
          />
          {person && (
            <>
              {person.isActive && <GivePin person={person} />}
              <Leaving person={person} onErased={() => onSubject(null)} />
            </>
          )}
        </div>
      )}
    </Sheet>
  );
}

interface LeavingProps {
  readonly person: Person;
  readonly onErased: () => void;
}

/** Leaving, coming back, and the name that is taken out for good. */
function Leaving({ person, onErased }: LeavingProps) {
  const say = useText();
  const { act, isActing } = useStaffActs();
  const [asked, setAsked] = useState<'leave' | 'erase' | null>(null);
  const { id: staff, isActive } = person;
  const name = nameOf(person);
  const setActive = (next: boolean): void => {
    setAsked(null);
    const done = next ? 'staff.returned' : 'staff.left';
    void act(
      () => till.staff.setActive({ staff, isActive: next }),
      (now) => now.text(done, { name }),
    );
  };
  const erase = async (): Promise<void> => {
    setAsked(null);
    const done = await act(
      () => till.staff.erase({ staff }),
      (now, { isOutOfFiles }) =>
        now.text(isOutOfFiles ? 'staff.erased' : 'staff.erasedSoon', { name: staff }),
    );
    if (done) onErased();
  };
  return (
    <section className={styles.part} aria-label={say.text('staff.working')}>
      <h3>{say.text('staff.working')}</h3>
      <p>{say.text(isActive ? 'staff.leaveHow' : 'staff.returnHow')}</p>
      <div className={styles.acts}>
        <Button
          variant="default"
          loading={isActing}
          onClick={() => (isActive ? setAsked('leave') : setActive(true))}
        >
          {say.text(isActive ? 'staff.leave' : 'staff.return')}
        </Button>
        {person.name !== '' && (
          <Button variant="default" c="var(--loss)" onClick={() => setAsked('erase')}>
            {say.text('staff.erase')}
          </Button>
        )}
      </div>
      <Ask
        isOpen={asked === 'leave'}
        title={say.text('staff.leaveAsk', { name })}
        keep={say.text('staff.keep')}
        onKeep={() => setAsked(null)}
        act={say.text('staff.leave')}
        onAct={() => setActive(false)}
      >
        {say.text('staff.leaveHow')}
      </Ask>
      <Ask
        isOpen={asked === 'erase'}
        title={say.text('staff.eraseAsk', { name })}
        keep={say.text('staff.keep')}
        onKeep={() => setAsked(null)}
        act={say.text('staff.erase')}
        onAct={() => void erase()}
      >
        {say.text('staff.eraseHow', { pseudonym: staff })}
      </Ask>
    </section>
  );
}
