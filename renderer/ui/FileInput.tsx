import type { Ref } from 'react';

interface FileInputProps {
  readonly ref: Ref<HTMLInputElement>;
  /** What the system offers: `image/*`, `.csv,.txt`. */
  readonly accept: string;
  readonly onFile: (file: File) => void;
}

/** Asks the system for a file when its button, which stands elsewhere, clicks it. */
export function FileInput({ ref, accept, onFile }: FileInputProps) {
  return (
    <input
      ref={ref}
      type="file"
      accept={accept}
      hidden
      onChange={(event) => {
        const file = event.currentTarget.files?.[0];
        event.currentTarget.value = ''; // the same can be chosen again once it is mended
        if (file) onFile(file);
      }}
    />
  );
}
