import { formatCode } from '../../domain/enrolment/code.ts';
import type { KuitansiVerdict } from '../../domain/fees/check-kuitansi.ts';
import type { KuitansiFields } from '../../domain/fees/kuitansi-code.ts';
import { terbilangRupiah } from '../../domain/fees/papers/terbilang.ts';
import { writtenDate } from '../../domain/time.ts';
import {
  SoftNote,
  VerdictCard,
  type VerdictField,
  VerdictPlace,
} from '../ui/check/VerdictCard.tsx';
import { type Say, useText } from '../ui/use-text.ts';

interface VerdictProps {
  readonly verdict: KuitansiVerdict;
}

/** What is to be said of a kuitansi's code; nothing where there is none. */
export function Verdict({ verdict }: VerdictProps) {
  const say = useText();
  return (
    <VerdictPlace>
      {verdict.kind !== 'none' && (
        <VerdictCard
          finding={verdict.kind === 'genuine' ? 'genuine' : 'false'}
          why={whyOf(verdict, say)}
          fields={'code' in verdict ? fieldsOf(verdict.code, say) : null}
        >
          <p>{say.text('kuitansi.compare')}</p>
          <SoftNote>{say.text('kuitansi.cancelled')}</SoftNote>
        </VerdictCard>
      )}
    </VerdictPlace>
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

function fieldsOf(code: KuitansiFields, say: Say): VerdictField[] {
  const { number, on, stall, amountRupiah } = code;
  return [
    { name: say.text('kuitansi.amount'), value: say.money(amountRupiah), isAmount: true },
    { name: say.text('kuitansi.terbilang'), value: terbilangRupiah(amountRupiah), lang: 'id' },
    { name: say.text('kuitansi.number'), value: number },
    { name: say.text('kuitansi.date'), value: writtenDate(on) },
    { name: say.text('kuitansi.stall'), value: stall },
  ];
}
