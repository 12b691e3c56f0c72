import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type Ref, useImperativeHandle } from 'react';
import {
  nameFault,
  type Person,
  type Role,
  RoleId,
  StaffName,
} from '../../../domain/staff/staff.ts';
import { Said } from '../../ui/Said.tsx';
import { useKeptForm } from '../../ui/use-kept-form.ts';
import { useText } from '../../ui/use-text.ts';
import { till } from '../till-client.ts';
import type { FormHandle } from './Sheet.tsx';
import styles from './StaffSheet.module.css';
import { roleName } from './use-people.ts';
import { useStaffActs } from './use-staff-acts.ts';

interface PersonFormProps {
  readonly handle: Ref<FormHandle>;
  /** Null for one who is added. */
  readonly person: Person | null;
  readonly roles: readonly Role[];
  readonly onAdded: (person: Person) => void;
}

/** Name and role of a person. */
export function PersonForm({ handle, person, roles, onAdded }: PersonFormProps) {
  const say = useText();
  const { act, isActing } = useStaffActs();
  const kept = { name: person?.name ?? '', role: person?.role ?? 'cashier' };
  const { form, keep, isChanged } = useKeptForm<{ name: string; role: string }>(kept, {
    validate: {
      name: (name) => {
        const fault = nameFault(name);
        return fault && <Said words={(now) => now.text(fault)} />;
      },
    },
  });
  useImperativeHandle(handle, () => ({ isDirty: isChanged }));
  const save = form.onSubmit(async (typed) => {
    const draft = { name: StaffName.parse(typed.name), role: RoleId.parse(typed.role) };
    const done = await act(
      () => (person ? till.staff.change({ staff: person.id, ...draft }) : till.staff.add(draft)),
      (now) => now.text('staff.saved', { name: draft.name }),
    );
    if (!done) return;
    keep(typed, draft);
    if (!person) onAdded(done.answer);
  });
  return (
    <form className={styles.part} onSubmit={save} noValidate>
      <TextInput
        label={say.text('staff.name')}
        maxLength={StaffName.maxLength ?? undefined}
        autoComplete="off"
        data-autofocus
        {...form.getInputProps('name')}
      />
      <NativeSelect
        label={say.text('staff.role')}
        data={roles.map((role) => ({ value: role.id, label: roleName(role, say) }))}
        {...form.getInputProps('role')}
      />
      <div className={styles.acts}>
        <Button
          type="submit"
          loading={isActing}
          disabled={!isChanged()}
          title={isChanged() ? undefined : say.text('settings.nothingToSave')}
        >
          {say.text(person ? 'staff.save' : 'staff.add')}
        </Button>
      </div>
    </form>
  );
}
