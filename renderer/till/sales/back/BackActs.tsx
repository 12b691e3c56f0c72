import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Receipt } from '../../../../domain/sales/receipt.ts';
import { KeyHint } from '../../../ui/KeyHint.tsx';
import { useText } from '../../../ui/use-text.ts';
import { Sheet } from '../../shifts/Sheet.tsx';
import { useTraining } from '../TrainingBand.tsx';
import { tillQuery } from '../../till-client.ts';
import styles from './BackActs.module.css';
import { RefundSheet } from './RefundSheet.tsx';
import { VoidSheet } from './VoidSheet.tsx';

/** How a sale comes back: in parts or whole, or as if it had never been. */
export type BackAs = 'refund' | 'void';

interface BackActsProps {
  readonly receipt: Receipt;
  /** The sheet that is open; null for none. */
  readonly open: BackAs | null;
  readonly onOpen: (as: BackAs | null) => void;
  /** What came back is a receipt of its own. */
  readonly onBack: (number: string) => void;
  readonly onExchange: () => void;
}

/** What came back of a sale already, and the buttons by which more of it does. */
export function BackActs({ receipt, open, onOpen, onBack, onExchange }: BackActsProps) {
  const say = useText();
  const { number } = receipt;
  const [isBusy, setIsBusy] = useState(false);
  const { data: quote } = useQuery({
    ...tillQuery.sales.quoteRefund.queryOptions({ input: { number, lines: [] } }),
    gcTime: 0, // opened again, it tells what came back meanwhile
  });
  const close = (): void => onOpen(null);
  const done = (back: Receipt): void => {
    close();
    onBack(back.number);
  };
  const isTraining = useTraining();
  const title = open === 'void' ? 'back.voidTitle' : 'back.title';
  return (
    <>
      {quote && quote.backs.length > 0 && (
        <ul className={styles.answers}>
          {quote.backs.map((back) => (
            <li key={back.number}>
              <button type="button" onClick={() => onBack(back.number)}>
                {say.text('back.answered', { number: back.number, amount: -back.totalRupiah })}
              </button>
            </li>
          ))}
        </ul>
      )}
      {isTraining && <p className={styles.why}>{say.text('back.inTraining')}</p>}
      <div className={styles.acts} hidden={isTraining}>
        <Button
          variant="default"
          px="xs"
          rightSection={<KeyHint>F9</KeyHint>}
          aria-keyshortcuts="F9"
          onClick={() => onOpen('refund')}
        >
          {say.text('back.refundButton')}
        </Button>
        <Button
          variant="default"
          px="xs"
          rightSection={<KeyHint>F11</KeyHint>}
          aria-keyshortcuts="F11"
          onClick={() => onOpen('void')}
        >
          {say.text('back.voidButton')}
        </Button>
      </div>
      <Sheet
        isOpen={open !== null && !isTraining}
        title={say.text(title, { number })}
        isBusy={isBusy}
        onClose={close}
      >
        {open === 'refund' && (
          <RefundSheet
            {...{ number, onExchange }}
            onBusy={setIsBusy}
            onDone={done}
            onClose={close}
          />
        )}
        {open === 'void' && (
          <VoidSheet {...{ receipt, quote }} onBusy={setIsBusy} onDone={done} onClose={close} />
        )}
      </Sheet>
    </>
  );
}
