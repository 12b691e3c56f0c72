import { Button } from '@mantine/core';
import { IconBuildingBank, IconFileImport } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { BankAccount } from '../../../../domain/fees/bank/manage-contract.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { KeyHint } from '../../../ui/KeyHint.tsx';
import { useText } from '../../../ui/use-text.ts';
import { openRoute } from '../../route.ts';
import card from '../../system/card.module.css';
import { Choices } from '../../system/Choices.tsx';
import { PageFrame } from '../../system/PageFrame.tsx';
import { Read } from '../../system/Read.tsx';
import { AccountChips } from './AccountChips.tsx';
import { type BankPart, bankParts, type BankRoute, shownRows } from './bank-route.ts';
import styles from './BankPage.module.css';
import { CheckPart } from './check/CheckPart.tsx';
import { BankFileDialog } from './files/BankFileDialog.tsx';
import { HowToDownload } from './HowToDownload.tsx';
import { focusList } from './rows/focus-list.ts';
import { RowsPart } from './rows/RowsPart.tsx';
import { SendersPart } from './senders/SendersPart.tsx';
import { useAccounts } from './use-bank.ts';
import { usePageKeys } from '../../system/use-page-keys.ts';

/** Bank files, what their rows are, and whether the books agree with the bank. */
export function BankPage({ route }: { readonly route: BankRoute }) {
  const say = useText();
  const accounts = useAccounts();
  const [isTaking, setIsTaking] = useState(false);
  const [dropped, setDropped] = useState<File | null>(null);
  const take = (): void => {
    // The focus comes back to the list, not to what Enter would press again.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    setIsTaking(true);
  };
  useEffect(() => {
    if (!isTaking) focusList();
  }, [isTaking]);
  usePageKeys({ b: take });
  const close = (): void => {
    setIsTaking(false);
    setDropped(null);
  };
  return (
    <div
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        setDropped(event.dataTransfer.files[0] ?? null);
        take();
      }}
    >
      <PageFrame
        title={say.text('console.bank')}
        acts={
          <Button
            className={styles.take ?? ''}
            leftSection={<IconFileImport aria-hidden size={20} />}
            rightSection={<KeyHint>B</KeyHint>}
            aria-keyshortcuts="B"
            onClick={take}
          >
            {say.text('console.bank.take')}
          </Button>
        }
      >
        <Read of={accounts}>
          {({ accounts: all }) => {
            const account = shownAccount(all, route.account);
            if (account === undefined) return <NoAccount onTake={take} />;
            return <OneAccount {...{ account, accounts: all, route }} onTake={take} />;
          }}
        </Read>
        <BankFileDialog
          isOpen={isTaking}
          dropped={dropped}
          accounts={accounts.data?.accounts ?? []}
          onClose={close}
          onTaken={(account) => {
            if (account !== null) openRoute({ ...route, account, part: 'waiting', text: '' });
          }}
        />
      </PageFrame>
    </div>
  );
}

/** The one that the address names, else that of which most waits. */
function shownAccount(all: readonly BankAccount[], code: string | null): BankAccount | undefined {
  const named = all.find(({ account }) => account === code);
  const [most] = all.toSorted((one, other) => other.waiting - one.waiting);
  return named ?? most;
}

interface OneAccountProps {
  readonly account: BankAccount;
  readonly accounts: readonly BankAccount[];
  readonly route: BankRoute;
  readonly onTake: () => void;
}

function OneAccount({ account, accounts, route, onTake }: OneAccountProps) {
  const say = useText();
  const { part, text, date } = route;
  const change = (to: Partial<BankRoute>): void => {
    openRoute({ ...route, account: account.account, ...to }, 'replace');
  };
  const which = shownRows.find((one) => one === part);
  const choices = bankParts.map((value) => ({ value, text: partWords(value) }));
  return (
    <>
      <AccountChips accounts={accounts} chosen={account.account} route={route} />
      {which === undefined && (
        <Choices
          label={say.text('console.bank.parts')}
          choices={choices}
          chosen={part}
          onChoose={(to) => change({ part: to, text: '' })}
        />
      )}
      {which && (
        <RowsPart
          key={`${account.account} ${which}`}
          {...{ account, accounts, which, text, onTake }}
          parts={
            <Choices<BankPart>
              label={say.text('console.bank.parts')}
              choices={choices}
              chosen={part}
              onChoose={(to) => change({ part: to, text: '' })}
            />
          }
          onText={(typed) => change({ text: typed })}
          onAll={() => change({ part: 'all', text: '' })}
        />
      )}
      {part === 'check' && (
        <CheckPart
          key={account.account}
          account={account}
          date={date ?? account.last?.to ?? null}
          onDate={(to) => change({ date: to })}
        />
      )}
      {part === 'senders' && (
        <SendersPart mall={account.mall} text={text} onText={(typed) => change({ text: typed })} />
      )}
    </>
  );

  function partWords(value: BankPart): string {
    const words = say.text(`console.bank.part.${value}`);
    return value === 'waiting' ? `${words} (${account.waiting})` : words;
  }
}

function NoAccount({ onTake }: { readonly onTake: () => void }) {
  const say = useText();
  return (
    <section className={card.card}>
      <EmptyState
        Icon={IconBuildingBank}
        title={say.text('console.bank.none')}
        action={{ text: say.text('console.bank.take'), onAct: onTake }}
      >
        {say.text('console.bank.noneHow')}
      </EmptyState>
      <HowToDownload />
    </section>
  );
}
