import { Button } from '@mantine/core';
import { IconBuildingBank, IconCashRegister, IconCoins } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { OfficeDrawer } from '../../../../domain/fees/matters/drawer-contract.ts';
import { writtenDate } from '../../../../domain/time.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Figure } from '../../../ui/Figure.tsx';
import { KeyHint } from '../../../ui/KeyHint.tsx';
import { useText } from '../../../ui/use-text.ts';
import { every, hubQuery } from '../../hub-client.ts';
import { openRoute } from '../../route.ts';
import card from '../../system/card.module.css';
import { Dialog } from '../../system/Dialog.tsx';
import { PageFrame } from '../../system/PageFrame.tsx';
import { Read } from '../../system/Read.tsx';
import { accountWords } from '../AccountField.tsx';
import type { FeePageProps } from '../fee-page.ts';
import { fees } from '../fees-route.ts';
import { REFRESH_MS } from '../use-fees.ts';
import { usePageKeys } from '../../system/use-page-keys.ts';
import { BankForm } from './BankForm.tsx';
import { CountForm } from './CountForm.tsx';
import { differenceWords } from './difference-words.ts';
import sums from '../../system/sums.module.css';
import styles from './DrawerPage.module.css';

type Doing = { readonly what: 'count' | 'bank'; readonly account: string } | null;

/** The cash of the mall's office: what should be there, its count, and its way to the bank. */
export function DrawerPage({ mall: { mall }, today }: FeePageProps) {
  const say = useText();
  const [doing, setDoing] = useState<Doing>(null);
  const drawers = useQuery({
    ...hubQuery.matters.listDrawers.queryOptions({ input: { mall } }),
    refetchInterval: every(REFRESH_MS),
  });
  const all = drawers.data?.drawers ?? [];
  const [only] = all;
  const here = all.find(({ account }) => account === doing?.account);
  const begin = (what: 'count' | 'bank') => () => {
    if (only) setDoing({ what, account: only.account });
  };
  usePageKeys({ h: begin('count'), s: begin('bank') });
  return (
    <PageFrame title={say.text('console.fees.tab.drawer')}>
      <Read of={drawers}>
        {() =>
          all.length === 0 ? (
            <NoDrawer mall={mall} />
          ) : (
            all.map((drawer) => (
              <DrawerCard
                key={drawer.account}
                drawer={drawer}
                hasKeys={drawer === only}
                onDo={(what) => setDoing({ what, account: drawer.account })}
              />
            ))
          )
        }
      </Read>
      <Dialog
        isOpen={doing !== null}
        title={say.text(
          doing?.what === 'bank' ? 'console.fees.drawer.bank' : 'console.fees.drawer.count',
        )}
        onClose={() => setDoing(null)}
        isWide
      >
        {here && doing?.what === 'count' && (
          <CountForm drawer={here} onDone={() => setDoing(null)} />
        )}
        {here && doing?.what === 'bank' && (
          <BankForm mall={mall} drawer={here} today={today} onDone={() => setDoing(null)} />
        )}
      </Dialog>
    </PageFrame>
  );
}

interface DrawerCardProps {
  readonly drawer: OfficeDrawer;
  /** Whether the keys of the page act on it: the first. */
  readonly hasKeys: boolean;
  readonly onDo: (what: 'count' | 'bank') => void;
}

function DrawerCard({ drawer, hasKeys, onDo }: DrawerCardProps) {
  const say = useText();
  const { expected, last } = drawer;
  const name = accountWords(drawer);
  return (
    <section className={`${card.card} ${sums.sums}`} aria-label={name}>
      <p className={sums.total}>
        <span>
          {name} · {say.text('console.fees.drawer.expected')}
        </span>
        <strong>
          <Figure text={say.money(expected)} />
        </strong>
        <span>
          {last === null
            ? say.text('console.fees.drawer.never')
            : [
                say.text('console.fees.drawer.last', { on: writtenDate(last.on), by: last.by }),
                say.money(last.counted),
                differenceWords(last.difference, say),
              ].join(' · ')}
        </span>
      </p>
      <div className={styles.acts}>
        <Button
          leftSection={<IconCoins aria-hidden size={20} />}
          {...(hasKeys && hintOf('H'))}
          onClick={() => onDo('count')}
        >
          {say.text('console.fees.drawer.count')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconBuildingBank aria-hidden size={20} />}
          {...(hasKeys && hintOf('S'))}
          onClick={() => onDo('bank')}
        >
          {say.text('console.fees.drawer.bank')}
        </Button>
      </div>
    </section>
  );
}

/** What a button shows of its key. */
function hintOf(key: string) {
  return { rightSection: <KeyHint>{key}</KeyHint>, 'aria-keyshortcuts': key };
}

function NoDrawer({ mall }: { readonly mall: string }) {
  const say = useText();
  return (
    <section className={card.card}>
      <EmptyState
        Icon={IconCashRegister}
        title={say.text('console.fees.drawer.none')}
        action={{
          text: say.text('console.fees.drawer.toPlans'),
          onAct: () => openRoute({ ...fees, mall, tab: 'plans' }),
        }}
      >
        {say.text('console.fees.drawer.noneHow')}
      </EmptyState>
    </section>
  );
}
