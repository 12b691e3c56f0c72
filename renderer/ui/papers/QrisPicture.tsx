import { useState } from 'react';
import { readStaticQris } from '../../../domain/payments/qris.ts';
import { QrPicture } from '../QrPicture.tsx';
import { type Say, useText } from '../use-text.ts';
import styles from './QrisPicture.module.css';

interface QrisPictureProps {
  /** What the QRIS says that is known; null for none yet. */
  readonly qris: string | null;
  /** Another was chosen, and is a static QRIS that is whole. */
  readonly onQris: (payload: string) => void;
}

/** The mall's static QRIS, taken from a picture of it: with whose it is, to be looked at. */
export function QrisPicture({ qris, onQris }: QrisPictureProps) {
  const say = useText();
  const [failure, setFailure] = useState('');
  const take = (text: string | undefined): void => {
    const wrong = faultOf(text, say);
    setFailure(wrong);
    if (wrong === '' && text !== undefined) onQris(text.trim());
  };
  return (
    <div className={styles.qris}>
      {qris !== null && <Merchant qris={qris} />}
      <QrPicture
        label={say.text('paper.qrisPick')}
        how={say.text('paper.qrisPickHow')}
        failure={failure}
        onRead={take}
      />
    </div>
  );
}

function Merchant({ qris }: { readonly qris: string }) {
  const say = useText();
  const { merchant, city, nmid } = readStaticQris(qris);
  return (
    <dl>
      <dt>{say.text('paper.qrisMerchant')}</dt>
      <dd>{merchant}</dd>
      <dt>NMID</dt>
      <dd>{nmid ?? '-'}</dd>
      <dt>{say.text('paper.qrisCity')}</dt>
      <dd>{city}</dd>
    </dl>
  );
}

/** Empty for a static QRIS that is whole. */
function faultOf(text: string | undefined, say: Say): string {
  if (text === undefined) return say.text('paper.qrisNone');
  try {
    readStaticQris(text);
    return '';
  } catch (error) {
    return say.failure(error);
  }
}
