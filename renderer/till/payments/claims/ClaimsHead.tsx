import { Button } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import type { ClaimSum } from '../../../../domain/payments/claim.ts';
import { tenderWords } from '../../../../domain/payments/tender-words.ts';
import { KeyHint } from '../../../ui/KeyHint.tsx';
import { useText } from '../../../ui/use-text.ts';
import styles from './Claims.module.css';

interface ClaimsHeadProps {
  readonly sums: readonly ClaimSum[];
  readonly onReport: () => void;
  readonly onHelp: () => void;
}

/** What the screen is for, what is open by kind, and the way to a report and to the keys. */
export function ClaimsHead({ sums, onReport, onHelp }: ClaimsHeadProps) {
  const say = useText();
  return (
    <header className={styles.head}>
      <div className={styles.title}>
        <div className={styles.heading}>
          <h1>{say.text('screen.claims')}</h1>
          <Button
            variant="subtle"
            px="xs"
            rightSection={<KeyHint>F1</KeyHint>}
            aria-keyshortcuts="F1"
            onClick={onHelp}
          >
            <span className={styles.help}>{say.text('sales.help')}</span>
          </Button>
        </div>
        <p>{say.text('claims.how')}</p>
      </div>
      {sums.length > 0 && (
        <dl className={styles.sums}>
          {sums.map(({ kind, count, amountRupiah }) => (
            <div key={kind}>
              <dt>{say.text('claims.sumKind', { kind: tenderWords(kind, say), count })}</dt>
              <dd>{say.money(amountRupiah)}</dd>
            </div>
          ))}
        </dl>
      )}
      <Button
        variant="default"
        size="md"
        leftSection={<IconFileSpreadsheet aria-hidden size={20} />}
        rightSection={<KeyHint>F4</KeyHint>}
        aria-keyshortcuts="F4"
        onClick={onReport}
      >
        {say.text('claims.report')}
      </Button>
    </header>
  );
}
