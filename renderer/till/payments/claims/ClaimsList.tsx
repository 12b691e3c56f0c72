import { IconSquare, IconSquareCheck } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import {
  type Claim,
  type ClaimList,
  FOUND_DAYS,
  placeId,
  stateOf,
} from '../../../../domain/payments/claim.ts';
import { tenderWords } from '../../../../domain/payments/tender-words.ts';
import { localStamp } from '../../../../domain/time.ts';
import { useText } from '../../../ui/use-text.ts';
import { useNameOf } from '../../staff/use-people.ts';
import styles from './Claims.module.css';
import { foundWords } from './found-words.ts';

interface ClaimsListProps {
  readonly id: string;
  readonly list: ClaimList;
  /** The one that the keys are at. */
  readonly active: string | undefined;
  readonly isChosen: (claim: Claim) => boolean;
  readonly onToggle: (claim: Claim) => void;
}

/** Open claims, and below them those that something was found out of lately. */
export function ClaimsList({ id, list, active, isChosen, onToggle }: ClaimsListProps) {
  const say = useText();
  const { open, sums, found } = list;
  const scroller = useRef<HTMLDivElement>(null);
  const all = sums.reduce((count, sum) => count + sum.count, 0);
  useEffect(() => {
    scroller.current?.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const rowsOf = (claims: readonly Claim[]) =>
    claims.map((claim) => (
      <ClaimRow
        key={placeId(claim)}
        id={`${id}-${placeId(claim)}`}
        claim={claim}
        isActive={placeId(claim) === active}
        isChosen={isChosen(claim)}
        onToggle={onToggle}
      />
    ));
  return (
    <div
      ref={scroller}
      role="listbox"
      tabIndex={0}
      className={styles.rows}
      aria-label={say.text('claims.list')}
      aria-multiselectable
      aria-activedescendant={active === undefined ? undefined : `${id}-${active}`}
    >
      {rowsOf(open)}
      {all > open.length && (
        <p className={styles.more} aria-hidden>
          {say.text('claims.more', { shown: open.length, count: all })}
        </p>
      )}
      {found.length > 0 && (
        // biome-ignore lint/a11y/useSemanticElements: options of a listbox stand in a group
        <div role="group" aria-label={say.text('claims.foundList', { days: FOUND_DAYS })}>
          <p className={styles.group} aria-hidden>
            {say.text('claims.foundList', { days: FOUND_DAYS })}
          </p>
          {rowsOf(found)}
        </div>
      )}
    </div>
  );
}

interface ClaimRowProps extends Pick<ClaimsListProps, 'onToggle'> {
  readonly id: string;
  readonly claim: Claim;
  readonly isActive: boolean;
  readonly isChosen: boolean;
}

function ClaimRow({ id, claim, isActive, isChosen, onToggle }: ClaimRowProps) {
  const say = useText();
  const nameOf = useNameOf();
  const { number, kind, amountRupiah, soldAtMs, offsetMinutes, cashier } = claim;
  const Box = isChosen ? IconSquareCheck : IconSquare;
  const reference = claim.found?.reference || claim.reference;
  const state = stateOf(claim);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the list
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isChosen}
      data-active={isActive || undefined}
      className={styles.row}
      onClick={() => onToggle(claim)}
    >
      <Box aria-hidden size={24} />
      <span>{localStamp(soldAtMs, offsetMinutes)}</span>
      <span className={styles.what}>
        <strong>{tenderWords(kind, say)}</strong> <span>{number}</span>
        {reference !== '' && <span> · {reference}</span>}
      </span>
      <span className={styles.state} data-state={state}>
        {state === 'claimed' ? nameOf(cashier) : foundWords(claim, say, nameOf)}
      </span>
      <span className={styles.figure}>{say.money(amountRupiah)}</span>
    </div>
  );
}
