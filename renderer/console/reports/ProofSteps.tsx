import { IconCircleCheckFilled, IconCircleXFilled, IconMinus } from '@tabler/icons-react';
import { VisuallyHidden } from '@mantine/core';
import { useMemo } from 'react';
import { sha256 } from '@noble/hashes/sha2.js';
import { shortDevice } from '../../../domain/sync/short-device.ts';
import {
  checkProof,
  type ProofStep,
  proofSteps,
  type StepEnd,
} from '../../../domain/reports/check-proof.ts';
import type { RecordProof } from '../../../domain/reports/contract.ts';
import { formatCode, keyNameOf } from '../../../domain/enrolment/code.ts';
import { fromHex } from '../../../domain/tlog/bytes.ts';
import { useText } from '../../ui/use-text.ts';
import card from '../system/card.module.css';
import { browserCrypto } from './browser-crypto.ts';
import { ProofFile } from './ProofFile.tsx';
import styles from './ProofSteps.module.css';

interface ProofStepsProps {
  readonly proof: RecordProof;
  /** Of the record that was asked for. */
  readonly leaf: string;
}

/** Each step of a proof, checked here: with a tick or a cross, and a sentence. */
export function ProofSteps({ proof, leaf }: ProofStepsProps) {
  const say = useText();
  const ends = useMemo(() => checkProof(proof, leaf, browserCrypto), [proof, leaf]);
  const isWhole = !Object.values(ends).includes('fails');
  return (
    <section
      className={`${card.card} ${card.padded}`}
      aria-label={say.text('console.record.proof')}
    >
      <h2 className={card.title}>{say.text('console.record.proof')}</h2>
      <p className={styles.verdict} data-whole={isWhole} role={isWhole ? 'status' : 'alert'}>
        {say.text(isWhole ? 'console.record.whole' : 'console.record.broken')}
      </p>
      <ol className={styles.steps}>
        {proofSteps.map((step) => (
          <Step key={step} step={step} end={ends[step]} />
        ))}
      </ol>
      <p className={card.soft}>{say.text('console.record.proofHow')}</p>
      <h3 className={styles.key}>
        {say.text('console.record.deviceKey', { device: shortDevice(proof.record.device) })}
      </h3>
      <p className={card.code}>{proof.publicKey}</p>
      <p className={card.soft}>{say.text('console.record.deviceKeyHow')}</p>
      <h3 className={styles.key}>{say.text('console.record.hubKey', { hub: proof.hub.name })}</h3>
      <p className={card.code}>{formatCode(keyNameOf(sha256(fromHex(proof.hub.publicKey))))}</p>
      <p className={card.code}>{proof.hub.publicKey}</p>
      <p className={card.soft}>{say.text('console.record.hubKeyHow')}</p>
      <ProofFile proof={proof} />
    </section>
  );
}

const pictures = {
  holds: IconCircleCheckFilled,
  fails: IconCircleXFilled,
  absent: IconMinus,
} as const satisfies Record<StepEnd, unknown>;

function Step({ step, end }: { readonly step: ProofStep; readonly end: StepEnd }) {
  const say = useText();
  const Picture = pictures[end];
  const sentence =
    end === 'absent' ? say.text('console.absent') : say.text(`console.proof.${end}.${step}`);
  return (
    <li data-end={end}>
      <Picture aria-hidden size={24} />
      <span>
        <strong>{say.text(`console.step.${step}`)}</strong>{' '}
        <VisuallyHidden>{say.text(`console.end.${end}`)}.</VisuallyHidden>
        <span className={styles.sentence}>{sentence}</span>
      </span>
    </li>
  );
}
