import { Button } from '@mantine/core';
import { IconBuildingStore } from '@tabler/icons-react';
import { sumRupiah } from '../../../../domain/money.ts';
import type { ReportMatch } from '../../../../domain/payments/report-match.ts';
import { writtenDate } from '../../../../domain/time.ts';
import { KeyHint } from '../../../ui/KeyHint.tsx';
import { useText } from '../../../ui/use-text.ts';
import styles from './Claims.module.css';

interface SettledLineProps {
  readonly match: ReportMatch;
  readonly onLook: () => void;
}

/** How many claims the hub tells of, else the day of its newest payment; and the way to it. */
export function SettledLine({ match: { matches, to }, onLook }: SettledLineProps) {
  const say = useText();
  const amount = sumRupiah(matches.map(({ claim }) => claim.amountRupiah));
  return (
    <div className={styles.told} data-any={matches.length > 0 || undefined}>
      <IconBuildingStore aria-hidden size={20} />
      <p role="status">
        {matches.length > 0
          ? say.text('claims.hubMatches', { count: matches.length, amount })
          : say.text('claims.hubNone', { to: to === null ? '' : writtenDate(to) })}
      </p>
      <Button
        variant="default"
        size="md"
        px="sm"
        rightSection={<KeyHint>F5</KeyHint>}
        aria-keyshortcuts="F5"
        onClick={onLook}
      >
        {say.text('claims.hubLook')}
      </Button>
    </div>
  );
}
