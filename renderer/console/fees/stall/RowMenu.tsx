import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useText } from '../../../ui/use-text.ts';
import { useMenuFocus } from '../../system/use-menu-focus.ts';

interface RowMenuProps {
  /** Of what. */
  readonly what: string;
  readonly acts: readonly { readonly text: string; readonly onAct: () => void }[];
}

/** What can be done with one row; nothing where that is nothing. */
export function RowMenu({ what, acts }: RowMenuProps) {
  const say = useText();
  const { ref, menu } = useMenuFocus();
  if (acts.length === 0) return null;
  const name = say.text('console.fees.stall.actsOf', { what });
  return (
    <Menu position="bottom-end" transitionProps={{ duration: 0 }} {...menu}>
      <Menu.Target>
        <ActionIcon
          ref={ref}
          variant="subtle"
          color="gray"
          size={44}
          aria-label={name}
          title={name}
        >
          <IconDots aria-hidden size={20} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {acts.map(({ text, onAct }) => (
          <Menu.Item key={text} onClick={onAct}>
            {text}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
