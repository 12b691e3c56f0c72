import { useState } from 'react';
import { isHeif, shrinkPhoto } from './shrink-photo.ts';

/** A photo of a form. */
export interface PhotoOfForm {
  /** Of a JPEG; null for none. */
  readonly bytes: Uint8Array | null;
  /** Whether one is being made small: until then the form would go without it. */
  readonly isShrinking: boolean;
  /** Why the last file that was chosen is none; null where it is one. */
  readonly bad: 'unreadable' | 'heif' | null;
  take(file: File): Promise<void>;
  drop(): void;
}

/** The photo that goes with a form, made small as soon as it is chosen. */
export function usePhoto(): PhotoOfForm {
  const [bytes, setBytes] = useState<Uint8Array | null>(null);
  const [isShrinking, setIsShrinking] = useState(false);
  const [bad, setBad] = useState<PhotoOfForm['bad']>(null);
  const take = async (file: File): Promise<void> => {
    setIsShrinking(true);
    const small = await shrinkPhoto(file);
    setBad(small ? null : (await isHeif(file)) ? 'heif' : 'unreadable');
    if (small) setBytes(small);
    setIsShrinking(false);
  };
  const drop = (): void => {
    setBad(null);
    setBytes(null);
  };
  return { bytes, isShrinking, bad, take, drop };
}
