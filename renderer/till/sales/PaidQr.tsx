import { Suspense, useState } from 'react';
import { whenOpened } from '../../ui/when-opened.ts';
import { NotLoaded } from '../system/NotLoaded.tsx';
import { useRegisterEffect } from './register-store.ts';

const ReceiptQr = whenOpened(async () => (await import('./ReceiptQr.tsx')).ReceiptQr, NotLoaded);

/** The QR of the receipt whose change is on the screen, once it is asked for. */
export function PaidQr({ number }: { readonly number: string }) {
  const [isShown, setIsShown] = useState(false);
  useRegisterEffect('receiptQr', () => setIsShown((before) => !before));
  if (!isShown) return null;
  return (
    <Suspense fallback={null}>
      <ReceiptQr number={number} onHide={() => setIsShown(false)} />
    </Suspense>
  );
}
