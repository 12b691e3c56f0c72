import { Button } from '@mantine/core';
import type { DoneStep } from '../../../../../domain/console/bank/work.ts';
import { KeyHint } from '../../../../ui/KeyHint.tsx';
import { type Say, useText } from '../../../../ui/use-text.ts';
import { failureWords } from '../../../system/failure-words.ts';
import type { RowDialog } from './RowDialogs.tsx';
import styles from './RowsFoot.module.css';
import type { BankWorkbench } from './use-bank-work.ts';

interface RowsFootProps {
  readonly bench: BankWorkbench;
  readonly onDialog: (dialog: RowDialog) => void;
}

/** What was done last, with the way back; and all that is ticked, at once. */
export function RowsFoot({ bench, onDialog }: RowsFootProps) {
  const say = useText();
  const { work, ticked, failures, leftCount, isBusy } = bench;
  const failure = failures.find(({ row }) => row === null); // one of a row stands at its row
  const last = work.steps.at(-1);
  const count = ticked.length;
  return (
    <div className={styles.foot}>
      <p role={failure ? 'alert' : 'status'} data-failed={failure !== undefined || undefined}>
        {failure
          ? failureWords(failure.error, say)
          : last
            ? doneWords(last, say)
            : say.text('console.bank.nothingDone')}
        {leftCount > 0 && ` ${say.text('console.bank.tickedLeft', { count: leftCount })}`}
      </p>
      {last?.stall && (
        <Button variant="default" onClick={() => onDialog({ kuitansi: last.kuitansi })}>
          {say.text('console.bank.kuitansi')}
        </Button>
      )}
      <Button
        variant="default"
        disabled={last === undefined || isBusy} // the words beside it say why
        rightSection={<KeyHint>Ctrl Z</KeyHint>}
        aria-keyshortcuts="Control+Z"
        onClick={() => onDialog('undo')}
      >
        {say.text('console.bank.undo')}
      </Button>
      <Button
        disabled={count === 0 || isBusy}
        loading={isBusy}
        rightSection={<KeyHint>A</KeyHint>}
        aria-keyshortcuts="A"
        onClick={() => onDialog('ticked')}
      >
        {count === 0
          ? say.text('console.bank.noTicked')
          : say.text('console.bank.acceptTicked', { count })}
      </Button>
    </div>
  );
}

function doneWords({ acts, stall, kuitansi, rows, amount: sum }: DoneStep, say: Say): string {
  if (rows > 1) return say.text('console.bank.tickedDone', { count: rows, sum });
  if (stall) return say.text('console.bank.doneOne', { sum, stall: stall.stall, kuitansi });
  const count = acts.length;
  if (count > 1) return say.text('console.bank.doneSplit', { sum, count });
  return say.text('console.bank.doneExplained', { sum });
}
