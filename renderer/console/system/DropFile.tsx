import { Button } from '@mantine/core';
import { IconAlertTriangle, IconFileSpreadsheet } from '@tabler/icons-react';
import { useRef, useState, type DragEvent } from 'react';
import { FileInput } from '../../ui/FileInput.tsx';
import card from './card.module.css';
import styles from './DropFile.module.css';

interface DropFileProps {
  /** What is asked for: where it is dropped, on the button, and what becomes of it. */
  readonly words: { readonly drop: string; readonly pick: string; readonly how: string };
  /** As `accept` of a field has it. */
  readonly accept: string;
  /** Why the last one could not be read; empty for none. */
  readonly failure: string;
  readonly isBusy: boolean;
  readonly onFile: (file: File) => void;
}

/** Where a file is dropped or chosen. */
export function DropFile({ words, accept, failure, isBusy, onFile }: DropFileProps) {
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
      aria-label={words.pick}
      onDragOver={(event) => over(event, true)}
      onDragLeave={(event) => over(event, false)}
      onDrop={(event) => {
        over(event, false);
        event.stopPropagation();
        const file = event.dataTransfer.files[0];
        if (file && !isBusy) onFile(file);
      }}
    >
      <IconFileSpreadsheet aria-hidden size={48} stroke={1.25} />
      <p className={styles.lead}>{words.drop}</p>
      <Button data-autofocus loading={isBusy} onClick={() => input.current?.click()}>
        {words.pick}
      </Button>
      <FileInput ref={input} accept={accept} onFile={onFile} />
      <p className={card.soft}>{words.how}</p>
      {failure !== '' && (
        <p className={styles.failure} role="alert">
          <IconAlertTriangle aria-hidden />
          {failure}
        </p>
      )}
    </section>
  );
}
