import { IconWallet } from '@tabler/icons-react';
import { feesPageId } from '../../../domain/fees/till-page/text.id.ts';
import type { FeeNews } from '../../../domain/fees/till-contract.ts';
import { writtenDate } from '../../../domain/time.ts';
import { learnWords, useText } from '../../ui/use-text.ts';
import { QuietLamp } from '../system/QuietLamp.tsx';

learnWords(feesPageId);

type FeeDueProps = NonNullable<FeeNews['reminder']> & { readonly onPress: () => void };

/** What is due, in words for who listens; a touch opens the page. */
export function FeeDue({ kind, due, onPress }: FeeDueProps) {
  const say = useText();
  const date = writtenDate(due);
  const key = kind === 'overdue' ? 'fees.overdueSince' : 'fees.dueBy';
  const name = `${say.text('screen.fees')}: ${say.text(key, { date })}`;
  return (
    <QuietLamp
      of="fees"
      look={kind === 'overdue' ? 'late' : 'quiet'}
      Sign={IconWallet}
      name={name}
      word={say.text('screen.fees')}
      onPress={onPress}
    />
  );
}
