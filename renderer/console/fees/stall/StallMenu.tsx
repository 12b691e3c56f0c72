import { Button, Menu } from '@mantine/core';
import { IconCash, IconChevronDown } from '@tabler/icons-react';
import type { StallView } from '../../../../domain/fees/manage/stall-calls.ts';
import { KeyHint } from '../../../ui/KeyHint.tsx';
import { useText } from '../../../ui/use-text.ts';
import { useMenuFocus } from '../../system/use-menu-focus.ts';
import { StallPapers } from '../papers/StallPapers.tsx';
import { actKeys, type StallAct, stallActs, whyOff } from './stall-act.ts';

interface StallMenuProps {
  readonly stall: StallView;
  readonly today: string;
  readonly onAct: (act: StallAct) => void;
}

/** What can be done with the fees of a stall: a payment at once, the others in a menu. */
export function StallMenu({ stall, today, onAct }: StallMenuProps) {
  const say = useText();
  const { ref, menu } = useMenuFocus();
  return (
    <>
      <Button
        leftSection={<IconCash aria-hidden size={20} />}
        rightSection={<KeyHint>B</KeyHint>}
        aria-keyshortcuts="B"
        onClick={() => onAct({ kind: 'pay' })}
      >
        {say.text('console.fees.do.pay')}
      </Button>
      <Menu position="bottom-end" width={300} transitionProps={{ duration: 0 }} {...menu}>
        <Menu.Target>
          <Button
            ref={ref}
            variant="default"
            rightSection={<IconChevronDown aria-hidden size={18} />}
          >
            {say.text('console.fees.stall.acts')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {stallActs
            .filter((kind) => kind !== 'pay')
            .map((kind) => {
              const why = whyOff(kind, stall);
              const key = actKeys[kind];
              return (
                <Menu.Item
                  key={kind}
                  disabled={why !== null}
                  title={why === null ? undefined : say.text(`console.fees.off.${why}`)}
                  rightSection={key && why === null ? <KeyHint>{key}</KeyHint> : undefined}
                  onClick={() => onAct({ kind })}
                >
                  {say.text(`console.fees.do.${kind}`)}
                </Menu.Item>
              );
            })}
        </Menu.Dropdown>
      </Menu>
      <StallPapers stall={stall} today={today} />
    </>
  );
}
