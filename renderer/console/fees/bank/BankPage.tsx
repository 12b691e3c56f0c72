import { Button } from '@mantine/core';
import { IconBuildingBank, IconFileImport } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
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
import { type BankPart, bankParts, type BankRoute, NEW_PROFILE, shownRows } from './bank-route.ts';
import styles from './BankPage.module.css';
import { CheckPart } from './check/CheckPart.tsx';
import { BankFileDialog } from './files/BankFileDialog.tsx';
import { HowToDownload } from './HowToDownload.tsx';
import { ProfilesPart } from './profiles/ProfilesPart.tsx';
import { TeachPage } from './profiles/TeachPage.tsx';
import { focusList } from './rows/focus-list.ts';
import { RowsPart } from './rows/RowsPart.tsx';
import { SendersPart } from './senders/SendersPart.tsx';
import { useAccounts } from './use-bank.ts';
import { usePageKeys } from '../../system/use-page-keys.ts';

/** What a page of the bank hands over to the next one. */
interface Handed {
  /** A file that nobody could read, to be taught from. */
  readonly sample: File | null;
  /** A file to be imported, and by what. */
  readonly file: File | null;
  readonly profile: string | null;
  /** Name of the profile that was just saved. */
  readonly saved: string;
}

const nothing: Handed = { sample: null, file: null, profile: null, saved: '' };

/** Bank files, what their rows are, whether the books agree with the bank, how files are read. */
export function BankPage({ route }: { readonly route: BankRoute }) {
  const [handed, setHanded] = useState(nothing);
  const list: BankRoute = { ...route, part: 'profiles', text: '', date: null, profile: null };
  if (route.part === 'profiles' && route.profile !== null) {
    return (
      <TeachPage
        key={route.profile}
        route={route}
        given={handed.sample}
        onSaved={({ id, name }, file) => {
          setHanded({ ...nothing, file, profile: file && id, saved: name });
          openRoute(list, 'replace');
        }}
      />
    );
  }
  return (
    <BankWork
      route={route}
      handed={handed}
      onTeach={(profile, sample) => {
        setHanded({ ...nothing, sample });
        openRoute({ ...list, profile });
      }}
    />
  );
}

interface BankWorkProps {
  readonly route: BankRoute;
  readonly handed: Handed;
  readonly onTeach: (profile: string, sample: File | null) => void;
}

function BankWork({ route, handed, onTeach }: BankWorkProps) {
  const say = useText();
  const accounts = useAccounts();
  const { isTaking, given, take, close } = useTaking(handed);
  usePageKeys({ b: () => take(null) });
  return (
    <div
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        take(event.dataTransfer.files[0] ?? null);
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
            onClick={() => take(null)}
          >
            {say.text('console.bank.take')}
          </Button>
        }
      >
        <Read of={accounts}>
          {({ accounts: all }) => {
            const account = shownAccount(all, route.account);
            const profiles = (
              <ProfilesPart saved={handed.saved} onOpen={(profile) => onTeach(profile, null)} />
            );
            if (account === undefined) {
              return <NoAccount {...{ route, profiles }} onTake={() => take(null)} />;
            }
            const shown = { account, accounts: all, route, profiles };
            return <OneAccount {...shown} onTake={() => take(null)} />;
          }}
        </Read>
        <BankFileDialog
          isOpen={isTaking}
          dropped={given.file}
          profile={given.profile}
          accounts={accounts.data?.accounts ?? []}
          onClose={close}
          onTaken={(account) => {
            const shown = { part: 'waiting', text: '', date: null, profile: null } as const;
            if (account !== null) openRoute({ ...route, account, ...shown });
          }}
          onTeach={(file) => {
            close();
            onTeach(NEW_PROFILE, file);
          }}
        />
      </PageFrame>
    </div>
  );
}

/** The dialog of an import: open where a file was handed over, until it is closed. */
function useTaking({ file, profile }: Handed) {
  const [isTaking, setIsTaking] = useState(file !== null);
  const [given, setGiven] = useState({ file, profile });
  useEffect(() => {
    if (!isTaking) focusList();
  }, [isTaking]);
  return {
    isTaking,
    given,
    /** @param dropped null where one is to be chosen */
    take: (dropped: File | null): void => {
      // The focus comes back to the list, not to what Enter would press again.
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      setGiven({ file: dropped, profile: null });
      setIsTaking(true);
    },
    close: (): void => {
      setIsTaking(false);
      setGiven({ file: null, profile: null });
    },
  };
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
  readonly profiles: ReactNode;
  readonly onTake: () => void;
}

function OneAccount({ account, accounts, route, profiles, onTake }: OneAccountProps) {
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
      {part === 'profiles' && profiles}
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

interface NoAccountProps {
  readonly route: BankRoute;
  readonly profiles: ReactNode;
  readonly onTake: () => void;
}

function NoAccount({ route, profiles, onTake }: NoAccountProps) {
  const say = useText();
  const isOfProfiles = route.part === 'profiles';
  return (
    <>
      <Choices
        label={say.text('console.bank.parts')}
        choices={(['waiting', 'profiles'] as const).map((value) => ({
          value,
          text: say.text(`console.bank.part.${value}`),
        }))}
        chosen={isOfProfiles ? 'profiles' : 'waiting'}
        onChoose={(part) => openRoute({ ...route, part }, 'replace')}
      />
      {isOfProfiles && profiles}
      {!isOfProfiles && (
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
      )}
    </>
  );
}
