import { Button } from '@mantine/core';
import { IconCamera, IconX } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useText } from '../../ui/use-text.ts';
import styles from './Fees.module.css';
import { base64Of, isHeif, shrinkPhoto } from '../../ui/shrink-photo.ts';

interface PhotoFieldProps {
  readonly photo: Uint8Array | null;
  readonly onPhoto: (photo: Uint8Array | null) => void;
}

/** A photo from a file or, where there is one, the camera: made small at once. */
export function PhotoField({ photo, onPhoto }: PhotoFieldProps) {
  const say = useText();
  const input = useRef<HTMLInputElement>(null);
  const [bad, setBad] = useState<'fees.photoBad' | 'fees.photoHeif' | null>(null);
  const take = async (file: File): Promise<void> => {
    const small = await shrinkPhoto(file);
    setBad(small ? null : (await isHeif(file)) ? 'fees.photoHeif' : 'fees.photoBad');
    if (small) onPhoto(small);
  };
  return (
    <div className={styles.photo}>
      <span>{say.text('fees.photo')}</span>
      <div className={styles.acts}>
        <Button
          variant="default"
          leftSection={<IconCamera aria-hidden size={20} />}
          onClick={() => input.current?.click()}
        >
          {say.text('fees.photoPick')}
        </Button>
        {photo && (
          <Button
            variant="default"
            leftSection={<IconX aria-hidden size={18} />}
            onClick={() => {
              setBad(null);
              onPhoto(null);
            }}
          >
            {say.text('fees.photoDrop')}
          </Button>
        )}
      </div>
      <input
        ref={input}
        type="file"
        accept="image/*"
        capture="environment"
        hidden
        aria-label={say.text('fees.photoPick')}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          currentTarget.value = ''; // the same picture can be chosen again
          if (file) void take(file);
        }}
      />
      {bad && (
        <p role="alert">
          {say.text(bad)} {photo && say.text('fees.photoStays')}
        </p>
      )}
      {photo && (
        <figure>
          <img src={`data:image/jpeg;base64,${base64Of(photo)}`} alt="" />
          <figcaption>
            {say.text('fees.photoThere', { size: Math.ceil(photo.length / 1_000) })}
          </figcaption>
        </figure>
      )}
    </div>
  );
}
