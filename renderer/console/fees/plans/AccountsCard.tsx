import { Button } from '@mantine/core';
import { IconBuildingBank, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { FeeAccount } from '../../../../domain/fees/manage/mall-calls.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useText } from '../../../ui/use-text.ts';
import card from '../../system/card.module.css';
import { Dialog } from '../../system/Dialog.tsx';
import { Read } from '../../system/Read.tsx';
import { accountWords } from '../AccountField.tsx';
import { Chip } from '../Chip.tsx';
import { useAccounts } from '../use-accounts.ts';
import { AccountForm } from './AccountForm.tsx';
import styles from './plans.module.css';

/** Where a mall is paid: its bank accounts, its QRIS, its office's cash. */
export function AccountsCard({ mall }: { readonly mall: string }) {
  const say = useText();
  const accounts = useAccounts(mall);
  const [edited, setEdited] = useState<FeeAccount | 'new' | null>(null);
  const begin = (): void => setEdited('new');
  return (
    <section className={card.card}>
      <div className={styles.head}>
        <h2>{say.text('console.fees.accounts.title')}</h2>
        <Button leftSection={<IconPlus aria-hidden size={20} />} onClick={begin}>
          {say.text('console.fees.accounts.new')}
        </Button>
      </div>
      <Read of={accounts}>
        {({ accounts: all }) =>
          all.length === 0 ? (
            <EmptyState Icon={IconBuildingBank} title={say.text('console.fees.accounts.none')}>
              {say.text('console.fees.accounts.noneHow')}
            </EmptyState>
          ) : (
            <ul className={card.list} aria-label={say.text('console.fees.accounts.list')}>
              {all.map((one) => (
                <li key={one.account} className={styles.account}>
                  <span>
                    <strong>{accountWords(one)}</strong>
                    <small>
                      {say.text(`console.fees.accounts.holds.${one.holds}`)} · {one.account}
                    </small>
                  </span>
                  <span>
                    {one.isClosed && (
                      <Chip tone="bad">{say.text('console.fees.accounts.closed')}</Chip>
                    )}
                  </span>
                  <span className={card.figure} title={say.text('console.fees.accounts.balance')}>
                    {say.money(one.balance)}
                  </span>
                  <Button variant="subtle" onClick={() => setEdited(one)}>
                    {say.text('console.fees.accounts.edit')}
                  </Button>
                </li>
              ))}
            </ul>
          )
        }
      </Read>
      <Dialog
        isOpen={edited !== null}
        title={
          edited === null || edited === 'new'
            ? say.text('console.fees.accounts.new')
            : accountWords(edited)
        }
        onClose={() => setEdited(null)}
        isWide
      >
        {edited !== null && (
          <AccountForm
            mall={mall}
            before={edited === 'new' ? null : edited}
            onDone={() => setEdited(null)}
          />
        )}
      </Dialog>
    </section>
  );
}
