import { IconListCheck } from '@tabler/icons-react';
import { claimsPageId } from '../../../../domain/payments/claims-page/text.id.ts';
import type { OpenClaims } from '../../../../domain/payments/claim.ts';
import { learnWords, useText } from '../../../ui/use-text.ts';
import { QuietLamp } from '../../system/QuietLamp.tsx';

learnWords(claimsPageId);

interface ClaimsDueProps {
  readonly open: OpenClaims;
  readonly onPress: () => void;
}

/** How many payments are not checked; a touch leads to them. */
export function ClaimsDue({ open: { count, amountRupiah }, onPress }: ClaimsDueProps) {
  const say = useText();
  return (
    <QuietLamp
      of="claims"
      look="quiet"
      Sign={IconListCheck}
      name={say.text('claims.lamp', { count, amount: amountRupiah })}
      count={count}
      word={say.text('claims.lampWord')}
      onPress={onPress}
    />
  );
}
