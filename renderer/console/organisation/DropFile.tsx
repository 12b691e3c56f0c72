import { Button } from '@mantine/core';
import { IconAlertTriangle, IconFileSpreadsheet } from '@tabler/icons-react';
import { useRef, useState, type DragEvent } from 'react';
import { useText } from '../../ui/use-text.ts';
import card from '../system/card.module.css';
import styles from './DropFile.module.css';

interface DropFileProps {
  /** Why the last one could not be read; empty for none. */
  readonly failure: string;
  readonly isBusy: boolean;
  readonly onFile: (file: File) => void;
}

/** Where a CSV file is dropped or chosen. */
export function DropFile({ failure, isBusy, onFile }: DropFileProps) {
  const say = useText();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const over = (event: DragEvent, isIn: boolean): void => {
    event.preventDefault();
    setIsOver(isIn);
  };
  return (
    <section
      className={`${card.card} ${styles.drop}`}
      data-over={isOver || undefined}
      aria-label={say.text('console.org.pick')}
      onDragOver={(event) => over(event, true)}
      onDragLeave={(event) => over(event, false)}
      onDrop={(event) => {
        over(event, false);
        const file = event.dataTransfer.files[0];
        if (file && !isBusy) onFile(file);
      }}
    >
      <IconFileSpreadsheet aria-hidden size={48} stroke={1.25} />
      <p className={styles.lead}>{say.text('console.org.drop')}</p>
      <Button loading={isBusy} onClick={() => input.current?.click()}>
        {say.text('console.org.pick')}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".csv,.txt,text/csv"
        hidden
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = ''; // the same file can be chosen again once it is mended
          if (file) onFile(file);
        }}
      />
      <p className={card.soft}>{say.text('console.org.pickHow')}</p>
      {failure !== '' && (
        <p className={styles.failure} role="alert">
          <IconAlertTriangle aria-hidden />
          {failure}
        </p>
      )}
    </section>
  );
}
