import { Button, SegmentedControl } from '@mantine/core';
import { IconPlus, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { Banner } from '../../ui/Banner.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { useActive } from '../../ui/use-active.ts';
import { useText } from '../../ui/use-text.ts';
import { useListKeys } from '../use-list-keys.ts';
import { openSetUp } from './asked.ts';
import { useLine } from './line.ts';
import { PeopleTable } from './PeopleTable.tsx';
import { PersonSheet, type PersonSubject } from './PersonSheet.tsx';
import { RoleSheet, type RoleSubject } from './RoleSheet.tsx';
import { RolesTable } from './RolesTable.tsx';
import styles from './StaffScreen.module.css';
import { usePeople, useRoles } from './use-people.ts';

type Shown = 'people' | 'roles';

/** The people of the stall, and what each role may. */
export function StaffScreen() {
  const say = useText();
  const [shown, setShown] = useState<Shown>('people');
  const [person, setPerson] = useState<PersonSubject | null>(null);
  const [role, setRole] = useState<RoleSubject | null>(null);
  const add = (): void => {
    if (shown === 'people') setPerson({ kind: 'new' });
    else setRole({ kind: 'new' });
  };
  return (
    <main className={styles.screen}>
      <header className={styles.head}>
        <h1>{say.text('screen.staff')}</h1>
        <SegmentedControl
          aria-label={say.text('staff.shown')}
          size="md"
          data={[
            { value: 'people', label: say.text('staff.people') },
            { value: 'roles', label: say.text('staff.roles') },
          ]}
          value={shown}
          onChange={(value) => setShown(value === 'roles' ? 'roles' : 'people')}
        />
        <Button
          h="3rem"
          leftSection={<IconPlus aria-hidden size={20} />}
          rightSection={<KeyHint>F4</KeyHint>}
          aria-keyshortcuts="F4"
          onClick={add}
        >
          {say.text(shown === 'people' ? 'staff.add' : 'staff.addRole')}
        </Button>
      </header>
      <NoOwnerPin />
      <div className={styles.list}>
        {shown === 'people' ? (
          <People isFree={person === null} onOpen={setPerson} onAdd={add} />
        ) : (
          <Roles onOpen={setRole} onAdd={add} />
        )}
      </div>
      <PersonSheet subject={person} onSubject={setPerson} />
      <RoleSheet subject={role} onClose={() => setRole(null)} />
    </main>
  );
}

/** Says that a PIN counts for nothing before the owner has one. */
function NoOwnerPin() {
  const say = useText();
  if (useLine()?.state !== 'unset') return null;
  return (
    <Banner title={say.text('staff.setUp')}>
      <p>
        <strong>{say.text('staff.noOwnerPin')}</strong> {say.text('staff.noOwnerPinHow')}
      </p>
      <Button onClick={() => openSetUp(true)}>{say.text('staff.setUpAct')}</Button>
    </Banner>
  );
}

interface PeopleProps {
  readonly isFree: boolean;
  readonly onOpen: (subject: PersonSubject) => void;
  readonly onAdd: () => void;
}

function People({ isFree, onOpen, onAdd }: PeopleProps) {
  const say = useText();
  const people = usePeople();
  const sorted = (people ?? []).toSorted((a, b) => Number(b.isActive) - Number(a.isActive));
  const active = useActive({
    typed: '',
    entries: sorted,
    isStale: false,
    idOf: ({ id }) => id,
    onOpen: ({ id }) => {
      if (isFree) onOpen({ kind: 'known', id });
    },
  });
  useListKeys({ move: active.move, open: active.open, add: onAdd });
  if (!people) return null; // they come within milliseconds: a flash would only disturb
  return (
    <>
      <PeopleTable
        people={sorted}
        activeId={active.id}
        onOpen={(id) => onOpen({ kind: 'known', id })}
      />
      {people.length < 2 && (
        <div className={styles.alone}>
          <EmptyState Icon={IconUsers} title={say.text('staff.alone')}>
            {say.text('staff.aloneHow')}
          </EmptyState>
        </div>
      )}
    </>
  );
}

interface RolesProps {
  readonly onOpen: (subject: RoleSubject) => void;
  readonly onAdd: () => void;
}

function Roles({ onOpen, onAdd }: RolesProps) {
  const roles = useRoles();
  useListKeys({ move: () => undefined, open: () => undefined, add: onAdd });
  return roles ? <RolesTable roles={roles} onOpen={(id) => onOpen({ kind: 'known', id })} /> : null;
}
