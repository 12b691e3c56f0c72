import { Button } from '@mantine/core';
import { shortDateWords } from '../../../../../domain/console/moment.ts';
import type { BankRow } from '../../../../../domain/fees/bank/bank-row.ts';
import { useText } from '../../../../ui/use-text.ts';
import { todayInWib } from '../../../today-in-wib.ts';
import type { ShownKuitansi } from './RowDialogs.tsx';
import styles from './RowUses.module.css';
import { usedAs } from './row-words.ts';
import type { BankWorkbench } from './use-bank-work.ts';

interface RowUsesProps {
  readonly bench: BankWorkbench;
  readonly row: BankRow;
  readonly onKuitansi: (shown: ShownKuitansi) => void;
}

/** What was said of a row so far, each with the way back. */
export function RowUses({ bench, row, onKuitansi }: RowUsesProps) {
  const say = useText();
  if (row.uses.length === 0) return null;
  return (
    <ul className={styles.uses} aria-label={say.text('console.bank.usesTitle')}>
      {row.uses.map((use) => {
        const { act, amount, stall, kuitansi, on, by, isUndone } = use;
        const date = shortDateWords(on, say.language, todayInWib());
        return (
          <li key={act} data-undone={isUndone || undefined}>
            <span className={styles.what}>
              <strong>{usedAs(use, say)}</strong>
              <span>{say.money(amount)}</span>
              <small>
                {[
                  ...(kuitansi === null ? [] : [kuitansi]),
                  by === '' ? date : say.text('console.bank.useBy', { on: date, by }),
                  ...(isUndone ? [say.text('console.bank.isUndone')] : []),
                ].join(' · ')}
              </small>
            </span>
            {!isUndone && (
              <span className={styles.acts}>
                {kuitansi !== null && stall !== null && (
                  <Button variant="default" onClick={() => onKuitansi({ kuitansi })}>
                    {say.text('console.bank.kuitansi')}
                  </Button>
                )}
                <Button
                  variant="subtle"
                  c="var(--loss)"
                  disabled={bench.isBusy} // one thing at a time
                  onClick={() => bench.undo([{ row: row.row, act }])}
                >
                  {say.text('console.bank.undo')}
                </Button>
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
