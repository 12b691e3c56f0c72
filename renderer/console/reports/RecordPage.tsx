import { useQuery } from '@tanstack/react-query';
import { headRows } from '../../../domain/console/head-rows.ts';
import { shortDateWords } from '../../../domain/console/moment.ts';
import { readHead } from '../../../domain/journal/check-head.ts';
import type { RecordProof } from '../../../domain/reports/contract.ts';
import { markOf } from '../../../domain/sync/place.ts';
import { zonedStamp, zones } from '../../../domain/time.ts';
import { useText } from '../../ui/use-text.ts';
import { againAfter, hubQuery } from '../hub-client.ts';
import { AskBody, RequestOf } from '../notices/AskBody.tsx';
import type { Route } from '../route.ts';
import card from '../system/card.module.css';
import { PageFrame } from '../system/PageFrame.tsx';
import { Read } from '../system/Read.tsx';
import { ExactText } from './ExactText.tsx';
import { ProofSteps } from './ProofSteps.tsx';
import { RecordDetails } from './RecordDetails.tsx';
import styles from './RecordPage.module.css';
import { RecordRows } from './RecordRows.tsx';
import { recordTypeWords } from './record-words.ts';
import { VerdictChip } from './VerdictChip.tsx';

/** How soon it is looked whether details have come. ms */
const DETAILS_MS = 10_000;

type RecordRoute = Extract<Route, { page: 'record' }>;

/** One record: what it says, and the proof of it, checked before the person's eyes. */
export function RecordPage({ route }: { readonly route: RecordRoute }) {
  const say = useText();
  const { stall, date, leaf } = route;
  const proof = useQuery({
    ...hubQuery.reports.proof.queryOptions({ input: { stall, leaf } }),
    staleTime: Number.POSITIVE_INFINITY, // what was proven stays so
    // But for the details, which may be on their way.
    refetchInterval: ({ state: { data, error } }) =>
      againAfter(error, data?.body === null ? DETAILS_MS : false),
  });
  const record = proof.data?.record;
  const back = {
    to: { page: 'date', stall, date } as const,
    text: `${stall} · ${shortDateWords(date, say.language)}`,
  };
  return (
    <PageFrame
      title={
        record
          ? say.text('console.record.title', {
              type: recordTypeWords(record.type, say),
              mark: markOf(record.place),
            })
          : leaf.slice(0, 16)
      }
      about={record && <Verdict record={record} />}
      back={back}
    >
      <Read of={proof}>
        {(found) => (
          <div className={styles.parts}>
            <ProofSteps proof={found} leaf={leaf} />
            <Said stall={stall} proof={found} />
          </div>
        )}
      </Read>
    </PageFrame>
  );
}

function Verdict({ record }: Pick<RecordProof, 'record'>) {
  const say = useText();
  const { verdict, reason, receivedAtMs } = record;
  const stamp = zonedStamp(receivedAtMs, zones.WIB);
  return (
    <span className={styles.verdict}>
      <span>{say.text('console.record.verdict')}:</span>
      <VerdictChip verdict={verdict} />
      {reason && <span>{say.text(`console.reason.${reason}`)}</span>}
      <span>{say.text('console.record.receivedAt', { stamp })}</span>
    </span>
  );
}

function Said({ stall, proof }: { readonly stall: string; readonly proof: RecordProof }) {
  const say = useText();
  const read = readHead(proof.head);
  return (
    <div>
      <section className={`${card.card} ${card.padded}`}>
        <h2 className={card.title}>{say.text('console.record.head')}</h2>
        {read.kind === 'head' ? (
          <RecordRows rows={headRows(read.head, say)} />
        ) : (
          <p className={card.soft}>
            {read.kind === 'newer'
              ? say.text('console.record.headNewer')
              : say.text('console.reason.not-readable')}
          </p>
        )}
        <ExactText title={say.text('console.record.headText')} text={proof.head} />
      </section>
      <section className={`${card.card} ${card.padded}`}>
        <h2 className={card.title}>{say.text('console.record.body')}</h2>
        {proof.body === null ? (
          <>
            <p className={`${card.soft} ${styles.none}`}>{say.text('console.record.noBody')}</p>
            <AskBody stall={stall} leaf={proof.record.place.leaf} />
          </>
        ) : (
          <>
            <RequestOf stall={stall} leaf={proof.record.place.leaf} />
            <RecordDetails head={read} body={proof.body} />
          </>
        )}
      </section>
    </div>
  );
}
