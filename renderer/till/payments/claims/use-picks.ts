import { useState } from 'react';
import { placeId, VERIFIED_MAX } from '../../../../domain/payments/claim.ts';
import type { MatchOrder, ReportMatch } from '../../../../domain/payments/report-match.ts';

export type Match = ReportMatch['matches'][number];

/** What payments say of claims, and which of that a person takes: at first all that is sure. */
export function usePicks(first: ReportMatch | null) {
  const [match, setMatch] = useState(first);
  const [taken, setTaken] = useState(() => sureOf(first));
  const show = (next: ReportMatch | null): void => {
    setMatch(next);
    setTaken(sureOf(next));
  };
  const toggle = ({ claim }: Match): void => {
    const id = placeId(claim);
    const others = [...taken].filter((one) => one !== id);
    setTaken(new Set(taken.has(id) ? others : [...others, id]));
  };
  const picks: MatchOrder['picks'] = (match?.matches ?? [])
    .filter(({ claim }) => taken.has(placeId(claim)))
    .map(({ claim: { number, tender }, row: { row } }) => ({ number, tender, row }))
    .slice(0, VERIFIED_MAX); // the same payments again have the rest
  return { match, show, picks, toggle, isTaken: ({ claim }: Match) => taken.has(placeId(claim)) };
}

function sureOf(match: ReportMatch | null): ReadonlySet<string> {
  const sure = (match?.matches ?? []).filter(({ isDoubtful }) => !isDoubtful);
  return new Set(sure.map(({ claim }) => placeId(claim)));
}
