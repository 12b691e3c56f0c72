import { Button } from '@mantine/core';
import { IconCamera } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { LapakError } from '../../../../domain/errors.ts';
import { base64Of, shrinkPhoto } from '../../../ui/shrink-photo.ts';
import { useText } from '../../../ui/use-text.ts';
import { failureWords } from '../../system/failure-words.ts';
import styles from './photo.module.css';

interface PhotoFieldProps {
  readonly label: string;
  /** Base64 of a JPEG; null for none. */
  readonly photo: string | null;
  readonly onPhoto: (photo: string | null) => void;
}

/** A photo that is chosen, or taken where there is a camera. */
export function PhotoField({ label, photo, onPhoto }: PhotoFieldProps) {
  const say = useText();
  const input = useRef<HTMLInputElement>(null);
  const shrink = useMutation({ mutationFn: smallOf, onSuccess: onPhoto });
  return (
    <fieldset className={styles.field} aria-label={label}>
      <legend>{label}</legend>
      {photo !== null && (
        <img
          className={styles.small}
          src={`data:image/jpeg;base64,${photo}`}
          alt={say.text('console.fees.photo.alt', { of: label })}
        />
      )}
      <Button
        variant="default"
        leftSection={<IconCamera aria-hidden size={20} />}
        loading={shrink.isPending}
        onClick={() => input.current?.click()}
      >
        {say.text(photo === null ? 'console.fees.photo.pick' : 'console.fees.photo.other')}
      </Button>
      {photo !== null && (
        <Button variant="subtle" onClick={() => onPhoto(null)}>
          {say.text('console.fees.photo.none')}
        </Button>
      )}
      <input
        ref={input}
        type="file"
        accept="image/jpeg,image/png"
        hidden
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          currentTarget.value = ''; // the same can be chosen again
          if (file) shrink.mutate(file);
        }}
      />
      <small>{say.text('console.fees.photo.how')}</small>
      {shrink.error && <p role="alert">{failureWords(shrink.error, say)}</p>}
    </fieldset>
  );
}

/** @throws LapakError PHOTO_WRONG */
async function smallOf(file: Blob): Promise<string> {
  const bytes = await shrinkPhoto(file);
  if (!bytes) throw new LapakError('PHOTO_WRONG', {});
  return base64Of(bytes);
}
