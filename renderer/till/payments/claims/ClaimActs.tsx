import { Button } from '@mantine/core';
import { IconArrowBackUp, IconCheck, IconX } from '@tabler/icons-react';
import type { ClaimState } from '../../../../domain/journal/tender-state-body.ts';
import { sumRupiah } from '../../../../domain/money.ts';
import type { Claim } from '../../../../domain/payments/claim.ts';
import { claimStateKeys } from '../../../../domain/payments/claim-keys.ts';
import { KeyHint } from '../../../ui/KeyHint.tsx';
import { useText } from '../../../ui/use-text.ts';
import styles from './Claims.module.css';

/** What acts on the list are about. */
export interface ClaimsChosen {
  /** Those that are chosen, else the one that the keys are at. */
  readonly meant: readonly Claim[];
  readonly isAny: boolean;
  /** Those of them of which this can be said. */
  readonly meantFor: (state: ClaimState) => readonly Claim[];
  readonly act: (state: ClaimState) => void;
}

const icons = { verified: IconCheck, missing: IconX, claimed: IconArrowBackUp } as const;

/** What can be said of the claims that are chosen. */
export function ClaimActs({ chosen }: { readonly chosen: ClaimsChosen }) {
  const say = useText();
  const { meant } = chosen;
  const acts = claimStateKeys.map((row) => ({ ...row, Icon: icons[row.state] }));
  const amount = sumRupiah(meant.map(({ amountRupiah }) => amountRupiah));
  return (
    <footer className={styles.acts}>
      <p role="status">
        {meant.length === 0
          ? say.text('claims.noneChosen')
          : say.text('claims.chosen', { count: meant.length, amount })}
      </p>
      {acts.map(({ state, textKey, key, Icon }) => (
        <Button
          key={state}
          size="md"
          px="sm"
          variant={state === 'verified' ? 'filled' : 'default'}
          leftSection={<Icon aria-hidden size={20} />}
          rightSection={<KeyHint>{key}</KeyHint>}
          aria-keyshortcuts={key}
          disabled={chosen.meantFor(state).length === 0}
          title={meant.length === 0 ? say.text('claims.noneChosen') : undefined}
          onClick={() => chosen.act(state)}
        >
          {say.text(textKey)}
        </Button>
      ))}
    </footer>
  );
}
