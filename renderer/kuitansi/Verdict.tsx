import { IconCircleCheckFilled, IconCircleXFilled } from '@tabler/icons-react';
import { formatCode } from '../../domain/enrolment/code.ts';
import type { KuitansiVerdict } from '../../domain/fees/check-kuitansi.ts';
import type { KuitansiFields } from '../../domain/fees/kuitansi-code.ts';
import { terbilangRupiah } from '../../domain/fees/papers/terbilang.ts';
import { writtenDate } from '../../domain/time.ts';
import { type Say, useText } from '../ui/use-text.ts';
import styles from './Verdict.module.css';

interface VerdictProps {
  readonly verdict: KuitansiVerdict;
}

/**
 * The one word first, then why, then what the code says; nothing where there is no code. What is
 * read aloud is there before its words are: a screen reader is silent on one that comes with them.
 */
export function Verdict({ verdict }: VerdictProps) {
  return <div aria-live="assertive">{verdict.kind !== 'none' && <Found verdict={verdict} />}</div>;
}

function Found({ verdict }: VerdictProps) {
  const say = useText();
  const isGenuine = verdict.kind === 'genuine';
  const Mark = isGenuine ? IconCircleCheckFilled : IconCircleXFilled;
  return (
    <section className={styles.verdict} data-genuine={isGenuine}>
      <div className={styles.word}>
        <Mark aria-hidden size={56} />
        <h2>{say.text(isGenuine ? 'kuitansi.genuine' : 'kuitansi.false')}</h2>
        <p>{whyOf(verdict, say)}</p>
      </div>
      {'code' in verdict && <CodeFields code={verdict.code} isGenuine={isGenuine} />}
    </section>
  );
}

function whyOf(verdict: KuitansiVerdict, say: Say): string {
  if (verdict.kind === 'genuine') return say.text('kuitansi.genuineHow');
  if (verdict.kind === 'forged') return say.text('kuitansi.forgedHow');
  if (verdict.kind === 'otherHub') {
    return say.text('kuitansi.otherHubHow', { key: formatCode(verdict.code.keyName) });
  }
  return say.text('kuitansi.unreadableHow');
}

interface CodeFieldsProps {
  readonly code: KuitansiFields;
  readonly isGenuine: boolean;
}

function CodeFields({ code, isGenuine }: CodeFieldsProps) {
  const say = useText();
  const { number, on, stall, amountRupiah } = code;
  return (
    <div className={styles.fields}>
      {!isGenuine && <p>{say.text('kuitansi.claimed')}</p>}
      <dl>
        <div className={styles.amount}>
          <dt>{say.text('kuitansi.amount')}</dt>
          <dd>{say.money(amountRupiah)}</dd>
        </div>
        <div>
          <dt>{say.text('kuitansi.terbilang')}</dt>
          <dd lang="id">{terbilangRupiah(amountRupiah)}</dd>
        </div>
        <div>
          <dt>{say.text('kuitansi.number')}</dt>
          <dd>{number}</dd>
        </div>
        <div>
          <dt>{say.text('kuitansi.date')}</dt>
          <dd>{writtenDate(on)}</dd>
        </div>
        <div>
          <dt>{say.text('kuitansi.stall')}</dt>
          <dd>{stall}</dd>
        </div>
      </dl>
      {isGenuine && (
        <>
          <p>{say.text('kuitansi.compare')}</p>
          <p className={styles.soft}>{say.text('kuitansi.cancelled')}</p>
        </>
      )}
    </div>
  );
}
