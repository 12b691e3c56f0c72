import { IconAlertTriangle, IconScan } from '@tabler/icons-react';
import { paymentsPageId } from '../../../domain/payments/page/text.id.ts';
import { learnWords, useText } from '../../ui/use-text.ts';
import { QuietLamp } from '../system/QuietLamp.tsx';
import { askForSticker } from './sticker-asked.ts';

learnWords(paymentsPageId);

/** That somebody is to look, or that the sticker is another's; a touch opens the check. */
export function StickerDue({ asks }: { readonly asks: 'due' | 'other' }) {
  const say = useText();
  const isOther = asks === 'other';
  const name = say.text(isOther ? 'payments.sticker.lampOther' : 'payments.sticker.lampDue');
  return (
    <QuietLamp
      of="sticker"
      look={isOther ? 'alarm' : 'quiet'}
      Sign={isOther ? IconAlertTriangle : IconScan}
      name={name}
      word={say.text('payments.sticker.lamp')}
      onPress={askForSticker}
    />
  );
}
