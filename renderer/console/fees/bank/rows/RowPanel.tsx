import { Button } from '@mantine/core';
import { isWaiting } from '../../../../../domain/console/bank/row-use.ts';
import { formatSen } from '../../../../../domain/console/bank/sen-words.ts';
import { choiceOf, isFree, toggleTick } from '../../../../../domain/console/bank/work.ts';
import { dateWords } from '../../../../../domain/console/moment.ts';
import type { BankRow } from '../../../../../domain/fees/bank/bank-row.ts';
import { FreshSurface } from '../../../../ui/FreshSurface.tsx';
import { KeyHint } from '../../../../ui/KeyHint.tsx';
import { useText } from '../../../../ui/use-text.ts';
import { failureWords } from '../../../system/failure-words.ts';
import type { RowDialog } from './RowDialogs.tsx';
import styles from './RowPanel.module.css';
import { RowUses } from './RowUses.tsx';
import { Suggestions } from './Suggestions.tsx';
import type { BankWorkbench } from './use-bank-work.ts';

interface RowPanelProps {
  readonly bench: BankWorkbench;
  readonly row: BankRow;
  readonly onDialog: (dialog: RowDialog) => void;
}

/** One row whole: what the bank says of it, what it may be, and what can be done with it. */
export function RowPanel({ bench, row, onDialog }: RowPanelProps) {
  const say = useText();
  // What was of many is said whatever row is looked at.
  const failed = bench.failures.filter((one) => one.row === null || one.row === row.row);
  const state = isWaiting(row) ? 'waiting' : 'done';
  return (
    <FreshSurface of={`${row.row} ${state}`}>
      <div className={styles.panel}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled by keys */}
        <section className={styles.about} tabIndex={0} aria-label={say.text('console.bank.row')}>
          <div className={styles.top}>
            <strong className={styles.amount} data-out={row.amountSen < 0 || undefined}>
              {formatSen(row.amountSen)}
            </strong>
            <span className={styles.soft}>{dateWords(row.on, say.language)}</span>
          </div>
          <p className={styles.description}>{row.description}</p>
          <p className={styles.soft}>{moreWords()}</p>
          {failed.map(({ row: of, error }) => (
            <p key={of} role="alert" className={styles.failure}>
              {failureWords(error, say)}
            </p>
          ))}
          <RowUses bench={bench} row={row} onKuitansi={onDialog} />
          {isWaiting(row) && <Suggestions bench={bench} row={row} />}
        </section>
        {isWaiting(row) && <RowActs bench={bench} row={row} onDialog={onDialog} />}
      </div>
    </FreshSurface>
  );

  function moreWords(): string {
    const { balanceSen, reference } = row;
    return [
      ...(balanceSen === null
        ? []
        : [say.text('console.bank.balance', { balance: formatSen(balanceSen) })]),
      ...(reference === '' ? [] : [say.text('console.bank.reference', { reference })]),
    ].join(' · ');
  }
}

/** What can be done with a row, each with its key; they stand in the same place for every row. */
function RowActs({ bench, row, onDialog }: RowPanelProps) {
  const say = useText();
  const { work, setWork } = bench;
  const isIn = row.amountSen > 0;
  const choice = isIn ? choiceOf(work, row) : null;
  const isBusy = !isFree(work, row);
  const isLeftOut = work.skipped.includes(row.row);
  const canTick = choice?.suggestion?.ticked === true;
  return (
    <div className={styles.acts}>
      <Button
        className={styles.accept ?? ''}
        disabled={choice === null} // what to do instead stands above
        loading={isBusy}
        rightSection={<KeyHint>Enter</KeyHint>}
        aria-keyshortcuts="Enter"
        onClick={() => bench.acceptChosen(row)}
      >
        {say.text('console.bank.accept')}
      </Button>
      <Act
        hint="␣"
        isOff={!canTick || isBusy}
        onAct={() => setWork((before) => toggleTick(before, row))}
      >
        {say.text(isLeftOut ? 'console.bank.takeBackIn' : 'console.bank.leaveOut')}
      </Act>
      <Act hint="S" isOff={!isIn || isBusy} onAct={() => onDialog('split')}>
        {say.text('console.bank.split')}
      </Act>
      <Act hint="F" isOff={!isIn || isBusy} onAct={() => onDialog('find')}>
        {say.text('console.bank.find')}
      </Act>
      <Act hint="E" isOff={isBusy} onAct={() => onDialog('explain')}>
        {say.text('console.bank.explain')}
      </Act>
    </div>
  );
}

interface ActProps {
  readonly hint: string;
  readonly isOff: boolean;
  readonly onAct: () => void;
  readonly children: string;
}

function Act({ hint, isOff, onAct, children }: ActProps) {
  return (
    <Button
      variant="default"
      disabled={isOff}
      rightSection={<KeyHint>{hint}</KeyHint>}
      aria-keyshortcuts={hint === '␣' ? 'Space' : hint}
      onClick={onAct}
    >
      {children}
    </Button>
  );
}
