import { VisuallyHidden } from '@mantine/core';
import { IconCheck, IconPencil } from '@tabler/icons-react';
import { rolePermissions, type RolePermission } from '../../../domain/permissions.ts';
import type { Role } from '../../../domain/staff/staff.ts';
import { staffPageId } from '../../../domain/staff/page/text.id.ts';
import { learnWords, useText } from '../../ui/use-text.ts';
import styles from './StaffTables.module.css';
import { roleName } from './use-people.ts';

learnWords(staffPageId);

interface RolesTableProps {
  readonly roles: readonly Role[];
  readonly onOpen: (id: Role['id']) => void;
}

/** What each role may: one permission a row, one role a column; the stall's own can be changed. */
export function RolesTable({ roles, onOpen }: RolesTableProps) {
  const say = useText();
  return (
    <section
      className={styles.scroller}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keys
      tabIndex={0}
      aria-label={say.text('staff.roles')}
    >
      <table className={styles.roles} aria-label={say.text('staff.roles')}>
        <thead>
          <tr>
            <th scope="col">{say.text('staff.permission')}</th>
            {roles.map((role) => (
              <th key={role.id} scope="col">
                {role.isBuiltin ? (
                  roleName(role, say)
                ) : (
                  <button type="button" onClick={() => onOpen(role.id)}>
                    {role.name}
                    <IconPencil aria-hidden size={16} />
                  </button>
                )}
              </th>
            ))}
          </tr>
        </thead>
        {permissionGroups.map(({ group, permissions }) => (
          <tbody key={group}>
            <tr>
              <th scope="rowgroup" colSpan={roles.length + 1}>
                {say.text(`staff.group.${group}`)}
              </th>
            </tr>
            {permissions.map((permission) => (
              <tr key={permission}>
                <th scope="row">{say.text(`permission.${permission}`)}</th>
                {roles.map((role) => (
                  <May key={role.id} isAllowed={role.permissions.includes(permission)} />
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}

function May({ isAllowed }: { readonly isAllowed: boolean }) {
  const say = useText();
  return (
    <td data-may={isAllowed || undefined}>
      {isAllowed ? <IconCheck aria-hidden size={20} stroke={2.5} /> : <span aria-hidden>–</span>}
      <VisuallyHidden>{say.text(isAllowed ? 'staff.may' : 'staff.mayNot')}</VisuallyHidden>
    </td>
  );
}

/** The capability of a permission: `sale` of `sale.ring-up`. */
type Group = RolePermission extends `${infer Name}.${string}` ? Name : never;

/** Permissions as a person reads them: those of one capability together, none left out. */
export const permissionGroups: readonly {
  readonly group: Group;
  readonly permissions: readonly RolePermission[];
}[] = [...Map.groupBy(rolePermissions, groupOf)].map(([group, permissions]) => {
  return { group, permissions };
});

function groupOf(permission: RolePermission): Group {
  return permission.split('.')[0] as Group; // what stands before its dot
}
