import { Button } from '@mantine/core';
import { IconCamera } from '@tabler/icons-react';
import { useRef, useState, type DragEvent } from 'react';
import { FileInput } from './FileInput.tsx';
import styles from './QrPicture.module.css';
import { readQrPicture } from './read-qr.ts';

interface QrPictureProps {
  /** What its button says. */
  readonly label: string;
  /** What stands below the button; empty for nothing. */
  readonly how?: string;
  /** Whether it is not the one thing to do here. */
  readonly isQuiet?: boolean;
  /** What became of the last picture, where that is nothing good; empty for nothing. */
  readonly failure: string;
  /** What the QR says; undefined where none could be read. */
  readonly onRead: (text: string | undefined) => void;
}

/** Where a picture with a QR in it is dropped, chosen or, on a phone, taken. */
export function QrPicture({ label, how = '', isQuiet = false, failure, onRead }: QrPictureProps) {
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const [isReading, setIsReading] = useState(false);
  const read = async (file: File): Promise<void> => {
    setIsReading(true);
    onRead(await readQrPicture(file));
    setIsReading(false);
  };
  const over = (event: DragEvent, isIn: boolean): void => {
    event.preventDefault();
    setIsOver(isIn);
  };
  return (
    <section
      className={styles.drop}
      data-over={isOver || undefined}
      aria-label={label}
      aria-busy={isReading}
      onDragOver={(event) => over(event, true)}
      onDragLeave={(event) => over(event, false)}
      onDrop={(event) => {
        over(event, false);
        const file = event.dataTransfer.files[0];
        if (file && !isReading) void read(file);
      }}
    >
      <Button
        size={isQuiet ? 'md' : 'lg'}
        variant={isQuiet ? 'default' : 'filled'}
        loading={isReading}
        leftSection={<IconCamera aria-hidden size={22} />}
        onClick={() => input.current?.click()}
      >
        {label}
      </Button>
      <FileInput ref={input} accept="image/*" onFile={(file) => void read(file)} />
      {how !== '' && <p className={styles.how}>{how}</p>}
      {failure !== '' && (
        <p className={styles.failure} role="alert">
          {failure}
        </p>
      )}
    </section>
  );
}
