import { Button } from '@mantine/core';
import { IconCamera } from '@tabler/icons-react';
import { useRef } from 'react';
import { FileInput } from '../../../ui/FileInput.tsx';
import { base64Of } from '../../../ui/shrink-photo.ts';
import type { PhotoOfForm } from '../../../ui/use-photo.ts';
import { useText } from '../../../ui/use-text.ts';
import styles from './photo.module.css';

interface PhotoFieldProps {
  readonly label: string;
  readonly photo: PhotoOfForm;
}

/** A photo that is chosen, or taken where there is a camera. */
export function PhotoField({ label, photo: { bytes, ...photo } }: PhotoFieldProps) {
  const say = useText();
  const input = useRef<HTMLInputElement>(null);
  return (
    <fieldset className={styles.field} aria-label={label}>
      <legend>{label}</legend>
      {bytes && (
        <img
          className={styles.small}
          src={`data:image/jpeg;base64,${base64Of(bytes)}`}
          alt={say.text('console.fees.photo.alt', { of: label })}
        />
      )}
      <Button
        variant="default"
        leftSection={<IconCamera aria-hidden size={20} />}
        loading={photo.isShrinking}
        onClick={() => input.current?.click()}
      >
        {say.text(bytes ? 'console.fees.photo.other' : 'console.fees.photo.pick')}
      </Button>
      {bytes && (
        <Button variant="subtle" onClick={photo.drop}>
          {say.text('console.fees.photo.none')}
        </Button>
      )}
      <FileInput
        ref={input}
        accept="image/jpeg,image/png"
        onFile={(file) => void photo.take(file)}
      />
      <small>{say.text('console.fees.photo.how')}</small>
      {photo.bad && <p role="alert">{say.text('error.photoWrong')}</p>}
    </fieldset>
  );
}
