import { IconListCheck, IconMoodEmpty } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { ClaimState } from '../../../../domain/journal/tender-state-body.ts';
import {
  type ClaimAct,
  claimKeys,
  claimStateKeys,
} from '../../../../domain/payments/claim-keys.ts';
import { type Claim, type ClaimList, placeId, stateOf } from '../../../../domain/payments/claim.ts';
import { claimsPageId } from '../../../../domain/payments/claims-page/text.id.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useActive } from '../../../ui/use-active.ts';
import { learnWords, useText } from '../../../ui/use-text.ts';
import { KeyCard } from '../../sales/KeysHelp.tsx';
import type { ScreenProps } from '../../screen.ts';
import { useListKeys } from '../../use-list-keys.ts';
import { ClaimActs, type ClaimsChosen } from './ClaimActs.tsx';
import { ClaimsHead } from './ClaimsHead.tsx';
import { ClaimsList } from './ClaimsList.tsx';
import { type ClaimSheet, ClaimSheets } from './ClaimSheets.tsx';
import styles from './Claims.module.css';
import { SettledLine } from './SettledLine.tsx';
import { useClaims } from './use-claims.ts';
import { useSettledMatch } from './use-settled.ts';

learnWords(claimsPageId);

const none: ClaimList = { open: [], sums: [], found: [] };

/** Payments that were only claimed: which have come, which have not. */
export function ClaimsScreen({ onScreen }: ScreenProps) {
  const { list, error } = useClaims();
  const [sheet, setSheet] = useState<ClaimSheet | null>(null);
  const { open, sums, found } = list ?? none;
  const chosen = useChosen([...open, ...found], (state, claims) =>
    setSheet({ kind: 'finding', state, claims }),
  );
  const openReport = (): void => setSheet({ kind: 'report' });
  const told = useSettledMatch();
  // What the hub tells is of interest while anything waits for it, or may have come after all.
  const settled = told && open.length + told.matches.length > 0 ? told : null;
  const openSettled = (): void => {
    if (settled) setSheet({ kind: 'settled', match: settled });
  };
  const [isHelp, setIsHelp] = useState(false);
  const acts: Readonly<Record<ClaimAct, () => void>> = {
    toggle: chosen.toggleActive,
    report: openReport,
    settled: openSettled,
    help: () => setIsHelp(true),
  };
  useListKeys({
    move: chosen.move,
    open: chosen.openActive,
    close: () => {
      if (chosen.isAny) chosen.clear();
      else onScreen('sales');
    },
    others: Object.fromEntries([
      ...claimKeys.map(({ act, key }) => [key, acts[act]] as const),
      ...claimStateKeys.map(({ state, key }) => [key, () => chosen.act(state)] as const),
    ]),
  });
  return (
    <main className={styles.screen} aria-busy={!list && error === null}>
      <ClaimsHead sums={sums} onReport={openReport} onHelp={acts.help} />
      <KeyCard over="claims" isOpen={isHelp} onClose={() => setIsHelp(false)} />
      <ShownClaims {...{ list, error, chosen }} />
      {list && settled && <SettledLine match={settled} onLook={openSettled} />}
      {list && open.length + found.length > 0 && <ClaimActs chosen={chosen} />}
      <ClaimSheets
        sheet={sheet}
        onClose={() => setSheet(null)}
        onDone={() => {
          chosen.clear();
          setSheet(null);
        }}
      />
    </main>
  );
}

interface ShownClaimsProps {
  readonly list: ClaimList | undefined;
  readonly error: unknown;
  readonly chosen: ReturnType<typeof useChosen>;
}

/** The list, or why it is empty. */
function ShownClaims({ list, error, chosen }: ShownClaimsProps) {
  const say = useText();
  const id = useId();
  if (error !== null) {
    return (
      <div className={styles.list}>
        <EmptyState Icon={IconMoodEmpty} title={say.text('claims.failed')}>
          {say.failure(error)}
        </EmptyState>
      </div>
    );
  }
  if (!list) return <div className={styles.list} />;
  if (list.open.length + list.found.length === 0) {
    return (
      <div className={styles.list}>
        <EmptyState Icon={IconListCheck} title={say.text('claims.empty')}>
          {say.text('claims.emptyHow')}
        </EmptyState>
      </div>
    );
  }
  return (
    <div className={styles.list}>
      {list.open.length === 0 && (
        <p className={styles.done}>
          <IconListCheck aria-hidden size={24} />
          {say.text('claims.empty')}
        </p>
      )}
      <ClaimsList
        id={id}
        list={list}
        active={chosen.active}
        isChosen={chosen.isChosen}
        onToggle={chosen.toggle}
      />
    </div>
  );
}

/** Which claims are chosen, and which one the keys are at. */
function useChosen(
  claims: readonly Claim[],
  onAct: (state: ClaimState, claims: readonly Claim[]) => void,
) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const active = useActive({
    typed: '',
    entries: claims,
    isStale: false,
    idOf: placeId,
    onOpen: () => act('verified'),
  });
  const marked = claims.filter((claim) => ids.has(placeId(claim)));
  const at = claims[active.index];
  const meant = marked.length > 0 || !at ? marked : [at];
  const meantFor = (state: ClaimState) => meant.filter((claim) => stateOf(claim) !== state);
  const act = (state: ClaimState): void => {
    if (meantFor(state).length > 0) onAct(state, meantFor(state));
  };
  const toggle = (claim: Claim): void => {
    const id = placeId(claim);
    active.moveTo(id);
    setIds(ids.has(id) ? new Set([...ids].filter((one) => one !== id)) : new Set([...ids, id]));
  };
  const chosen: ClaimsChosen = { meant, isAny: marked.length > 0, meantFor, act };
  return {
    ...chosen,
    active: active.id,
    move: active.move,
    openActive: active.open,
    isChosen: (claim: Claim) => ids.has(placeId(claim)),
    toggle,
    toggleActive: () => {
      if (at) toggle(at);
    },
    clear: () => setIds(new Set()),
  };
}
