import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { type Ref, useImperativeHandle, useRef, useState } from 'react';
import type { RolePermission } from '../../../domain/permissions.ts';
import { type Role, RoleName } from '../../../domain/staff/staff.ts';
import { staffPageId } from '../../../domain/staff/page/text.id.ts';
import { Ask } from '../../ui/Ask.tsx';
import { Said } from '../../ui/Said.tsx';
import { useKeptForm } from '../../ui/use-kept-form.ts';
import { learnWords, useText } from '../../ui/use-text.ts';
import { till } from '../till-client.ts';
import { permissionGroups } from './RolesTable.tsx';
import { type FormHandle, Sheet } from './Sheet.tsx';
import styles from './StaffSheet.module.css';
import { roleName, useRoles } from './use-people.ts';
import { useStaffActs } from './use-staff-acts.ts';

learnWords(staffPageId);

/** Which role the sheet is about. */
export type RoleSubject =
  | { readonly kind: 'new' }
  | { readonly kind: 'known'; readonly id: Role['id'] };

interface RoleSheetProps {
  readonly subject: RoleSubject | null;
  readonly onClose: () => void;
}

/** A role of the stall's own slides in: its name, and what it may. */
export function RoleSheet({ subject, onClose }: RoleSheetProps) {
  const say = useText();
  const roles = useRoles();
  const form = useRef<FormHandle>(null);
  const id = subject?.kind === 'known' ? subject.id : null;
  const role = roles?.find((one) => one.id === id) ?? null;
  return (
    <Sheet
      isOpen={subject !== null}
      title={role ? role.name : say.text('staff.addRole')}
      form={form}
      onClose={onClose}
    >
      {roles && (
        <RoleForm key={id ?? 'new'} handle={form} role={role} roles={roles} onDone={onClose} />
      )}
    </Sheet>
  );
}

interface RoleFields {
  name: string;
  permissions: RolePermission[];
}

interface RoleFormProps {
  readonly handle: Ref<FormHandle>;
  /** Null for a new one. */
  readonly role: Role | null;
  readonly roles: readonly Role[];
  readonly onDone: () => void;
}

function RoleForm({ handle, role, roles, onDone }: RoleFormProps) {
  const say = useText();
  const { act, isActing } = useStaffActs();
  const cashier = roles.find(({ id }) => id === 'cashier');
  const { permissions } = role ?? cashier ?? { permissions: [] };
  const { form, isChanged } = useKeptForm<RoleFields>(
    { name: role?.name ?? '', permissions },
    {
      validate: {
        name: (name) =>
          RoleName.safeParse(name).success ? null : (
            <Said words={(now) => now.text('staff.roleNameNeeded')} />
          ),
      },
    },
  );
  useImperativeHandle(handle, () => ({ isDirty: isChanged }));
  const save = form.onSubmit(async (typed) => {
    const name = RoleName.parse(typed.name);
    const draft = { id: role?.id ?? null, name, permissions: typed.permissions };
    const done = await act(
      () => till.staff.saveRole(draft),
      (now) => now.text('staff.roleSaved', { name }),
    );
    if (done) onDone();
  });
  return (
    <form className={styles.parts} onSubmit={save} noValidate>
      <TextInput
        label={say.text('staff.roleName')}
        maxLength={RoleName.maxLength ?? undefined}
        autoComplete="off"
        data-autofocus
        {...form.getInputProps('name')}
      />
      {!role && <CopyFrom roles={roles} form={form} />}
      <Permissions form={form} />
      <footer className={styles.foot}>
        {role && <DeleteRole role={role} onDeleted={onDone} />}
        <Button type="submit" loading={isActing}>
          {say.text('staff.save')}
        </Button>
      </footer>
    </form>
  );
}

interface FieldsProps {
  readonly form: UseFormReturnType<RoleFields>;
}

/** A new role begins as what another may. */
function CopyFrom({ roles, form }: FieldsProps & Pick<RoleFormProps, 'roles'>) {
  const say = useText();
  const [id, setId] = useState<string>('cashier');
  return (
    <NativeSelect
      label={say.text('staff.copyFrom')}
      description={say.text('staff.copyHow')}
      data={roles.map((role) => ({ value: role.id, label: roleName(role, say) }))}
      value={id}
      onChange={({ currentTarget }) => {
        const from = roles.find((role) => role.id === currentTarget.value);
        setId(currentTarget.value);
        if (from) form.setFieldValue('permissions', from.permissions);
      }}
    />
  );
}

function Permissions({ form }: FieldsProps) {
  const say = useText();
  const { permissions } = form.values;
  return permissionGroups.map(({ group, permissions: ofGroup }) => (
    <fieldset key={group} className={styles.permissions}>
      <legend>{say.text(`staff.group.${group}`)}</legend>
      {ofGroup.map((permission) => (
        <Checkbox
          key={permission}
          size="md"
          classNames={{ body: styles.check ?? '' }}
          label={say.text(`permission.${permission}`)}
          checked={permissions.includes(permission)}
          onChange={({ currentTarget }) => {
            const others = permissions.filter((one) => one !== permission);
            const next = currentTarget.checked ? [...others, permission] : others;
            form.setFieldValue('permissions', next);
          }}
        />
      ))}
    </fieldset>
  ));
}

interface DeleteRoleProps {
  readonly role: Role;
  readonly onDeleted: () => void;
}

function DeleteRole({ role, onDeleted }: DeleteRoleProps) {
  const say = useText();
  const { act } = useStaffActs();
  const [isAsking, setIsAsking] = useState(false);
  const { id, name } = role;
  const remove = async (): Promise<void> => {
    setIsAsking(false);
    const done = await act(
      () => till.staff.deleteRole({ id }),
      (now) => now.text('staff.roleDeleted', { name }),
    );
    if (done) onDeleted();
  };
  return (
    <>
      <Button variant="default" c="var(--loss)" onClick={() => setIsAsking(true)}>
        {say.text('staff.deleteRole')}
      </Button>
      <Ask
        isOpen={isAsking}
        title={say.text('staff.deleteRoleAsk', { name })}
        keep={say.text('staff.keep')}
        onKeep={() => setIsAsking(false)}
        act={say.text('staff.deleteRole')}
        onAct={() => void remove()}
      >
        {say.text('staff.deleteRoleHow')}
      </Ask>
    </>
  );
}
