import type { Ref } from 'react';

interface PictureInputProps {
  readonly ref: Ref<HTMLInputElement>;
  readonly onFile: (file: File) => void;
}

/** Asks the system for a picture when its button, which stands elsewhere, clicks it. */
export function PictureInput({ ref, onFile }: PictureInputProps) {
  return (
    <input
      ref={ref}
      type="file"
      accept="image/*"
      hidden
      onChange={(event) => {
        const file = event.currentTarget.files?.[0];
        event.currentTarget.value = ''; // the same picture can be chosen again
        if (file) onFile(file);
      }}
    />
  );
}
