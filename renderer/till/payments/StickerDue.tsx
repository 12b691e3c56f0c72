import { IconAlertTriangle, IconScan } from '@tabler/icons-react';
import { paymentsPageId } from '../../../domain/payments/page/text.id.ts';
import { learnWords, useText } from '../../ui/use-text.ts';
import styles from './StickerDue.module.css';
import { askForSticker } from './sticker-asked.ts';

learnWords(paymentsPageId);

/** That somebody is to look, or that the sticker is another's; a touch opens the check. */
export function StickerDue({ asks }: { readonly asks: 'due' | 'other' }) {
  const say = useText();
  const isOther = asks === 'other';
  const Sign = isOther ? IconAlertTriangle : IconScan;
  const name = say.text(isOther ? 'payments.sticker.lampOther' : 'payments.sticker.lampDue');
  return (
    <button
      type="button"
      className={styles.lamp}
      data-lamp="sticker"
      data-asks={asks}
      aria-label={name}
      title={name}
      onClick={askForSticker}
    >
      <Sign aria-hidden size={22} />
      <span className={styles.word}>{say.text('payments.sticker.lamp')}</span>
    </button>
  );
}
