import { Button } from '@mantine/core';
import { IconCamera, IconX } from '@tabler/icons-react';
import { useRef } from 'react';
import { useText } from '../../ui/use-text.ts';
import styles from './Fees.module.css';
import { base64Of } from '../../ui/shrink-photo.ts';
import type { PhotoOfForm } from '../../ui/use-photo.ts';

const badWords = { unreadable: 'fees.photoBad', heif: 'fees.photoHeif' } as const;

/** A photo from a file, often a screenshot, or where there is one the camera. */
export function PhotoField({ photo: { bytes, ...photo } }: { readonly photo: PhotoOfForm }) {
  const say = useText();
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className={styles.photo}>
      <span>{say.text('fees.photo')}</span>
      <div className={styles.acts}>
        <Button
          variant="default"
          leftSection={<IconCamera aria-hidden size={20} />}
          loading={photo.isShrinking}
          onClick={() => input.current?.click()}
        >
          {say.text('fees.photoPick')}
        </Button>
        {bytes && (
          <Button
            variant="default"
            leftSection={<IconX aria-hidden size={18} />}
            onClick={photo.drop}
          >
            {say.text('fees.photoDrop')}
          </Button>
        )}
      </div>
      <input
        ref={input}
        type="file"
        accept="image/*"
        hidden
        aria-label={say.text('fees.photoPick')}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          currentTarget.value = ''; // the same picture can be chosen again
          if (file) void photo.take(file);
        }}
      />
      {photo.bad && (
        <p role="alert">
          {say.text(badWords[photo.bad])} {bytes && say.text('fees.photoStays')}
        </p>
      )}
      {bytes && (
        <figure>
          <img src={`data:image/jpeg;base64,${base64Of(bytes)}`} alt="" />
          <figcaption>
            {say.text('fees.photoThere', { size: Math.ceil(bytes.length / 1_000) })}
          </figcaption>
        </figure>
      )}
    </div>
  );
}
