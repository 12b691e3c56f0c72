import { useDebouncedValue, useMediaQuery } from '@mantine/hooks';
import { IconChecks, IconFileImport, IconSearchOff } from '@tabler/icons-react';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { formatSen } from '../../../../../domain/console/bank/sen-words.ts';
import type { BankAccount } from '../../../../../domain/fees/bank/manage-contract.ts';
import { EmptyState } from '../../../../ui/EmptyState.tsx';
import { ListSearch } from '../../../../ui/ListSearch.tsx';
import { useText } from '../../../../ui/use-text.ts';
import card from '../../../system/card.module.css';
import { Dialog } from '../../../system/Dialog.tsx';
import { Read } from '../../../system/Read.tsx';
import type { ShownRows } from '../bank-route.ts';
import { BankRowList } from './BankRowList.tsx';
import { focusList, LIST_ID } from './focus-list.ts';
import { RowDialogs, type RowDialog } from './RowDialogs.tsx';
import { RowPanel } from './RowPanel.tsx';
import { RowsFoot } from './RowsFoot.tsx';
import styles from './RowsPart.module.css';
import { useBankWork, type BankWorkbench } from './use-bank-work.ts';
import { useRowKeys } from './use-row-keys.ts';

const TYPING_MS = 200;

interface RowsPartProps {
  readonly account: BankAccount;
  readonly accounts: readonly BankAccount[];
  readonly which: ShownRows;
  readonly text: string;
  /** The other parts of the page, left of the search. */
  readonly parts: ReactNode;
  readonly onText: (text: string) => void;
  readonly onTake: () => void;
  readonly onAll: () => void;
}

/** What lies over the list, and the row it is of: the keys may come to another one meanwhile. */
interface OpenDialog {
  readonly dialog: RowDialog;
  readonly row: string | undefined;
}

/** The rows of an account, what each may be, and what was done with them. */
export function RowsPart(props: RowsPartProps) {
  const { account, accounts, which, text, parts, onText } = props;
  const say = useText();
  const search = useRef<HTMLInputElement>(null);
  const [typed] = useDebouncedValue(text, TYPING_MS);
  const rowsAsked = useMemo(
    () => ({ account: account.account, which, text: typed }),
    [account.account, which, typed],
  );
  const bench = useBankWork(rowsAsked);
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const open = (asked: RowDialog): void => {
    focusList(); // it comes back there, not to what Enter would press again
    const last = bench.work.steps.at(-1);
    // One thing is undone at once; many are asked for once.
    if (asked === 'undo' && last?.rows === 1) bench.undo(last.acts);
    else setDialog({ dialog: asked, row: bench.row?.row });
  };
  useRowKeys(bench, { onDialog: open, onSearch: () => search.current?.focus() });
  return (
    <>
      <div className={styles.head}>
        {parts}
        <ListSearch
          fieldRef={search}
          className={styles.search}
          label={say.text('console.bank.search')}
          hint={say.text('console.bank.searchHint')}
          listId={LIST_ID}
          text={text}
          onText={onText}
        />
      </div>
      <Read of={bench.list.query}>
        {() => {
          if (bench.rows.length === 0) return <NoRows {...props} />;
          return <Workbench bench={bench} onDialog={open} />;
        }}
      </Read>
      <RowDialogs
        open={dialog?.dialog ?? null}
        row={bench.rows.find(({ row }) => row === dialog?.row)}
        bench={bench}
        account={account.account}
        mall={account.mall}
        accounts={accounts.filter(({ mall }) => mall === account.mall)}
        onClose={() => {
          setDialog(null);
          focusList();
        }}
      />
    </>
  );
}

interface WorkbenchProps {
  readonly bench: BankWorkbench;
  readonly onDialog: (dialog: RowDialog) => void;
}

/** The list, and beside it the row that the keys are at; over it where there is no room. */
function Workbench({ bench, onDialog }: WorkbenchProps) {
  const isNarrow = useMediaQuery('(max-width: 860px)', false, { getInitialValueInEffect: false });
  const [isOpen, setIsOpen] = useState(false);
  const { row, rows, list } = bench;
  useEffect(() => focusList(), []); // a list that was just opened is worked on by keys
  const panel = row && <RowPanel bench={bench} row={row} onDialog={onDialog} />;
  return (
    <div className={styles.work}>
      <section className={`${card.card} ${styles.list}`}>
        <BankRowList
          id={LIST_ID}
          rows={rows}
          work={bench.work}
          active={row?.row}
          failed={bench.failures.map((one) => one.row)}
          onOpen={(at) => {
            bench.setWork((before) => ({ ...before, at }));
            setIsOpen(true);
            if (!isNarrow) focusList();
          }}
          onNearEnd={() => {
            if (list.query.hasNextPage && !list.query.isFetchingNextPage) {
              void list.query.fetchNextPage();
            }
          }}
        />
      </section>
      {isNarrow ? (
        <Dialog
          isOpen={isOpen && row !== undefined}
          title={row ? formatSen(row.amountSen) : ''}
          onClose={() => setIsOpen(false)}
          isWide
        >
          {panel}
        </Dialog>
      ) : (
        <aside className={`${card.card} ${styles.panel}`}>{panel}</aside>
      )}
      <RowsFoot bench={bench} onDialog={onDialog} />
    </div>
  );
}

function NoRows({ which, text, onTake, onAll }: RowsPartProps) {
  const say = useText();
  const isSearched = text !== '' || which === 'paid' || which === 'explained';
  const [title, how] = isSearched
    ? (['console.bank.noMatch', 'console.bank.noMatchHow'] as const)
    : which === 'waiting'
      ? (['console.bank.allDone', 'console.bank.allDoneHow'] as const)
      : (['console.bank.noRows', 'console.bank.noRowsHow'] as const);
  return (
    <section className={card.card}>
      <EmptyState
        Icon={isSearched ? IconSearchOff : which === 'waiting' ? IconChecks : IconFileImport}
        title={say.text(title)}
        action={
          isSearched
            ? { text: say.text('console.bank.showAll'), onAct: onAll }
            : { text: say.text('console.bank.take'), onAct: onTake }
        }
      >
        {say.text(how)}
      </EmptyState>
    </section>
  );
}
